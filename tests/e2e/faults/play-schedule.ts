import { ok } from 'node:assert/strict';
import type { SimulatedInbox } from '../../pages/tiktok-shop/inbox.ts';
import type { ExtensionBrowser } from '../browser.ts';
import { loggedMessages } from '../in-the-log.ts';
import { textOf } from '../in-the-popup.ts';
import { befall } from './befall.ts';
import { closeChats, deskOn, openChat, putRight } from './desk.ts';
import { type Compared, checkEnd, compare, untilLoggedOrNot } from './end-state.ts';
import type { Said, Step } from './schedule.ts';
import type { Stage } from './stage.ts';

export interface Played extends Compared {
  /** ms from the chat's being opened again until all was logged. */
  readonly waitedMs: number;
  /** What was not as it must be; `null` where nothing was. The stage is of no use afterwards. */
  readonly problem: string | null;
}

const names = ['Ayu Larasati', 'Yoga Pratama', 'Citra', 'Dimas'];

/**
 * Plays one schedule in the stage's next shop. Afterwards what went wrong is put right and the chat is opened once more, so that
 * its history is shown; then the log must be what was sent, and what is derived of it what its messages alone give.
 */
export async function playSchedule(stage: Stage, steps: readonly Step[]): Promise<Played> {
  const desk = deskOn(stage);
  const { inbox, browser } = desk;
  let waitedMs = Number.NaN;
  const compared = async () => compare(inbox, await loggedMessages(browser));
  try {
    const buyers = names.map(name => inbox.buyer(name));
    await openChat(desk);
    for (const step of steps) {
      if ('who' in step) say(inbox, buyers[step.who], step.is);
      else await befall(desk, step.is);
    }
    await putRight(desk);
    await closeChats(desk);
    await openChat(desk);
    waitedMs = await untilLoggedOrNot(stage);
    await checkEnd(stage);
    await closeChats(desk);
    return { ...(await compared()), waitedMs, problem: null };
  } catch (thrown) {
    const problem = [
      thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
      await shown(browser),
    ].join('\n');
    const nothing = { sent: inbox.sent.length, logged: 0, lost: [], invented: [] };
    return { ...(await compared().catch(() => nothing)), waitedMs, problem };
  }
}

/** What its seller sees meanwhile: whether the background answers, and what is said of the log. */
async function shown(browser: ExtensionBrowser): Promise<string> {
  const popup = async () => {
    const page = await browser.page('popup.html');
    await page.waitFor(`document.querySelector('.popup footer')`).catch(() => {});
    const text = await textOf(page);
    await page.close();
    // What is said of all shops stands behind their names.
    return text
      .replace(/\n+/g, ' | ')
      .replace(/(?:TikTok Shop [^|]*\| )+/g, '… | ')
      .slice(0, 400);
  };
  const asked = `(async ({ scripting, permissions, tabs }) => [
    (await scripting.getRegisteredContentScripts()).length + ' scripts',
    (await permissions.getAll()).origins.length + ' sites allowed',
    (await tabs.query({})).length + ' tabs',
  ].join(', '))(globalThis.browser ?? chrome)`;
  const said = {
    'the popup says': popup(),
    registered: browser.beside<string>(asked),
    'the background runs': browser.backgroundRuns(),
    'and answers': browser.inBackground('true'),
    'errors of the extension': browser.errors().then(errors => errors.slice(-3).join('; ') || 'none'),
  };
  const lines = Object.entries(said).map(async ([what, saying]) => {
    const tooLong = new Promise(resolve => setTimeout(resolve, 15_000, 'nothing within 15 s'));
    return `${what}: ${await Promise.race([saying.catch(String), tooLong])}`;
  });
  return (await Promise.all(lines)).join('\n');
}

type Buyer = ReturnType<SimulatedInbox['buyer']>;

function say(inbox: SimulatedInbox, buyer: Buyer | undefined, what: Said['is']): void {
  ok(buyer);
  if (what === 'asks') inbox.buyerWrites(buyer);
  else if (what === 'asks-with-a-card') inbox.buyerWrites(buyer, { kind: 'product-card' });
  else if (what === 'answers') inbox.sellerAnswers(buyer);
  else if (what === 'robot-answers') inbox.robotAnswers(buyer);
  else inbox.closeSession(buyer);
}
