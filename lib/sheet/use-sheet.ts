import { useCallback, useEffect, useState } from 'react';
import { type Browser, browser } from 'wxt/browser';
import { sendMessage } from '../messaging/messenger';
import { askForSheet } from './ask-for-sheet';
import { isSheet, type Sheet, sheetKey } from './sheet';

/** ms: until what is shown is on the screen; a background that reads the log meanwhile would keep it from that. */
const paintMs = 500;

interface SheetHeld {
  /** `null`: the background gave none. */
  readonly sheet: Sheet | null;
  /** Asks for one at once. */
  readonly ask: () => void;
}

/** The sheet as the background keeps it, followed while the page is open, and asked for again at every `turn`. */
export function useSheet(first: Sheet | null, turn: number): SheetHeld {
  const [sheet, setSheet] = useState(first);
  const take = useCallback((given: Sheet | null) => {
    // An answer and a change may overtake each other; one from the future is of a clock that was set back since.
    setSheet(held => (held && given && held.at > given.at && held.at <= Date.now() ? held : given));
  }, []);
  const ask = useCallback(() => void askForSheet().then(take), [take]);
  useEffect(() => {
    const follow = (changes: Record<string, Browser.storage.StorageChange>) => {
      const changed = changes[sheetKey]?.newValue;
      if (isSheet(changed)) take(changed);
    };
    browser.storage.onChanged.addListener(follow);
    return () => browser.storage.onChanged.removeListener(follow);
  }, [take]);
  useEffect(() => {
    // One that is not there now is asked in a moment.
    sendMessage('looking').catch((problem: unknown) => console.warn('Lekas’ background did not hear', problem));
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a turn is a reason to ask again.
  useEffect(() => {
    const timer = setTimeout(ask, paintMs);
    return () => clearTimeout(timer);
  }, [ask, turn]);
  return { sheet, ask };
}
