import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { CaseDraft } from '@/components/case-form';

const storageKey = 'case-draft';
const text = v.pipe(v.string(), v.maxLength(100));
const schema = v.object({ label: text, lastWord: text, hours: text });

/** What was typed of a case when the popup closed; gone with the browser's session. `null` where nothing was. */
export async function loadCaseDraft(): Promise<CaseDraft | null> {
  const { [storageKey]: stored } = (await browser.storage.session?.get(storageKey)) ?? {};
  const parsed = v.safeParse(schema, stored);
  return parsed.success ? parsed.output : null;
}

/** Keeps what is being typed; `null`: it was entered, or given up. */
export async function keepCaseDraft(draft: CaseDraft | null): Promise<void> {
  if (draft) await browser.storage.session?.set({ [storageKey]: draft });
  else await browser.storage.session?.remove(storageKey);
}
