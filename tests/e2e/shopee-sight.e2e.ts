import { expect } from 'vitest';
import { markets, type SellerHost } from '../pages/shopee/chat/markets.ts';
import type { ShopeeOptions } from '../pages/shopee/chat/options.ts';
import { SimulatedShopee } from '../pages/shopee/inbox.ts';
import { eventually } from './browser-eventually.ts';
import { loggedLines, loggedMessages, rowsOf, sentLines, untilLogged } from './in-the-log.ts';
import { metersOf, rowsIn, textOf } from './in-the-popup.ts';
import { aWhileAgo, onShopee } from './on-shopee.ts';
import { playOn, type SceneOn } from './scene.ts';
import { sideBySide } from './side-by-side.ts';

/** One of every way in which the page was seen to differ, spread over the hosts. */
const ways: readonly Partial<ShopeeOptions>[] = [
  {},
  { path: '/webchat/conversations', container: 'conversations', calls: 'xhr' },
  { container: 'items', listMethod: 'POST', row: 'container' },
  { container: 'data', messageNames: 'long', contentAs: 'text' },
  { container: 'data.conversations', userIds: 'text', nano: 'number' },
  { listCall: 'serving', times: 'ns', fibers: 12 },
  { listCall: 'subaccount', times: 'us', fibers: 1 },
];

sideBySide(
  'every market’s host and every form of the answers is read, each as a shop of its market',
  async name => {
    const hosts = Object.keys(markets) as SellerHost[]; // the table's own keys
    const sites = hosts.map((host, n) => {
      const shop = { id: 700_001 + n, userId: 800_001 + n, name: `Toko ${n}` };
      return new SimulatedShopee({ ...ways[n % ways.length], host, shops: [shop] });
    });
    for (const site of sites) site.buyerWrites(site.buyer(`Pembeli ${site.market}`), { at: aWhileAgo(), quiet: true });
    const [first, ...beside] = sites;
    if (first === undefined) throw new Error('ten hosts');
    const act = async ({ browser, openChat }: SceneOn<SimulatedShopee>) => {
      await Promise.all(sites.map(({ url }) => openChat(url)));
      const wanted = sites
        .flatMap(site => site.sent.map(({ shop, id }) => `shopee/${site.market}/${shop} ${id}`))
        .sort();
      const found = async () => (await loggedMessages(browser)).map(({ shop, id }) => `${shop} ${id}`).sort();
      await eventually(async () => (await found()).length >= wanted.length, { within: 15_000, what: 'one of each' });
      expect(await found()).toEqual(wanted);
      await eventually(async () => (await browser.badge()).text === String(sites.length), { what: 'the badge' });
    };
    await playOn(name, first, act, { beside });
  },
  120_000,
);

sideBySide('the mini chat alone tells who waits; beside two chat tabs each message is stored once', async name => {
  await onShopee(name, {}, async ({ shopee, browser, openChat, openPopup }) => {
    await openChat(shopee.miniUrl);
    const popup = await openPopup();
    const buyer = shopee.buyer('Citra Laksmana');
    shopee.buyerWrites(buyer, { at: aWhileAgo() });
    await eventually(async () => (await rowsIn(popup))[0]?.conversation === buyer.id, {
      within: 8_000,
      what: 'the row',
    });
    expect((await browser.badge()).text).toMatch(/^1/);

    for (const url of [shopee.url, shopee.url.replace('/new-webchat/', '/webchat/')]) await openChat(url);
    shopee.buyerWrites(buyer, { at: aWhileAgo() });
    await untilLogged(shopee, browser);
    shopee.sellerAnswers(buyer);
    await untilLogged(shopee, browser);
    // The mini chat asks every three seconds.
    await new Promise(resolve => setTimeout(resolve, 4_000));
    expect(loggedLines(await loggedMessages(browser))).toEqual(sentLines(shopee.sent));
    expect((await metersOf(popup))['shopee/12h']).toMatchObject({ now: 100, counted: 1, waiting: 0 });
  });
});

sideBySide(
  'reloaded, held back, mixed, doubled, the worker killed between: the log is what was sent; signed out, no rate changes',
  async name => {
    await onShopee(name, {}, async ({ shopee, browser, openChat, openPopup }) => {
      const [first, second] = [shopee.buyer('Indah'), shopee.buyer('Joko')];
      const chat = await openChat();
      shopee.holdFrames();
      shopee.buyerWrites(first, { at: aWhileAgo() });
      shopee.buyerWrites(second, { at: aWhileAgo() });
      shopee.sellerAnswers(first);
      shopee.autoReplies(second);
      shopee.releaseFrames({ shuffle: 7, duplicate: true });
      await untilLogged(shopee, browser);
      await browser.stopBackground();
      shopee.sellerAnswers(second);
      await untilLogged(shopee, browser);
      await chat.reload();
      await chat.waitFor('window.__inboxStats?.loaded === true', 15_000);
      for (const c of shopee.conversations) shopee.sellerOpens(c);
      shopee.buyerWrites(first);
      await untilLogged(shopee, browser);
      expect(loggedLines(await loggedMessages(browser))).toEqual(sentLines(shopee.sent));
      await eventually(async () => (await browser.badge()).text === '1', { what: 'the badge' });

      const popup = await openPopup();
      await eventually(async () => (await metersOf(popup))['shopee/12h']?.counted === 2, {
        what: 'the answered chats',
      });
      const before = await metersOf(popup);
      shopee.loginExpires('redirect');
      await eventually(async () => /^1[×!?]$/.test((await browser.badge()).text), { within: 8_000, what: 'the mark' });
      expect(await metersOf(popup)).toEqual(before);
      expect(await rowsIn(popup)).toHaveLength(1);
    });
  },
);

sideBySide(
  'bad input is counted and later messages are read; names that it does not know: says so, and never that nobody waits',
  async name => {
    await onShopee(name, {}, async ({ shopee, browser, openChat, openPopup }) => {
      const buyer = shopee.buyer('Tirta');
      const chat = await openChat();
      const first = shopee.buyerWrites(buyer, { at: aWhileAgo() });
      await untilLogged(shopee, browser);
      const known = shopee.messageJsonOf(first);
      const told = (message: unknown) => ({ message_type: 'message', message_content: JSON.stringify(message) });
      shopee.pushText(shopee.pushOf(first).slice(0, -40));
      shopee.pushOther({ message_type: 'message', message_content: 7 });
      shopee.pushOther({ message_type: 'kind_x', message_content: null });
      shopee.pushOther(told({ ...known, id: '1999', created_timestamp: 'tomorrow', created_at: 'then' }));
      shopee.pushOther(
        told({ ...known, id: '2999', created_timestamp: Date.UTC(2099, 0, 1), created_at: '2099-01-01T00:00:00Z' }),
      );
      shopee.pushOther(told({ ...known, id: '3999', content: { text: 'a'.repeat(5_000_000) } }));
      const counted = async () => (await rowsOf<{ notUnderstood: number }>(browser, 'watch'))[0]?.notUnderstood ?? 0;
      await eventually(async () => (await counted()) > 0, { within: 8_000, what: 'what was not understood, counted' });
      shopee.sellerAnswers(buyer);
      await untilLogged(shopee, browser);
      const logged = await loggedMessages(browser);
      const ids = new Set(shopee.sent.map(({ id }) => id));
      expect(loggedLines(logged.filter(({ id }) => ids.has(id)))).toEqual(sentLines(shopee.sent));
      expect(logged.filter(({ id }) => id === '1999' || id === '2999')).toEqual([]);
      expect(chat.errors).toEqual([]);

      shopee.changesLayout('unknown');
      await chat.reload();
      const popup = await openPopup();
      await eventually(async () => (await textOf(popup)).includes('The chat page looks different'), { within: 15_000 });
      shopee.buyerWrites(shopee.buyer('Putri'), { at: aWhileAgo() });
      // The network still tells of the buyer; the mark says that the page does not.
      await eventually(async () => (await browser.badge()).text === '1?', { what: 'the badge' });
    });
  },
);
