import Dexie from 'dexie';
import { browser } from 'wxt/browser';
import type { LogDb } from '../log/log-db';
import { onMessage } from '../messaging/messenger';
import { oneAtATime } from '../messaging/one-at-a-time';
import { isScreen } from '../screens/is-screen';
import { loadSettings, readSettings } from '../settings/settings';
import { makeSheet } from './make-sheet';
import { isGood, type Sheet, sheetKey } from './sheet';
import { sheetDueIn } from './sheet-pace';

/** A popup that is open asks more often than this (ms), and one that was just closed may be opened again. */
const seenMs = 60_000;

/** Keeps the sheet for the popups, whoever changes the log, and answers those that ask for it. */
export function keepSheet(db: LogDb): void {
  let last: Sheet | undefined;
  let isOld = true;
  /** Of the background before one may stand. */
  let isKept = true;
  let madeAt = Number.NEGATIVE_INFINITY;
  let cost = 0;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let expiry: ReturnType<typeof setTimeout> | undefined;

  const make = oneAtATime(async () => {
    isOld = false;
    const start = performance.now();
    const sheet = await makeSheet(db, Date.now());
    last = sheet;
    madeAt = performance.now();
    cost = madeAt - start;
    clearTimeout(expiry);
    // For as long as the background lives; one that could not be read is asked for by whoever looks.
    if (sheet.goodUntil > sheet.at) expiry = setTimeout(renew, sheet.goodUntil - sheet.at);
    // Changed while it was being made: another is on its way, and only who looks already is glad of this one.
    if (isOld && !isSeen()) return sheet;
    isKept = true;
    await browser.storage.session.set({ [sheetKey]: sheet }).catch(notKept);
    return sheet;
  });

  onMessage('sheet', async ({ sender }) => {
    if (!isScreen(sender)) return null;
    lookedAt = performance.now();
    const settings = await loadSettings().catch(() => readSettings(undefined));
    return last && !isOld && isGood(last, settings, Date.now()) ? last : make();
  });

  onMessage('looking', ({ sender }) => {
    if (!isScreen(sender)) return;
    lookedAt = performance.now();
    // What was planned while nobody looked would come a second later.
    if (timer !== undefined) plan();
  });

  const isSeen = () => performance.now() - lookedAt < seenMs;

  const renew = () => {
    // A popup that is opened now is not to show what was: it finds none, and asks.
    if (isKept) void browser.storage.session.remove(sheetKey).catch(notKept);
    [isKept, isOld] = [false, true];
    if (timer === undefined) plan();
  };

  const plan = () => {
    const makeNow = () => {
      timer = undefined;
      void make();
    };
    clearTimeout(timer);
    timer = setTimeout(makeNow, sheetDueIn(performance.now(), { madeAt, cost, isSeen: isSeen() }));
  };
  // Told of every change that is committed, here or on another page of ours.
  Dexie.on('storagemutated', renew);
  // Settings, and what is wrong with the log, are known beside it.
  browser.storage.onChanged.addListener(changes => {
    if (Object.keys(changes).some(key => key !== sheetKey)) renew();
  });
}

function notKept(problem: unknown): void {
  console.error('Lekas could not keep the sheet for its popup as it should be', problem);
}
