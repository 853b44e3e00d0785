import { browser } from 'wxt/browser';
import type { LogDb } from '../log/log-db';
import { forgetTab, noteHealth, noteSign, noteSignedOut, watchedTabs } from '../log/watch-log';
import { mayShowChat, platformAt } from '../messaging/sender';
import { addresses } from '../platforms/addresses';
import { askTab, type TabAnswer } from './ask-tab';
import { openChatTabs, startInTab } from './chat-scripts';
import { shopAt } from './shop-hosts';
import { silenceOf, type TabFacts } from './silent-tab';

/** By then (ms) a page that loads has its scripts. */
const loadMs = 1000;

/**
 * Asks every chat tab how it is doing, watched or not, and notes what it answers, or why it does not. Where nothing of ours runs
 * (after installing, an update, a permission given) it is started.
 */
export async function feelPulse(db: LogDb): Promise<void> {
  const open = (await openChatTabs()).flatMap(({ id }) => (id === undefined ? [] : [id]));
  const tabs = new Set([...(await watchedTabs(db)), ...open]);
  await Promise.all([...tabs].map(tab => feelTab(db, tab)));
}

/** The same of one tab. */
export async function feelTab(db: LogDb, tab: number): Promise<void> {
  const answer = await askTab(tab);
  if (answer.is === 'sign') return noteAnswer(db, tab, answer);
  const facts: TabFacts | null = await browser.tabs.get(tab).catch(() => null);
  const silence = silenceOf(facts, answer.is);
  if (silence === 'loading') return;
  if (silence === 'gone' || silence === 'elsewhere') return forgetTab(db, tab);
  if (silence === 'signed-out') return noteSignedOut(db, tab, Date.now());
  // Nothing of ours is in it: a page that became the chat without loading, or what an update or a lost start left behind.
  if (silence === 'cut-off' && (await startInTab(tab, facts?.url))) {
    const again = await askTab(tab);
    if (again.is === 'sign') return noteAnswer(db, tab, again);
  }
  const shop = shopAt(facts?.url);
  const known = shop && (await db.shops.get(shop)) ? [shop] : [];
  await noteHealth(db, tab, { state: 'stopped', why: silence }, Date.now(), known);
}

async function noteAnswer(db: LogDb, tab: number, { sign }: Extract<TabAnswer, { is: 'sign' }>): Promise<void> {
  if (sign) await noteSign(db, tab, sign, Date.now());
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
export async function makeSureOf(db: LogDb, tab: number, address: string | undefined): Promise<void> {
  const found = platformAt(address, addresses);
  if (!found?.platform.isChatPage(found.url)) return;
  await new Promise(resolve => setTimeout(resolve, loadMs));
  await feelTab(db, tab);
}

/**
 * Forgets the tabs that were closed while nobody listened, and those that are others by now: a browser that was started again
 * may give an old number to a new tab.
 */
export async function forgetClosedTabs(db: LogDb): Promise<void> {
  const open = new Map((await browser.tabs.query({})).map(({ id, url }) => [id, url]));
  for (const tab of await watchedTabs(db)) {
    const found = platformAt(open.get(tab), addresses);
    if (!found || !(mayShowChat(found) || found.platform.isSignedOutPage(found.url))) await forgetTab(db, tab);
  }
}
