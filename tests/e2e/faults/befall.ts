import { abortNextTransaction } from './aborted.ts';
import { allow, type Desk, giveRoom, openChat, untilRegistered, useUpRoom, withdraw } from './desk.ts';
import { madeOlder } from './older-log.ts';
import type { Fault } from './schedule.ts';

const hourS = 3600;
const setClock =
  (aheadS: number) =>
  async ({ stage }: Desk) =>
    stage.clock?.set(aheadS);
const latest = ({ chats }: Desk) => chats.at(-1);

/** What each fault does. */
const happens = {
  'worker-killed': ({ browser }) => browser.stopBackground(),
  'page-reloaded': desk => latest(desk)?.reload(),
  async 'page-left-and-opened'(desk) {
    await latest(desk)?.goto('about:blank');
    await latest(desk)?.goto(desk.inbox.url);
  },
  'frames-held': async ({ inbox }) => inbox.holdFrames(),
  'frames-mixed-and-doubled': async ({ inbox }) => inbox.releaseFrames({ shuffle: 7, duplicate: true }),
  'socket-dropped': async ({ inbox }) => inbox.dropSocket(),
  'second-window': openChat,
  async 'extension-updated'(desk) {
    await desk.browser.update();
    await untilRegistered(desk);
  },
  async 'tab-crashed'(desk) {
    await desk.browser.crash(desk.inbox.url);
    await openChat(desk);
  },
  async 'browser-restarted'(desk) {
    desk.chats.length = 0;
    await desk.browser.restart();
    await openChat(desk);
  },
  'clock-two-hours-forward': setClock(2 * hourS),
  'clock-two-hours-back': setClock(-2 * hourS),
  'clock-a-day-forward': setClock(26 * hourS),
  // What is written meanwhile lies more than a day ahead: a time that cannot be, until the clock is right again.
  'clock-a-day-back': setClock(-26 * hourS),
  'clock-set-right': setClock(0),
  'room-used-up': useUpRoom,
  'room-given': giveRoom,
  'transaction-aborted': ({ browser }) => abortNextTransaction(browser),
  'log-of-version-1': desk => becomesOlder(desk, 1),
  'log-of-version-2': desk => becomesOlder(desk, 2),
  'permission-withdrawn': withdraw,
  'permission-given-back': allow,
  'a-moment': () => new Promise<void>(resolve => setTimeout(resolve, 700)),
} satisfies Record<Fault, (desk: Desk) => Promise<unknown> | undefined>;

/** Lets it happen, and waits until it has. */
export async function befall(desk: Desk, fault: Fault): Promise<void> {
  await happens[fault](desk);
}

async function becomesOlder(desk: Desk, version: number): Promise<void> {
  // Nothing can be put in its place where nothing can be put.
  await giveRoom(desk);
  await desk.browser.stopBackground();
  await desk.browser.beside(madeOlder(version));
}
