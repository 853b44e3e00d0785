import { expect } from 'vitest';
import { eventually } from '../browser-eventually.ts';
import { metersOf, rowsIn } from '../in-the-popup.ts';
import { aWhileAgo, onShopee, untilLogged } from '../on-shopee.ts';
import { sideBySide } from '../side-by-side.ts';

sideBySide(
  'robot, FAQ, cards and broadcasts neither ask nor answer; an answer to a broadcast asks, and so does a tap',
  async name => {
    await onShopee(name, {}, async ({ shopee, browser, openChat, openPopup }) => {
      const [robotOnly, faqOnly, addressed, taps] = ['Bagas', 'Laras', 'Intan', 'Wening'].map(n => shopee.buyer(n));
      if (!robotOnly || !faqOnly || !addressed || !taps) throw new Error('four buyers');
      await openChat();
      const popup = await openPopup();
      const waiting = async () => (await rowsIn(popup)).map(({ conversation }) => conversation);

      shopee.buyerWrites(robotOnly, { at: aWhileAgo(), kind: 'sticker' });
      shopee.autoReplies(robotOnly);
      shopee.attachesCard(robotOnly, 'order', { at: aWhileAgo() + 2_000 });
      shopee.buyerWrites(faqOnly, { at: aWhileAgo() });
      shopee.answersFaq(faqOnly);
      shopee.broadcast([addressed, taps], { at: aWhileAgo() });
      await eventually(async () => (await waiting()).length === 2, { what: 'the two who have only heard a machine' });
      await untilLogged(shopee, browser);
      expect(new Set(await waiting())).toEqual(new Set([robotOnly.id, faqOnly.id]));
      expect((await metersOf(popup))['shopee/12h']).toMatchObject({ now: null, counted: 0, waiting: 2 });

      shopee.buyerWrites(addressed, { at: aWhileAgo() + 5_000 });
      shopee.buyerTapsStaff(taps, { at: aWhileAgo() + 5_000 });
      await eventually(async () => (await waiting()).length === 4, { what: 'the two who answered the broadcast' });
      for (const c of shopee.conversations) shopee.sellerAnswers(c);
      await eventually(async () => (await waiting()).length === 0, { what: 'nobody waiting' });
      expect((await metersOf(popup))['shopee/12h']).toMatchObject({ now: 100, counted: 4, waiting: 0 });
    });
  },
);

sideBySide('a broadcast does not answer a buyer who waits, once the shop’s own hand is known', async name => {
  await onShopee(name, {}, async ({ shopee, browser, openChat, openPopup }) => {
    const [known, waits] = [shopee.buyer('Raka'), shopee.buyer('Fitrah')];
    shopee.buyerWrites(known, { at: aWhileAgo(), quiet: true });
    await openChat();
    const popup = await openPopup();
    shopee.sellerTypes(known, 'Ada kak, silakan');
    await eventually(() => shopee.sent.length === 2, { what: 'the answer, typed' });
    shopee.buyerWrites(waits, { at: aWhileAgo() });
    shopee.broadcast([waits]);
    await untilLogged(shopee, browser);
    await eventually(async () => (await rowsIn(popup)).length === 1, { what: 'the one who waits' });
    expect((await rowsIn(popup))[0]?.conversation).toBe(waits.id);
    expect((await metersOf(popup))['shopee/12h']).toMatchObject({ now: 100, counted: 1, waiting: 1 });
  });
});
