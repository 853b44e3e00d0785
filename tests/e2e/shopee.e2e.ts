import { expect } from 'vitest';
import type { SimulatedShopee } from '../pages/shopee/inbox.ts';
import { eventually } from './browser-eventually.ts';
import { kept } from './everything-kept.ts';
import { loggedLines, loggedMessages, sentLines, untilLogged } from './in-the-log.ts';
import { chooseShop, metersOf, rowsIn } from './in-the-popup.ts';
import { aWhileAgo, onShopee } from './on-shopee.ts';
import { sideBySide } from './side-by-side.ts';

const minute = 60_000;
const hour = 60 * minute;

sideBySide('the list tells who waits, and the history of opened chats the rate of the past days', async name => {
  const at = Math.floor(Date.now() / 1000) * 1000 - 20 * hour;
  const quiet = true;
  const before = (shopee: SimulatedShopee) => {
    const [answered, late, missed] = ['Wulan Safitri', 'Damar Nugroho', 'Sekar Puspita'].map(n => shopee.buyer(n, at));
    if (!answered || !late || !missed) throw new Error('three buyers');
    shopee.buyerWrites(answered, { at, quiet });
    shopee.sellerAnswers(answered, { at: at + hour, quiet });
    shopee.buyerWrites(late, { at, quiet });
    shopee.sellerAnswers(late, { at: at + 13 * hour, quiet });
    shopee.buyerWrites(missed, { at, kind: 'order', quiet });
  };
  await onShopee(name, { before }, async ({ shopee, browser, openChat, openPopup }) => {
    await openChat();
    const popup = await openPopup();
    await eventually(async () => (await rowsIn(popup)).length === 1, {
      within: 10_000,
      what: 'who waits, by the list',
    });
    expect((await rowsIn(popup))[0]).toMatchObject({
      conversation: shopee.conversationWith('Sekar Puspita').id,
      deadline: at + 12 * hour,
    });
    for (const c of shopee.conversations) {
      shopee.sellerOpens(c);
      await eventually(() => shopee.markedRead.includes(c.id), { what: 'the chat, opened' });
    }
    await eventually(async () => (await metersOf(popup))['shopee/12h']?.counted === 3, { what: 'three chats' });
    expect((await metersOf(popup))['shopee/12h']?.now).toBe(33.3);
    expect(loggedLines(await loggedMessages(browser))).toEqual(sentLines(shopee.sent));
  });
});

sideBySide('seconds, nanoseconds, ISO, ms and µs in one chat: all at their time, in their order', async name => {
  await onShopee(name, { times: 'mixed' }, async ({ shopee, browser, openChat }) => {
    const buyer = shopee.buyer('Kirana Hapsari');
    const start = Date.now() - 2 * hour;
    for (let n = 0; n < 12; n += 1) {
      const how = { at: start + n * 61_234, quiet: true };
      if (n % 2 === 0) shopee.buyerWrites(buyer, how);
      else shopee.sellerAnswers(buyer, how);
    }
    await openChat();
    shopee.sellerOpens(buyer);
    for (let n = 0; n < 6; n += 1) {
      const at = start + hour + n * 61_234;
      if (n % 2 === 0) shopee.buyerWrites(buyer, { at });
      else shopee.sellerAnswers(buyer, { at });
    }
    const logged = await untilLogged(shopee, browser);
    expect(loggedLines(logged)).toEqual(sentLines(shopee.sent));
    const byTime = [...logged].sort((a, b) => a.sentAt - b.sentAt).map(({ id }) => id);
    expect(byTime).toEqual(shopee.sent.map(({ id }) => id));
  });
});

sideBySide(
  'a list of a thousand chats, scrolled from end to end, gives every one who waits; no text of it is kept, nothing is sent',
  async name => {
    const before = (shopee: SimulatedShopee) => void shopee.seed({ conversations: 1000, waitingEvery: 20 });
    await onShopee(name, { before }, async ({ shopee, browser, openChat, openPopup }) => {
      const chat = await openChat();
      const scrolled = () =>
        chat.evaluate<boolean>(`(() => {
        const grid = document.querySelector('[data-cy="webchat-conversation-list"] .ReactVirtualized__Grid');
        grid.scrollTop += grid.clientHeight * 0.8;
        return __inboxStats.listed >= 1000 && grid.scrollTop + grid.clientHeight >= grid.scrollHeight - 1;
      })()`);
      await eventually(scrolled, { within: 60_000, what: 'the end of the list' });
      const popup = await openPopup();
      await eventually(async () => (await browser.badge()).text === '50', { within: 15_000, what: 'the badge' });
      const wanted = shopee.conversationsWaiting().map(({ id }) => id);
      await eventually(async () => (await rowsIn(popup)).length === 50, { what: 'the rows' });
      expect(new Set((await rowsIn(popup)).map(({ conversation }) => conversation))).toEqual(new Set(wanted));
      expect((await metersOf(popup))['shopee/12h']?.waiting).toBe(50);

      const buyer = shopee.buyer('Umi Kalsum');
      shopee.buyerWrites(buyer, { at: aWhileAgo(), text: 'where is my parcel, it is blue' });
      shopee.sellerAnswers(buyer, { text: 'on its way to you' });
      const isThere = async () => (await loggedMessages(browser)).some(({ id }) => id === shopee.sent.at(-1)?.id);
      await eventually(isThere, { within: 15_000, what: 'the answer in the log' });
      const everything = await browser.beside<string>(kept);
      expect(everything).toContain(buyer.id);
      expect(shopee.texts.size).toBeGreaterThan(10);
      expect([...shopee.texts].filter(text => text.length > 3 && everything.includes(text))).toEqual([]);
      expect(everything).not.toContain(shopee.token);
      const stats = await chat.evaluate<Record<string, number>>('window.__inboxStats');
      expect(stats).toMatchObject({ otherChanges: 0, clicks: 0, focuses: 0, keys: 0 });
      expect([shopee.markedRead, shopee.opened]).toEqual([[], []]);
      expect(chat.errors).toEqual([]);
    });
  },
  120_000,
);

sideBySide('two shops under one sign-in stay apart', async name => {
  const morning = { id: 510_001, userId: 610_001, name: 'Toko Pagi' };
  const evening = { id: 520_002, userId: 620_002, name: 'Toko Sore' };
  await onShopee(name, { shops: [morning, evening] }, async ({ shopee, browser, openChat, openPopup }) => {
    const here = shopee.buyer('Yoga Pratama', Date.now(), { shop: morning });
    const there = shopee.buyer('Yoga Pratama', Date.now(), { shop: evening });
    await openChat();
    shopee.buyerWrites(here, { at: aWhileAgo() });
    shopee.buyerWrites(there, { at: aWhileAgo() });
    await eventually(async () => (await browser.badge()).text === '2', { what: 'both on the badge' });
    shopee.sellerAnswers(here);
    await eventually(async () => (await browser.badge()).text === '1', { what: 'one on the badge' });

    const logged = await untilLogged(shopee, browser);
    const shopOf = (id: number) => `shopee/${shopee.market}/${id}`;
    expect(logged.map(({ shop, id }) => `${shop} ${id}`).sort()).toEqual(
      shopee.sent.map(({ shop, id }) => `${shopOf(shop)} ${id}`).sort(),
    );
    const popup = await openPopup();
    await chooseShop(popup, shopOf(morning.id));
    await eventually(async () => (await metersOf(popup))['shopee/12h']?.counted === 1, { what: 'the first shop’s' });
    expect(await rowsIn(popup)).toEqual([]);
    await chooseShop(popup, shopOf(evening.id));
    await eventually(async () => (await rowsIn(popup))[0]?.conversation === there.id, { what: 'the second shop’s' });
    expect((await metersOf(popup))['shopee/12h']).toMatchObject({ now: null, counted: 0, waiting: 1 });
  });
});

sideBySide(
  'robot, FAQ, cards and broadcasts neither ask nor answer; an answer to a broadcast asks, and so does a tap; who is blocked waits no longer',
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

      const [blocked, waits] = [shopee.buyer('Tono'), shopee.buyer('Umar')];
      for (const c of [blocked, waits]) shopee.buyerWrites(c, { at: aWhileAgo() });
      await eventually(async () => (await waiting()).length === 2, { what: 'both' });
      shopee.blocks(blocked);
      await eventually(async () => (await waiting()).join() === waits.id, { what: 'the one who is not blocked' });

      // To many at once, one of whom waits: that is no answer. Long before the answers above, which were as quick as no hand is.
      const unheard = shopee.buyer('Fitrah');
      const before = aWhileAgo() - 10 * minute;
      shopee.buyerWrites(unheard, { at: before });
      const many = ['Citra', 'Dewi', 'Eka', 'Galih', 'Hana'].map(n => shopee.buyer(n));
      shopee.broadcast([unheard, ...many], { at: before + minute });
      await untilLogged(shopee, browser);
      await eventually(async () => (await waiting()).length === 2, { what: 'the one who waits all the same' });
      expect(new Set(await waiting())).toEqual(new Set([waits.id, unheard.id]));
      expect((await metersOf(popup))['shopee/12h']).toMatchObject({ now: 100, counted: 4, waiting: 2 });
    });
  },
);
