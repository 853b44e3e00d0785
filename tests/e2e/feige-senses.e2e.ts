import { describe, expect, it } from 'vitest';
import type { SimulatedWorkbench } from '../pages/feige/workbench.ts';
import type { WorldClock } from '../tools/clock-ahead.ts';
import { eventually } from './browser-eventually.ts';
import { eventuallySays } from './eventually-is.ts';
import { desks, playAtDesk } from './feige-desk.ts';
import { loggedLines, sentLines, untilLogged } from './in-the-log.ts';
import { rowsIn } from './in-the-popup.ts';
import { browsers } from './scene.ts';

const second = 1000;
const limit = 180 * second;

/** Who waits, for how long (s); one more was answered. */
const short = { 成晨屿: 12, 范淡竹: 31 };
const long = { 龚恩泽: 100, 贺可乐: 4000 };

/** The finest that a label of so long a wait (s) says, in ms: `45秒`, `3分钟`, `1小时`. */
const unitOf = (waitedS: number) => (waitedS < 60 ? second : waitedS < 3600 ? 60 * second : 3600 * second);

function wait(desk: SimulatedWorkbench, { now }: WorldClock, who: typeof short | typeof long, quiet: boolean): void {
  for (const [name, waitedS] of Object.entries(who)) {
    const at = now() - waitedS * second;
    desk.buyerWrites(desk.buyer(name, at), { at, quiet });
  }
}

function longWait(desk: SimulatedWorkbench, clock: WorldClock): void {
  wait(desk, clock, long, true);
  const now = clock.now();
  const answered = desk.buyer('闵岚山', now - 600 * second);
  desk.buyerWrites(answered, { at: now - 600 * second, quiet: true });
  desk.sellerAnswers(answered, { at: now - 500 * second, quiet: true });
}

function fourWait(desk: SimulatedWorkbench, clock: WorldClock): void {
  wait(desk, clock, short, true);
  longWait(desk, clock);
}

// What mostly waits is tried in both browsers side by side.
describe.each(desks)('%s, side by side', (_, options) => {
  it.concurrent.each(browsers)(
    'in %s: blind to the network, it finds every waiting chat by its label, to the second, and says so',

    async name => {
      const how = { ...options, calls: 'worker', before: longWait } as const;
      await playAtDesk(name, how, async ({ site, browser, openChat, openPopup, clock }) => {
        const chat = await openChat();
        // The page itself names its shop only around an open chat.
        if (site.conversations[0]) site.opens(site.conversations[0]);
        const popup = await openPopup();
        // Now that all is there: a label in seconds is one for less than a minute.
        wait(site, clock, short, false);
        await eventually(async () => (await rowsIn(popup)).length === 4, { within: 15_000, what: 'four rows' });
        const rows = await rowsIn(popup);
        for (const buyer of site.conversationsWaiting()) {
          const row = rows.find(({ text }) => text.includes(buyer.name));
          const sinceMs = (buyer.waitingSinceS ?? 0) * second;
          // A label is cut to its unit, and an uncertain time is read against the seller.
          const unit = buyer.name in short ? second : unitOf(Math.floor((clock.now() - sinceMs) / second));
          const readMs = (row?.deadline ?? Number.NaN) - limit - sinceMs;
          console.log(`${name}: ${buyer.name} waits since ${readMs} ms from the truth, by a label in ${unit} ms`);
          expect(readMs, buyer.name).toBeGreaterThanOrEqual(-unit);
          expect(readMs, buyer.name).toBeLessThanOrEqual(second);
        }
        expect((await browser.badge()).text).toBe('4');
        // Whoever looks at it has it in front; one that nobody sees may rest.
        await popup.bringToFront();
        await eventuallySays(popup, 'sees the page but not what it receives');
        expect(chat.errors).toEqual([]);
      });
    },
    90_000,
  );
});

describe('a page that cannot be read', () => {
  it.concurrent.each(browsers)(
    'in %s: blind to the page, it has exact times by the network alone, and says so',
    async name => {
      const how = { layout: 'drawn', before: fourWait } as const;
      await playAtDesk(name, how, async ({ site, browser, openChat, openPopup }) => {
        await openChat();
        const popup = await openPopup();
        const buyer = site.buyer('倪若谷');
        site.buyerWrites(buyer);
        expect(loggedLines(await untilLogged(site, browser))).toEqual(sentLines(site.sent));
        await eventually(async () => (await rowsIn(popup)).length === 5, { what: 'five rows' });
        const deadlines = new Map((await rowsIn(popup)).map(row => [row.conversation, row.deadline]));
        for (const { conversation, author, sentAt } of site.sent) {
          const isWaiting = site.conversation(conversation)?.waitingSinceS !== undefined;
          if (author === 'buyer' && isWaiting) expect(deadlines.get(conversation)).toBe(sentAt + limit);
        }
        await eventuallySays(popup, 'receives the messages but cannot see the chat page');
        await popup.bringToFront();
        await popup.click('.health summary');
        await eventuallySays(popup, 'conversation-row');
        expect((await browser.badge()).text).toBe('5');
      });
    },
  );
});

describe('a page that nobody knows', () => {
  it.concurrent.each(browsers)(
    'in %s: a layout it does not know: says what is missing, and never that nobody waits',
    async name => {
      await playAtDesk(name, { layout: 'unknown', before: fourWait }, async ({ browser, openChat, openPopup }) => {
        await openChat();
        const popup = await openPopup();
        await eventuallySays(popup, 'The chat page looks different');
        await eventually(async () => (await browser.badge()).text === '4?', { what: 'the badge' });
      });
    },
  );
});
