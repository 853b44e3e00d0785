import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';

interface Around {
  readonly windowId: number | null;
  /** The keys that open the popup, as the seller's browser has them. */
  readonly shortcut: string | null;
}

/** What the browser says of the window around the page, once it has said it. */
export function useAround(): Around {
  const [around, setAround] = useState<Around>({ windowId: null, shortcut: null });
  useEffect(() => {
    let wanted = true;
    void Promise.all([browser.windows.getCurrent(), browser.commands.getAll()]).then(([{ id }, commands]) => {
      const opens = commands.find(({ name }) => name === '_execute_action');
      if (wanted) setAround({ windowId: id ?? null, shortcut: opens?.shortcut || null });
    });
    return () => {
      wanted = false;
    };
  }, []);
  return around;
}
