import { useEffect, useRef } from 'react';
import { type Days, dayChoices } from './days-switch';

interface Keys {
  readonly onDays: (days: Days) => void;
  readonly onHelp: () => void;
}

/**
 * The popup by keyboard: arrows go through the waiting chats (Enter on one is its own click), 1 and 2 switch the window,
 * `?` tells the keys. What is being chosen or typed in keeps its own keys.
 */
export function usePopupKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || hasOwnKeys(event.target)) return;
      const days = dayChoices[Number(event.key) - 1];
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        if (!focusRow(event.key === 'ArrowDown' ? 1 : -1)) return;
        event.preventDefault();
      } else if (event.key === '?') latest.current.onHelp();
      else if (days !== undefined) latest.current.onDays(days);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

const hasOwnKeys = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('select, input, textarea');

/** The next row or the one before; from elsewhere the first or the last. `false` where nobody waits. */
function focusRow(step: 1 | -1): boolean {
  const rows: Element[] = [...document.querySelectorAll('[data-conversation]')];
  const here = document.activeElement ? rows.indexOf(document.activeElement) : -1;
  const row = here < 0 ? rows.at(step === 1 ? 0 : -1) : rows[Math.min(Math.max(here + step, 0), rows.length - 1)];
  if (!(row instanceof HTMLElement)) return false;
  row.focus();
  return true;
}
