import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { LogDb } from '../log/log-db';
import { forgetLoss } from '../storage/log-birth';
import { type TroubleTold, troubleOf } from '../storage/log-troubles';
import { useLog } from './use-log';

interface Trouble extends TroubleTold {
  readonly onSeen: () => void;
}

/** What is wrong with the log as a whole, followed while the page is open; `null` where nothing is. */
export function useTrouble(db: LogDb): Trouble | null {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    // Most of it is known beside the log.
    const look = (changes: object) => {
      if (Object.keys(changes).some(key => key.startsWith('log-'))) setTurn(before => before + 1);
    };
    browser.storage.onChanged.addListener(look);
    return () => browser.storage.onChanged.removeListener(look);
  }, []);
  const told = useLog(() => troubleOf(db, Date.now()), [db, turn], null);
  return told && { ...told, onSeen: () => void forgetLoss() };
}
