import { describe, expect, it } from 'vitest';
import { eventually } from './browser-eventually.ts';
import { loggedLines, loggedMessages, sentLines } from './in-the-log.ts';
import { metersOf, rowsIn } from './in-the-popup.ts';
import { aWhileAgo, onShopee } from './on-shopee.ts';
import { browsers } from './scene.ts';

const hour = 3_600_000;

describe.each(browsers)('in %s', name => {
  it('a buyer writes: badge and popup say so within a second; the seller answers: the rates count it', async () => {
    await onShopee(name, {}, async ({ shopee, browser, openChat, openPopup }) => {
      const buyer = shopee.buyer('Ratih Kusumawardani');
      await openChat();
      const popup = await openPopup();

      const asked = shopee.buyerWrites(buyer, { at: aWhileAgo() });
      const badge = async () => (await browser.badge()).text === '1';
      const row = async () => (await rowsIn(popup)).length === 1;
      const [badgeMs, rowMs] = await Promise.all([
        eventually(badge, { within: 1000, what: 'the badge' }),
        eventually(row, { within: 1000, what: 'the row' }),
      ]);
      console.log(`${name}: buyer wrote → badge ${badgeMs.toFixed(0)} ms, popup row ${rowMs.toFixed(0)} ms`);
      const [waiting] = await rowsIn(popup);
      expect(waiting?.conversation).toBe(buyer.id);
      expect([180_000, 12 * hour].map(limit => asked.sentAt + limit)).toContain(waiting?.deadline);
      await eventually(async () => (await rowsIn(popup))[0]?.text.includes('Ratih Kusumawardani'), {
        what: 'the name',
      });

      shopee.sellerAnswers(buyer);
      await eventually(async () => (await rowsIn(popup)).length === 0, { within: 1000, what: 'the row gone' });
      await eventually(async () => (await browser.badge()).text === '', { within: 1000, what: 'the badge empty' });
      const meters = await metersOf(popup);
      expect(meters['shopee/12h']).toMatchObject({ now: 100, counted: 1, waiting: 0 });
      expect(meters['shopee/3min']).toMatchObject({ now: 100, counted: 1, waiting: 0 });
      expect(loggedLines(await loggedMessages(browser))).toEqual(sentLines(shopee.sent));
    });
  });
});
