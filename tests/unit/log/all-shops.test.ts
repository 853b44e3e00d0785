import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { ShopId } from '@/lib/chat/shop';
import type { LogDb } from '@/lib/log/log-db';
import { type OverviewArgs, overview } from '@/lib/log/overview-query';
import { record } from '@/lib/log/record';
import { noteSign } from '@/lib/log/watch-log';
import { rulesFor } from '@/lib/rules/rules-for';
import { rulesOf } from '@/lib/rules/rules-of';
import { emptyLog } from './logged-from';

const now = Date.parse('2026-03-10T12:00:00+07:00');
const hour = 3_600_000;
const [indonesia, vietnam, douyin]: ShopId[] = ['tiktok-shop/ID/1', 'tiktok-shop/VN/2', 'feige/CN/3'];

const look = (db: LogDb, shop?: OverviewArgs['shop']) => overview(db, { now, shop, rulesOf: rulesFor });

/** A buyer who asked so many hours ago, in a shop that was seen then. */
async function asked(db: LogDb, shop: ShopId | undefined, hoursAgo: number) {
  if (!shop) throw new Error('a shop');
  const at = now - hoursAgo * hour;
  const message = {
    is: 'message',
    sense: 'network',
    conversation: `of ${shop}`,
    id: '1',
    author: 'buyer',
    kind: 'text',
  } as const;
  await record(db, [{ ...message, sentAt: at }], { shop, rules: rulesOf(shop), now: at });
  await noteSign(db, 7, { shops: [shop], health: { state: 'watching' }, notUnderstood: 0 }, at);
}

describe('all shops', () => {
  it('stand in the order of their nearest deadlines, with everybody who waits in one list', async () => {
    const db = emptyLog();
    await asked(db, indonesia, 2);
    await asked(db, vietnam, 5);
    const { shops, shown } = await look(db);
    expect(shops.map(({ shop }) => shop)).toEqual([vietnam, indonesia]);
    expect(shown?.is).toBe('all');
    if (shown?.is !== 'all') throw new Error('all shops');
    expect(shown.waiting.map(({ shop }) => shop)).toEqual([vietnam, indonesia]);
    expect(shown.waiting.map(({ deadline }) => deadline)).toEqual([now + 7 * hour, now + 10 * hour]);
  });

  it('show the same rates as each of them by itself', async () => {
    const db = emptyLog();
    await asked(db, indonesia, 20);
    await asked(db, vietnam, 14);
    const { shown } = await look(db);
    if (shown?.is !== 'all') throw new Error('all shops');
    for (const { shop, rates } of shown.shops) {
      const alone = (await look(db, shop)).shown;
      if (alone?.is !== 'shop') throw new Error('one shop');
      expect(rates.map(({ rate }) => rate)).toEqual(alone.rates.map(({ rate }) => rate));
      expect(rates.map(({ rate }) => rate.missed)).toEqual([1, 1]);
    }
  });

  it('leave out one that was not seen for a week; asked for by name it is still there', async () => {
    const db = emptyLog();
    await asked(db, indonesia, 1);
    await asked(db, vietnam, 2);
    await asked(db, douyin, 24 * 7 + 1);
    const { shops, shown } = await look(db, 'all');
    expect(shops.map(({ shop, lately }) => [shop, lately])).toEqual([
      [vietnam, true],
      [indonesia, true],
      [douyin, false],
    ]);
    expect(shown?.is === 'all' && shown.shops.map(({ shop }) => shop)).toEqual([vietnam, indonesia]);
    const old = (await look(db, douyin)).shown;
    expect(old?.is === 'shop' && old.shop).toBe(douyin);
  });

  it('are not offered where only one was seen lately', async () => {
    const db = emptyLog();
    await asked(db, indonesia, 1);
    await asked(db, vietnam, 24 * 8);
    for (const shop of ['all', undefined] as const) {
      const { shown } = await look(db, shop);
      expect(shown?.is === 'shop' && shown.shop).toBe(indonesia);
    }
  });
});
