import { describe, expect, it } from 'vitest';
import type { SimulatedWorkbench } from '../pages/feige/workbench.ts';
import { eventually } from './browser-eventually.ts';
import { eventuallySays } from './eventually-is.ts';
import { desks, deskWith, isInHours, untilLogged } from './feige-desk.ts';
import { loggedLines, sentLines } from './in-the-log.ts';
import { rowsIn } from './in-the-popup.ts';
import { browsers, playOn } from './scene.ts';

const second = 1000;

/** Who waits, for how long (s); one more was answered. */
const waits = { 成晨屿: 12, 范淡竹: 41, 龚恩泽: 100, 贺可乐: 4000 };

function fourWait(desk: SimulatedWorkbench): void {
  const now = Date.now();
  for (const [name, waitedS] of Object.entries(waits)) {
    const at = now - waitedS * second;
    desk.buyerWrites(desk.buyer(name, at), { at, quiet: true });
  }
  const answered = desk.buyer('闵岚山', now - 600 * second);
  desk.buyerWrites(answered, { at: now - 600 * second, quiet: true });
  desk.sellerAnswers(answered, { at: now - 500 * second, quiet: true });
}

describe.each(browsers)('in %s', name => {
  describe.each(desks)('%s', (_, options) => {
    it('blind to the network, it finds every waiting chat by its label, to the second, and says so', async () => {
      const desk = deskWith({ ...options, calls: 'worker' }, fourWait);
      await playOn(name, desk, async ({ site, browser, openChat, openPopup }) => {
        const chat = await openChat();
        // The page itself names its shop only around an open chat.
        if (site.conversations[0]) site.opens(site.conversations[0]);
        const popup = await openPopup();
        await eventually(async () => (await rowsIn(popup)).length === 4, { within: 15_000, what: 'four rows' });
        const rows = await rowsIn(popup);
        for (const buyer of site.conversationsWaiting()) {
          const row = rows.find(({ text }) => text.includes(buyer.name));
          expect(row, buyer.name).toBeDefined();
          const sinceMs = (buyer.waitingSinceS ?? 0) * second;
          // A label in seconds is cut to the second and drawn once a second; longer ones say less.
          if (!isInHours(sinceMs) || row?.deadline == null || Date.now() - sinceMs > 60 * second) continue;
          expect(row.deadline - 180 * second).toBeGreaterThanOrEqual(sinceMs - second);
          expect(row.deadline - 180 * second).toBeLessThanOrEqual(sinceMs + 2 * second);
        }
        expect((await browser.badge()).text).toBe('4');
        await eventuallySays(popup, 'sees the page but not what it receives');
        expect(chat.errors).toEqual([]);
      });
    });
  });

  it('blind to the page, it has exact times by the network alone, and says so', async () => {
    await playOn(name, deskWith({ layout: 'drawn' }, fourWait), async ({ site, browser, openChat, openPopup }) => {
      await openChat();
      const popup = await openPopup();
      const buyer = site.buyer('倪若谷');
      const asked = site.buyerWrites(buyer);
      expect(loggedLines(await untilLogged(site, browser))).toEqual(sentLines(site.sent));
      await eventually(async () => (await rowsIn(popup)).length === 5, { what: 'five rows' });
      const row = (await rowsIn(popup)).find(({ conversation }) => conversation === buyer.id);
      expect(row?.deadline).toBe(isInHours(asked.sentAt) ? asked.sentAt + 180 * second : null);
      await eventuallySays(popup, 'receives the messages but cannot see the chat page');
    });
  });

  it('a layout it does not know: says what is missing, and never that nobody waits', async () => {
    await playOn(name, deskWith({ layout: 'unknown' }, fourWait), async ({ browser, openChat, openPopup }) => {
      await openChat();
      const popup = await openPopup();
      await eventuallySays(popup, 'The chat page looks different');
      await eventually(async () => (await browser.badge()).text === '4?', { what: 'the badge' });
    });
  });
});
