import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { cover, coverageGapMs, coverageOf } from '@/lib/log/coverage';
import { emptyLog, testShop } from './logged-from';

const noon = Date.parse('2026-03-10T12:00:00+07:00');
const minute = 60_000;

async function watched(...signs: number[]) {
  const db = emptyLog();
  for (const at of signs) await cover(db, testShop, at);
  return db;
}

it('signs of life close together are one stretch, and it goes on until one is overdue', async () => {
  const db = await watched(noon, noon + minute, noon + 2 * minute);
  expect(await db.coverage.toArray()).toEqual([{ shop: testShop, from: noon, to: noon + 2 * minute }]);
  expect(await coverageOf(db, testShop, noon, noon + 4 * minute)).toEqual({ share: 1, since: noon });
});

it('a silence is a gap, and the share says so', async () => {
  const db = await watched(noon, noon + minute, noon + 10 * minute);
  expect(await db.coverage.count()).toBe(2);
  expect(await coverageOf(db, testShop, noon - minute, noon + 10 * minute)).toEqual({ share: 0.1, since: noon });
});

it('what came before Lekas was there is not held against it; what came before the window does not count', async () => {
  const db = await watched(noon, noon + 2 * minute, noon + 4 * minute);
  expect((await coverageOf(db, testShop, noon - 30 * 86_400_000, noon + 4 * minute)).since).toBe(noon);
  expect(await coverageOf(db, testShop, noon + 3 * minute, noon + 4 * minute)).toEqual({
    share: 1,
    since: noon + 3 * minute,
  });
});

it('a shop that was never watched is covered by nothing', async () => {
  const db = emptyLog();
  expect((await coverageOf(db, testShop, noon, noon + minute)).share).toBe(0);
});

it('a clock set back begins a new stretch and shortens none', async () => {
  const db = await watched(noon, noon + minute, noon - 60 * minute);
  expect((await db.coverage.toArray()).map(({ from, to }) => [from, to])).toEqual([
    [noon - 60 * minute, noon - 60 * minute],
    [noon, noon + minute],
  ]);
  expect(coverageGapMs).toBeGreaterThan(minute);
});
