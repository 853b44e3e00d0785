import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { cover, coverageGapMs, coverageOf, coverageStrip, fill } from '@/lib/log/coverage';
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
  expect(await coverageOf(db, testShop, noon, noon + 4 * minute)).toEqual({ share: 1, watched: 1, since: noon });
});

it('a silence is a gap, and the share says so', async () => {
  const db = await watched(noon, noon + minute, noon + 10 * minute);
  expect(await db.coverage.count()).toBe(2);
  expect(await coverageOf(db, testShop, noon - minute, noon + 10 * minute)).toEqual({
    share: 0.1,
    watched: 0.1,
    since: noon,
  });
});

it('what came before Lekas was there is not held against it; what came before the window does not count', async () => {
  const db = await watched(noon, noon + 2 * minute, noon + 4 * minute);
  expect((await coverageOf(db, testShop, noon - 30 * 86_400_000, noon + 4 * minute)).since).toBe(noon);
  expect(await coverageOf(db, testShop, noon + 3 * minute, noon + 4 * minute)).toEqual({
    share: 1,
    watched: 1,
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

it('two hours ahead for a moment: the signs of the right clock are one stretch again', async () => {
  const db = await watched(noon, noon + 120 * minute, noon + minute, noon + 2 * minute, noon + 3 * minute);
  expect((await db.coverage.toArray()).map(({ from, to }) => [from, to])).toEqual([
    [noon, noon + 3 * minute],
    [noon + 120 * minute, noon + 120 * minute],
  ]);
});

describe('a gap', () => {
  const gap = () => watched(noon, noon + minute, noon + 21 * minute, noon + 22 * minute);

  it('that history has filled is no gap', async () => {
    const db = await gap();
    await fill(db, testShop, noon - 100 * minute, noon + 21 * minute);
    expect(await coverageOf(db, testShop, noon, noon + 22 * minute)).toEqual({
      share: 1,
      watched: 2 / 22,
      since: noon,
    });
    const { stretches } = await coverageStrip(db, testShop, noon - 60 * minute, noon + 22 * minute);
    expect(stretches.map(({ from, to, is }) => [(from - noon) / minute, (to - noon) / minute, is])).toEqual([
      [0, 1, 'watched'],
      [1, 21, 'filled'],
      [21, 22, 'watched'],
    ]);
  });

  it('that history has filled in part is one in part', async () => {
    const db = await gap();
    await fill(db, testShop, noon + 11 * minute, noon + 21 * minute);
    expect((await coverageOf(db, testShop, noon, noon + 22 * minute)).share).toBe(12 / 22);
  });
});

it('what history fills again and again is one row', async () => {
  const db = emptyLog();
  await fill(db, testShop, noon, noon + minute);
  await fill(db, testShop, noon, noon + 2 * minute);
  await fill(db, testShop, noon + 5 * minute, noon + 6 * minute);
  const rows = async () =>
    (await db.filled.toArray()).map(({ from, to }) => [(from - noon) / minute, (to - noon) / minute]);
  expect(await rows()).toEqual([
    [0, 2],
    [5, 6],
  ]);
  await fill(db, testShop, noon - minute, noon + 5 * minute);
  expect(await rows()).toEqual([[-1, 6]]);
});
