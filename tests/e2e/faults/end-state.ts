import { deepStrictEqual, equal } from 'node:assert/strict';
import type { SimulatedInbox } from '../../pages/tiktok-shop/inbox.ts';
import type { ExtensionBrowser } from '../browser.ts';
import { eventually } from '../browser-eventually.ts';
import { type LoggedMessage, loggedLines, loggedMessages, rowsOf, sentLines } from '../in-the-log.ts';
import type { Stage } from './stage.ts';

/** What was sent in one shop, beside what the log has of it. */
export interface Compared {
  readonly sent: number;
  readonly logged: number;
  /** Lines that were sent and are not in the log; that are there and were not sent; or are there twice. */
  readonly lost: readonly string[];
  readonly invented: readonly string[];
}

interface Derived {
  readonly kept: object;
  readonly again: object;
}

const birthKept = `(globalThis.browser ?? chrome).storage.local.get('log-birth').then(({ 'log-birth': birth }) =>
  ({ isBorn: typeof birth?.id === 'string', isLost: birth?.lostAt !== undefined }))`;

/** The messages of one shop, as sent and as logged. */
export function compare(inbox: SimulatedInbox, messages: readonly LoggedMessage[]): Compared {
  const [wanted, logged] = [sentLines(inbox.sent), loggedLines(messages.filter(({ shop }) => isOf(inbox, shop)))];
  const rest = new Map<string, number>();
  for (const line of logged) rest.set(line, (rest.get(line) ?? 0) + 1);
  const lost = wanted.filter(line => {
    const left = rest.get(line) ?? 0;
    rest.set(line, left - 1);
    return left <= 0;
  });
  const invented = [...rest].flatMap(([line, left]) => Array.from({ length: Math.max(0, left) }, () => line));
  return { sent: wanted.length, logged: logged.length, lost, invented };
}

/** Waits until all that was sent in the newest shop is in the log, or it is clear that it does not come; after how many ms. */
export async function untilLoggedOrNot({ browser, inboxes }: Stage): Promise<number> {
  const [inbox] = inboxes.slice(-1);
  const isAll = async () => inbox !== undefined && compare(inbox, await loggedMessages(browser)).lost.length === 0;
  // A worker that was ended at work may leave its answer open: only after 30 s is it asked again.
  return eventually(isAll, { within: 60_000, every: 100 }).catch(() => Number.NaN);
}

/**
 * Throws where the log is another than what was sent in any shop of the stage, where what is derived of it is not what its
 * messages alone give, and where anybody but the page asked a network for something.
 */
export async function checkEnd({ browser, rebuild, inboxes, strangers }: Stage): Promise<void> {
  deepStrictEqual(strangers(), [], 'asked for by no page');
  const messages = await loggedMessages(browser);
  for (const inbox of inboxes) {
    const { lost, invented } = compare(inbox, messages);
    deepStrictEqual({ lost, invented }, { lost: [], invented: [] }, `shop ${inbox.options.sellerId}`);
  }
  const isAsDerived = async () => {
    const { kept, again } = await browser.beside<Derived>(`${rebuild}.derivedTwice()`);
    deepStrictEqual(kept, again);
    return true;
  };
  // A deadline may pass between the two, and the background judges by it: what is wrong stays so.
  await eventually(isAsDerived, { within: 15_000, every: 1000, what: 'what is derived, as of its messages' });
  const waiting = inboxes.flatMap(({ conversations }) =>
    conversations.filter(({ waitingSinceS }) => waitingSinceS),
  ).length;
  const found = { rounds: 0, badge: 0 };
  const asOnPage = async () => {
    found.rounds = await waitingIn(browser);
    found.badge = Number(/^\d*/.exec((await browser.badge()).text)?.[0] ?? '');
    return found.rounds === waiting && found.badge === waiting;
  };
  await eventually(asOnPage, { within: 10_000, every: 100 }).catch(() => {
    throw new Error(`${waiting} wait on the page, ${found.rounds} in the log, ${found.badge} on the badge`);
  });
  equal((await rowsOf(browser, 'untimely')).length, 0, 'no message has a time that cannot be');
  // None of it is a log that was lost, and none is told as one.
  deepStrictEqual(await browser.beside(birthKept), { isBorn: true, isLost: false });
}

const isOf = (inbox: SimulatedInbox, shop: string) => shop.endsWith(`/${inbox.options.sellerId}`);

/** How many buyers wait by the rounds of the log. */
async function waitingIn(browser: ExtensionBrowser): Promise<number> {
  const sessions = await rowsOf<{ shop: string; conversation: string; waitsUntil?: number }>(browser, 'sessions');
  const waits = sessions.filter(({ waitsUntil }) => waitsUntil !== undefined);
  return new Set(waits.map(({ shop, conversation }) => `${shop} ${conversation}`)).size;
}
