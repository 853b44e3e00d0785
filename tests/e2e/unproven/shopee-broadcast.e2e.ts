import { expect } from 'vitest';
import { eventually } from '../browser-eventually.ts';
import { metersOf, rowsIn } from '../in-the-popup.ts';
import { aWhileAgo, onShopee, untilLogged } from '../on-shopee.ts';
import { sideBySide } from '../side-by-side.ts';

/*
 * Not passed by any run: nothing recorded tells a broadcast from an answer that a person sent. `source` does not: it names
 * what a message was sent with (public code has one value for the buyer's and the shop's alike), so that to take another
 * than the page's own for a machine's would take every answer from a phone for one.
 */
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
