import { expect } from 'vitest';
import { SimulatedWorkbench } from '../../pages/feige/workbench.ts';
import { SimulatedShopee } from '../../pages/shopee/inbox.ts';
import { SimulatedInbox } from '../../pages/tiktok-shop/inbox.ts';
import { SimulatedTokopedia } from '../../pages/tokopedia/inbox.ts';
import { clockShowing, type WorldClock } from '../../tools/clock-ahead.ts';
import { eventually } from '../browser-eventually.ts';
import { rowsOf } from '../in-the-log.ts';
import { chooseShop, metersOf, rowsIn } from '../in-the-popup.ts';
import { playOn, type SceneOn } from '../scene.ts';
import { sideBySide } from '../side-by-side.ts';

const minute = 60_000;
const hour = 60 * minute;

/** One site of each, by one clock. */
function marketplaces({ now }: WorldClock) {
  const [tiktok, feige] = [new SimulatedInbox({ now }), new SimulatedWorkbench({ now, lateNotices: false })];
  const [shopee, tokopedia] = [new SimulatedShopee({ now }), new SimulatedTokopedia({ now })];
  return { tiktok, feige, shopee, tokopedia };
}

/** On each marketplace one buyer who was answered and one who waits; whoever waits is due to be named at `dueAt`. */
function buyersOf({ tiktok, feige, shopee, tokopedia }: ReturnType<typeof marketplaces>, dueAt: number) {
  const quiet = true;
  const lives = <C>(
    site: {
      buyer(name: string, at: number): C;
      buyerWrites(c: C, how: { at: number; quiet: boolean }): { conversation: string };
      sellerAnswers(c: C, how: { at: number; quiet: boolean }): unknown;
    },
    askedAt: number,
  ) => {
    const answered = site.buyer('Melati Kusnadi', askedAt - 20 * minute);
    site.buyerWrites(answered, { at: askedAt - 20 * minute, quiet });
    site.sellerAnswers(answered, { at: askedAt - 18 * minute, quiet });
    const waits = site.buyer('Cakra Wirasena', askedAt);
    return { answered, waits, conversation: site.buyerWrites(waits, { at: askedAt, quiet }).conversation };
  };
  // Two hours before the end of twelve, or of seven days; and 100 seconds after the question, which Feige counts by day only.
  const feigeAskedAt = dueAt - 100_000;
  const [onTiktok, onFeige] = [lives(tiktok, dueAt - 10 * hour), lives(feige, feigeAskedAt)];
  const [onShopee, onTokopedia] = [lives(shopee, dueAt - 10 * hour), lives(tokopedia, dueAt - (7 * 24 - 2) * hour)];
  return {
    shops: [
      { shop: `tiktok-shop/ID/${tiktok.options.sellerId}`, rule: 'tiktok-shop/12h', chat: onTiktok.conversation },
      { shop: `feige/CN/${feige.options.shopId}`, rule: 'feige/3min', chat: onFeige.conversation },
      { shop: `shopee/ID/${shopee.options.shops[0].id}`, rule: 'shopee/12h', chat: onShopee.conversation },
      {
        shop: `tokopedia/ID/${tokopedia.options.shopUserId}`,
        rule: 'tokopedia/reply-rate',
        chat: onTokopedia.conversation,
      },
    ],
    /** What a page asks for only once its chat is opened. */
    looksInto() {
      shopee.sellerOpens(onShopee.answered);
      tokopedia.sellerOpens(onTokopedia.answered);
      setTimeout(() => tokopedia.sellerOpens(onTokopedia.waits), 1_000);
    },
  };
}

sideBySide(
  'four marketplaces open at once: four shops, right figures, one badge, one notification',
  async name => {
    // By day, in China and in Indonesia: what Feige asks of a shop counts from 08:00 to 23:00.
    const clock = clockShowing('14:00:00', 8 * hour);
    const sites = marketplaces(clock);
    const { tiktok, ...others } = sites;
    const beside = Object.values(others);
    const act = async ({ browser, openChat, openPopup }: SceneOn<SimulatedInbox>) => {
      const dueAt = Math.ceil(clock.now() / 1000) * 1000 + 45_000;
      const { shops, looksInto } = buyersOf(sites, dueAt);
      for (const { url } of [tiktok, ...beside]) await openChat(url);
      looksInto();
      const popup = await openPopup();
      await eventually(async () => (await browser.badge()).text === '4', { within: 20_000, what: 'four on one badge' });
      expect((await browser.badge()).inSomeTabs).toEqual([]);

      await chooseShop(popup, null);
      await eventually(async () => (await rowsIn(popup)).length === 4, { what: 'all who wait, of all shops' });
      expect(new Set((await rowsIn(popup)).map(row => row.conversation))).toEqual(
        new Set(shops.map(({ chat }) => chat)),
      );
      const deadlines = (await rowsIn(popup)).map(({ deadline }) => deadline ?? Number.POSITIVE_INFINITY);
      expect(deadlines).toEqual([...deadlines].sort((a, b) => a - b));

      for (const { shop, rule, chat } of shops) {
        await chooseShop(popup, shop);
        await eventually(async () => (await rowsIn(popup)).map(row => row.conversation).join() === chat, {
          what: shop,
        });
        await eventually(async () => (await metersOf(popup))[rule]?.counted === 1, { what: rule });
        expect((await metersOf(popup))[rule]).toMatchObject({ now: 100, counted: 1, waiting: 1 });
      }
      expect(clock.now(), 'the pages took so long that the reminders came before').toBeLessThan(dueAt);
      console.log(`${name}: all seen ${((dueAt - clock.now()) / 1000).toFixed(0)} s before the reminders`);

      await eventually(async () => (await browser.notifications()).length > 0, {
        within: 120_000,
        what: 'a notification',
      });
      const notices = await browser.notifications();
      expect(notices).toHaveLength(1);
      const title = notices[0]?.title ?? null;
      if (title !== null) expect(title).toContain(`${shops.length} buyers wait`);
      const fired = await rowsOf<{ key: string; at: number }>(browser, 'reminders');
      const chats = shops.filter(({ shop }) => fired.some(({ key }) => key.startsWith(`${shop} `)));
      expect(chats).toHaveLength(shops.length);
      expect(new Set(fired.map(({ at }) => at)).size).toBe(1);
    };
    await playOn(name, tiktok, act, { beside, clock });
  },
  240_000,
);
