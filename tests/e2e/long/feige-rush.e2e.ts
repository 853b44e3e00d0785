import { describe, expect, it } from 'vitest';
import { inventedName } from '../../pages/feige/people/names.ts';
import type { SimulatedWorkbench } from '../../pages/feige/workbench.ts';
import type { WorldClock } from '../../tools/clock-ahead.ts';
import type { BrowserName, ExtensionBrowser, Work } from '../browser.ts';
import { playAtDesk } from '../feige-desk.ts';
import { loggedLines, sentLines, untilLogged } from '../in-the-log.ts';
import { browsers, type playOn } from '../scene.ts';

const perSecond = 20;
const seconds = 60;

/** 200 chats that were answered yesterday. */
function twoHundred(desk: SimulatedWorkbench, { yesterdayAt }: WorldClock): void {
  for (let n = 0; n < 200; n += 1) {
    const at = yesterdayAt('10:00:00') + n * 1000;
    const buyer = desk.buyer(inventedName(n), at);
    desk.buyerWrites(buyer, { at, quiet: true });
    desk.sellerAnswers(buyer, { at: at + 60_000, quiet: true });
  }
}

/** How many waited from a moment (ms of the performance clock) on. */
type Truth = { readonly from: number; readonly waiting: number }[];

/** Buyers write at an even pace. Staff answers the longest waiting, now less, now more, so that the number never rests. */
async function rush(desk: SimulatedWorkbench, truth: Truth): Promise<void> {
  const note = () => truth.push({ from: performance.now(), waiting: desk.conversationsWaiting().length });
  note();
  const start = performance.now();
  let isCatchingUp = false;
  for (let n = 0; n < perSecond * seconds; n += 1) {
    const wait = start + (n * 1000) / perSecond - performance.now();
    if (wait > 0) await new Promise(resolve => setTimeout(resolve, wait));
    const buyer = desk.conversations[(n * 7) % 200];
    if (buyer) desk.buyerWrites(buyer);
    note();
    const waiting = desk.conversationsWaiting().sort((a, b) => (a.waitingSinceS ?? 0) - (b.waitingSinceS ?? 0));
    if (waiting.length >= 90) isCatchingUp = true;
    if (waiting.length <= 30) isCatchingUp = false;
    for (const answered of isCatchingUp ? waiting.slice(0, 2) : []) {
      desk.sellerAnswers(answered);
      note();
    }
  }
}

/** How far (ms) the badge was behind, look by look, until `isOver`. */
async function lags(browser: ExtensionBrowser, truth: Truth, isOver: () => boolean): Promise<number[]> {
  const found: number[] = [];
  while (!isOver()) {
    const asked = performance.now();
    const shown = Number.parseInt((await browser.badge()).text || '0', 10);
    const answered = performance.now();
    const known = truth.filter(({ from }) => from <= answered);
    const last = known.findLastIndex(({ waiting }) => waiting === shown);
    // It was true until the next change; a change after the question was asked does not count against it.
    const until = known[last + 1]?.from ?? answered;
    found.push(last < 0 ? Number.POSITIVE_INFINITY : Math.max(0, asked - until));
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  return found;
}

type Launching = Pick<NonNullable<Parameters<typeof playOn>[3]>, 'granted' | 'extensionDir'>;

type Busy = Pick<Work, 'taskMs' | 'scriptMs'>;
const idle: Busy = { taskMs: 0, scriptMs: 0 };

/** Plays the rush, with Lekas beside it unless no host was granted, and gives what the page's main thread did in it. */
async function busyInRush(name: BrowserName, launching: Launching = {}): Promise<Busy> {
  let busy = idle;
  await playAtDesk(
    name,
    { layout: 'rebuilt', before: twoHundred },
    async ({ site: desk, browser, openChat }) => {
      const chat = await openChat();
      const isBeside = launching.granted !== false;
      if (isBeside) await untilLogged(desk, browser, 30_000);
      // The welcome page may have come in front of it, and who is hidden draws nothing.
      await chat.bringToFront();
      const before = (await chat.work()) ?? idle;
      const truth: Truth = [];
      let isOver = false;
      const rushing = rush(desk, truth).finally(() => {
        isOver = true;
      });
      const behind = isBeside ? await lags(browser, truth, () => isOver) : [];
      await rushing;
      const after = (await chat.work()) ?? idle;
      busy = { taskMs: after.taskMs - before.taskMs, scriptMs: after.scriptMs - before.scriptMs };
      expect(await chat.evaluate('document.visibilityState')).toBe('visible');
      expect(chat.errors).toEqual([]);
      if (!isBeside) return;
      const worst = Math.max(...behind);
      console.log(`${name}: ${behind.length} looks at the badge, at worst ${worst.toFixed(0)} ms behind`);
      expect(behind.length).toBeGreaterThan(seconds);
      expect(worst).toBeLessThanOrEqual(1000);
      expect(loggedLines(await untilLogged(desk, browser, 30_000))).toEqual(sentLines(desk.sent));
    },
    launching,
  );
  return busy;
}

describe.each(browsers)('in %s', name => {
  it('20 messages a second over 200 chats: each logged once, the badge never a second behind', async () => {
    const beside = await busyInRush(name);
    if (name === 'firefox') return;
    // The shipped build of Chromium has no host permission of its own: the page without Lekas.
    const alone = await busyInRush(name, { granted: false, extensionDir: '.output/chrome-mv3' });
    const perMessage = (of: keyof Busy) => ((beside[of] - alone[of]) / (perSecond * seconds)).toFixed(2);
    console.log(
      `${name}: main thread busy ${beside.taskMs.toFixed(0)} ms with Lekas, ${alone.taskMs.toFixed(0)} ms without it: ` +
        `${perMessage('taskMs')} ms added per message, ${perMessage('scriptMs')} ms of them in scripts`,
    );
  }, 300_000);
});
