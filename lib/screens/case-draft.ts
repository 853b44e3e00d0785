import * as v from 'valibot';
import { browser } from 'wxt/browser';

/** What was typed of a case and not sent yet: a popup closes when its seller looks at the page for the time of the last word. */
export interface CaseDraft {
  readonly label: string;
  /** As the date field has it. */
  readonly lastWord: string;
  readonly hours: string;
}

const storageKey = 'case-draft';
const text = v.pipe(v.string(), v.maxLength(100));
const schema = v.object({ label: text, lastWord: text, hours: text });

/** What was typed when the popup closed; gone with the browser's session. `null` where nothing was. */
export async function loadCaseDraft(): Promise<CaseDraft | null> {
  const { [storageKey]: stored } = (await browser.storage.session?.get(storageKey)) ?? {};
  const parsed = v.safeParse(schema, stored);
  return parsed.success ? parsed.output : null;
}

/** Keeps what is being typed; `null`: it was entered, given up, or deleted with all the rest. */
export async function keepCaseDraft(draft: CaseDraft | null): Promise<void> {
  if (draft) await browser.storage.session?.set({ [storageKey]: draft });
  else await browser.storage.session?.remove(storageKey);
}
