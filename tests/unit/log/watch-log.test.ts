import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { ShopId } from '@/lib/chat/shop';
import { nothingCounted } from '@/lib/log/books';
import { shopHealth } from '@/lib/log/health-query';
import { forgetTab, noteSign, noteSignedOut, watchedTabs } from '@/lib/log/watch-log';
import { emptyLog } from './logged-from';

const noon = Date.parse('2026-03-10T12:00:00+07:00');
const [one, two]: [ShopId, ShopId] = ['tiktok-shop/ID/1', 'tiktok-shop/ID/2'];
const sign = (...shops: ShopId[]) => ({ shops, health: { state: 'watching' } as const, notUnderstood: 0 });
const stateOf = async (db: ReturnType<typeof emptyLog>, shop: ShopId, now: number) =>
  (await shopHealth(db, shop, now)).health.state;

it('a page that speaks for two shops watches both', async () => {
  const db = emptyLog();
  await noteSign(db, 7, sign(one, two), noon);
  expect([await stateOf(db, one, noon), await stateOf(db, two, noon)]).toEqual(['watching', 'watching']);
  expect(await watchedTabs(db)).toEqual([7]);
});

it('one that speaks for another shop watches the first no longer', async () => {
  const db = emptyLog();
  await noteSign(db, 7, sign(one), noon);
  await noteSign(db, 7, sign(two), noon + 1000);
  expect([await stateOf(db, one, noon + 1000), await stateOf(db, two, noon + 1000)]).toEqual(['closed', 'watching']);
});

it('signed out, it no longer says whose it is: the shops it showed are signed out', async () => {
  const db = emptyLog();
  await noteSign(db, 7, sign(one, two), noon);
  await noteSignedOut(db, 7, noon + 1000);
  expect(await stateOf(db, two, noon + 1000)).toBe('signed-out');
});

it('health keeps the moment since which it is as it is; a closed shop that was never watched has its first sight', async () => {
  const db = emptyLog();
  await noteSign(db, 7, sign(one), noon);
  await noteSign(db, 7, sign(one), noon + 60_000);
  expect((await shopHealth(db, one, noon + 60_000)).since).toBe(noon);
  await forgetTab(db, 7);
  expect(await watchedTabs(db)).toEqual([]);
  await db.shops.add({ shop: two, firstSeenAt: noon - 1, complete: nothingCounted, turn: 0 });
  expect(await shopHealth(db, two, noon + 60_000)).toEqual({ health: { state: 'closed' }, since: noon - 1 });
});
