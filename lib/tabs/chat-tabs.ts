import { browser } from 'wxt/browser';
import type { LogDb } from '../log/log-db';
import { forgetTab, noteSign, noteSignedOut, watchedTabs } from '../log/watch-log';
import { sendMessage } from '../messaging/messenger';
import { platformAt } from '../messaging/sender';
import { readSign } from '../messaging/sign-schema';
import { addresses } from '../platforms/addresses';
import { startInTab } from './chat-scripts';

/** A tab that has not answered by then (ms) will not: a frozen one keeps the question until it thaws. */
const patienceMs = 5000;
/** By then (ms) a page that loads has its scripts. */
const loadMs = 1000;

/** Asks every watched tab how it is doing, and notes what they answer. */
export async function feelPulse(db: LogDb): Promise<void> {
  await Promise.all((await watchedTabs(db)).map(tab => feelTab(db, tab)));
}

async function feelTab(db: LogDb, tab: number): Promise<void> {
  const tooLate = new Promise<never>((_, reject) => setTimeout(reject, patienceMs));
  try {
    const sign = readSign(await Promise.race([sendMessage('look', undefined, tab), tooLate]));
    if (sign) await noteSign(db, tab, sign, Date.now());
  } catch {
    // A tab that does not answer is frozen, discarded or orphaned; its last sign of life grows old, and that shows.
  }
}

/** Notes what it means that a tab shows another address: a watched one may have left its chat, or been signed out. */
export async function noteAddress(db: LogDb, tab: number, address: string): Promise<void> {
  if (!(await watchedTabs(db)).includes(tab)) return;
  const found = platformAt(address, addresses);
  if (found?.platform.isChatPage(found.url)) return;
  // Whether a smaller view of the chat is there only the page can say.
  if (found?.platform.mayReceive?.(found.url)) await feelTab(db, tab);
  else if (isSignedOut(address)) await noteSignedOut(db, tab, Date.now());
  else await forgetTab(db, tab);
}

/** Whether it is a platform's log-in page, which may be on another host than its chat. */
function isSignedOut(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && addresses.some(({ isSignedOutPage }) => isSignedOutPage(url));
}

/**
 * A page that became the chat without loading, from elsewhere on its host, has no script of ours: they are registered
 * for the chat's addresses. Asked whether it has one, only such a page does not answer.
 */
export async function makeSureOf(tab: number, address: string | undefined): Promise<void> {
  const found = platformAt(address, addresses);
  if (!found?.platform.isChatPage(found.url)) return;
  await new Promise(resolve => setTimeout(resolve, loadMs));
  try {
    await sendMessage('look', undefined, tab);
  } catch {
    await startInTab(tab, address);
  }
}

/** Forgets the tabs that were closed while nobody listened. */
export async function forgetClosedTabs(db: LogDb): Promise<void> {
  const open = new Set((await browser.tabs.query({})).map(({ id }) => id));
  for (const tab of await watchedTabs(db)) if (!open.has(tab)) await forgetTab(db, tab);
}
