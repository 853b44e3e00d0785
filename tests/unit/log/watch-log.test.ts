import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { ShopId } from '@/lib/chat/shop';
import { nothingCounted } from '@/lib/log/books';
import { shopHealth } from '@/lib/log/health-query';
import {
  forgetTab,
  noteAllowed,
  noteHealth,
  noteSign,
  noteSignedOut,
  renameTab,
  watchedTabs,
} from '@/lib/log/watch-log';
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

it('a tab that gives no sign of life for a while does not answer; it is not known to be closed', async () => {
  const db = emptyLog();
  await noteSign(db, 7, sign(one), noon);
  const gap = 150_000;
  expect(await stateOf(db, one, noon + gap)).toBe('watching');
  expect(await shopHealth(db, one, noon + gap + 1)).toEqual({
    health: { state: 'stopped', why: 'no-answer' },
    since: noon,
  });
});

it('a sign of life from the future is of a clock that was wrong', async () => {
  const db = emptyLog();
  await noteSign(db, 7, sign(one), noon + 7_200_000);
  expect(await stateOf(db, one, noon)).toBe('stopped');
});

it('what the browser said of a tab stays so, however long it is', async () => {
  const db = emptyLog();
  await noteSign(db, 7, sign(one), noon);
  await noteHealth(db, 7, { state: 'stopped', why: 'discarded' }, noon + 60_000);
  const health = { state: 'stopped', why: 'discarded' };
  expect(await shopHealth(db, one, noon + 3_600_000)).toEqual({ health, since: noon + 60_000 });
});

it('of two tabs what the better one sees is seen', async () => {
  const db = emptyLog();
  await noteSign(db, 7, sign(one), noon);
  await noteSign(db, 8, sign(one), noon);
  await noteHealth(db, 7, { state: 'stopped', why: 'crashed' }, noon);
  expect(await stateOf(db, one, noon)).toBe('watching');
  await forgetTab(db, 8);
  expect(await stateOf(db, one, noon)).toBe('stopped');
});

it('a shop whose pages the seller does not allow says so, whatever its tabs say, until he does', async () => {
  const db = emptyLog();
  await noteSign(db, 7, sign(one), noon);
  await noteAllowed(db, () => false, noon + 1000);
  await noteAllowed(db, () => false, noon + 2000);
  expect(await shopHealth(db, one, noon + 3000)).toEqual({ health: { state: 'not-allowed' }, since: noon + 1000 });
  await noteAllowed(db, () => true, noon + 4000);
  expect(await stateOf(db, one, noon + 4000)).toBe('watching');
});

it('a tab that goes on under another number is the same tab', async () => {
  const db = emptyLog();
  await noteSign(db, 7, sign(one, two), noon);
  await renameTab(db, 7, 9);
  expect(await watchedTabs(db)).toEqual([9]);
  expect(await stateOf(db, two, noon)).toBe('watching');
});

it('what a page of one shop received whole is noted for it, and of several for none', async () => {
  const db = emptyLog();
  const whole = { from: noon - 3_600_000, to: noon + 60_000 };
  await noteSign(db, 7, { ...sign(one, two), whole }, noon);
  expect(await db.filled.toArray()).toEqual([]);
  await noteSign(db, 8, { ...sign(one), whole }, noon);
  expect(await db.filled.toArray()).toEqual([{ shop: one, from: noon - 3_600_000, to: noon }]);
});
