import { browser } from 'wxt/browser';
import type { LogDb } from '../log/log-db';
import { onMessage } from '../messaging/messenger';
import { oneAtATime } from '../messaging/one-at-a-time';
import { isScreen } from '../screens/is-screen';
import { loadSettings, readSettings } from '../settings/settings';
import { makeSheet } from './make-sheet';
import { isGood, type Sheet, sheetKey } from './sheet';

/** ms between two that are made of their own accord: reading for one keeps messages from being written for a moment. */
const restMs = { unseen: 1000, seen: 100 };
/** A popup that is open asks more often than this (ms). */
const seenMs = 10_000;

/** Keeps the sheet for the popups, and answers those that ask for it. What is given is to be called when the log has changed. */
export function keepSheet(db: LogDb): () => void {
  let last: Sheet | undefined;
  let isOld = true;
  let madeAt = Number.NEGATIVE_INFINITY;
  let askedAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const make = oneAtATime(async () => {
    isOld = false;
    const sheet = await makeSheet(db, Date.now());
    last = sheet;
    madeAt = performance.now();
    await browser.storage.session.set({ [sheetKey]: sheet }).catch((problem: unknown) => {
      console.error('Lekas could not keep a sheet for its popup', problem);
    });
    return sheet;
  });

  onMessage('sheet', async ({ sender }) => {
    if (!isScreen(sender)) return null;
    askedAt = performance.now();
    const settings = await loadSettings().catch(() => readSettings(undefined));
    return last && !isOld && isGood(last, settings, Date.now()) ? last : make();
  });

  return () => {
    isOld = true;
    if (timer !== undefined) return;
    const sinceMs = performance.now();
    const rest = sinceMs - askedAt < seenMs ? restMs.seen : restMs.unseen;
    timer = setTimeout(
      () => {
        timer = undefined;
        void make();
      },
      Math.max(0, madeAt + rest - sinceMs),
    );
  };
}
