import { deepStrictEqual, equal, ok } from 'node:assert/strict';
import type { SimulatedInbox } from '../../pages/tiktok-shop/inbox.ts';
import type { BrowserName, ChatPage } from '../browser.ts';
import { eventually } from '../browser-eventually.ts';
import { loggedLines, loggedMessages, rowsOf, sentLines } from '../in-the-log.ts';
import { play, type Scene } from '../scene.ts';
import type { Step } from './schedule.ts';

export interface Played {
  readonly sent: number;
  readonly logged: number;
  /** ms from the chat's being opened again until all was logged. */
  readonly waitedMs: number;
}

interface Derived {
  readonly kept: object;
  readonly again: object;
}

const areRegistered =
  '(globalThis.browser ?? chrome).scripting.getRegisteredContentScripts().then(all => all.length > 0)';

const birthKept = `(globalThis.browser ?? chrome).storage.local.get('log-birth').then(({ 'log-birth': birth }) =>
  ({ isBorn: typeof birth?.id === 'string', isLost: birth?.lostAt !== undefined }))`;

const names = ['Ayu Larasati', 'Yoga Pratama', 'Citra', 'Dimas'];

/**
 * Plays one schedule in a browser of its own. Afterwards the chat is opened once more, so that its history is shown; then the
 * log must be what was sent, and what is derived of it what its messages alone give. `rebuild` is what `rebuilt.ts` exports.
 */
export async function playSchedule(browserName: BrowserName, steps: readonly Step[], rebuild: string): Promise<Played> {
  let played: Played = { sent: 0, logged: 0, waitedMs: 0 };
  await play(browserName, {}, async scene => {
    const { inbox, browser } = scene;
    const buyers = names.map(name => inbox.buyer(name));
    let chat = await scene.openChat();
    for (const step of steps) {
      if ('who' in step) say(inbox, buyers[step.who] ?? buyers[0], step.is);
      else chat = await befall(scene, chat, step.is);
    }
    inbox.releaseFrames();
    await chat.close().catch(() => {});
    await scene.openChat();
    const wanted = sentLines(inbox.sent);
    const isAll = async () => loggedLines(await loggedMessages(browser)).length >= wanted.length;
    // A worker that was ended at work may leave its answer open: only after 30 s is it asked again. What is missing then is
    // told below, line by line.
    const waitedMs = await eventually(isAll, { within: 60_000, every: 200 }).catch(() => Number.NaN);
    const logged = loggedLines(await loggedMessages(browser));
    deepStrictEqual(logged, wanted);
    const { kept, again } = await browser.beside<Derived>(`${rebuild}.derivedTwice()`);
    deepStrictEqual(kept, again);
    const waiting = await waitingIn(browser);
    const badge = async () => Number(/^\d*/.exec((await browser.badge()).text)?.[0] ?? '') === waiting;
    await eventually(badge, { within: 10_000, every: 200, what: `a badge of ${waiting}` });
    equal((await rowsOf(browser, 'untimely')).length, 0);
    // None of it is a log that was lost, and none is told as one.
    deepStrictEqual(await browser.beside(birthKept), { isBorn: true, isLost: false });
    played = { sent: wanted.length, logged: logged.length, waitedMs };
  });
  return played;
}

/** How many buyers wait by the rounds of the log. */
async function waitingIn(browser: Scene['browser']): Promise<number> {
  const rounds = await rowsOf<{ conversation: string; waitsUntil?: number }>(browser, 'rounds');
  return new Set(rounds.filter(({ waitsUntil }) => waitsUntil !== undefined).map(({ conversation }) => conversation))
    .size;
}

type Buyer = ReturnType<SimulatedInbox['buyer']>;

function say(inbox: SimulatedInbox, buyer: Buyer | undefined, what: string): void {
  ok(buyer);
  if (what === 'asks') inbox.buyerWrites(buyer);
  else if (what === 'asks-with-a-card') inbox.buyerWrites(buyer, { kind: 'product-card' });
  else if (what === 'answers') inbox.sellerAnswers(buyer);
  else if (what === 'robot-answers') inbox.robotAnswers(buyer);
  else inbox.closeSession(buyer);
}

/** Lets it happen; the chat's page afterwards, which may be another. */
async function befall(scene: Scene, chat: ChatPage, fault: string): Promise<ChatPage> {
  const { inbox, browser } = scene;
  switch (fault) {
    case 'worker-killed':
      await browser.stopBackground();
      return chat;
    case 'page-reloaded':
      await chat.reload();
      return chat;
    case 'page-left-and-opened':
      await chat.goto('about:blank');
      await chat.goto(inbox.url);
      return chat;
    case 'frames-held':
      inbox.holdFrames();
      return chat;
    case 'frames-mixed-and-doubled':
      inbox.releaseFrames({ shuffle: 7, duplicate: true });
      return chat;
    case 'socket-dropped':
      inbox.dropSocket();
      return chat;
    case 'second-window':
      return scene.openChat();
    case 'extension-updated':
      await browser.update();
      // An update takes the registered scripts away until its background has started. A chat that is opened in between is one
      // that was open before: its seller is told to load it anew, and only then its history is read.
      await eventually(() => browser.beside<boolean>(areRegistered), {
        within: 15_000,
        what: 'the scripts, registered',
      });
      return chat;
    case 'tab-crashed':
      await browser.crash(inbox.url);
      return scene.openChat();
    case 'browser-restarted':
      await browser.restart();
      return scene.openChat();
    default:
      await new Promise(resolve => setTimeout(resolve, 700));
      return chat;
  }
}
