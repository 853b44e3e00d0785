import { isDeepStrictEqual } from 'node:util';
import type { ExtensionPage } from './browser.ts';
import { eventually } from './browser-eventually.ts';
import { textOf } from './in-the-popup.ts';

/** Asks until the answer is this one, and says what it was instead if it never is. Gives the ms it took. */
export function eventuallyIs(ask: () => Promise<unknown>, wanted: unknown, how: { within?: number; what?: string }) {
  return eventually(async () => {
    const answer = await ask();
    if (isDeepStrictEqual(answer, wanted)) return true;
    throw new Error(JSON.stringify(answer));
  }, how);
}

/** Until the page says these words; if it never does, the failure holds what it says. */
export function eventuallySays(popup: ExtensionPage, words: string, within = 30_000) {
  return eventually(
    async () => {
      const shown = await textOf(popup);
      if (shown.includes(words)) return true;
      throw new Error(shown);
    },
    { within, what: `"${words}"` },
  );
}
