import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { SeenOfficial } from '@/lib/chat/observation';
import type { ShopId } from '@/lib/chat/shop';
import { nothingCounted } from '@/lib/log/books';
import { recordNumbers } from '@/lib/log/record-numbers';
import { emptyLog } from './logged-from';

const noon = Date.parse('2026-11-23T12:00:00+08:00');
const number: SeenOfficial = { is: 'official', metric: 'mean-response', value: 25.3, at: noon };

async function keptWith(...shops: ShopId[]) {
  const db = emptyLog();
  for (const shop of shops) await db.shops.put({ shop, firstSeenAt: noon, complete: nothingCounted, turn: 0 });
  const kept = await recordNumbers(db, 'feige', [number]);
  const rows = await db.officials.toArray();
  db.close();
  return [kept, rows.map(({ shop, metric, value }) => [shop, metric, value])];
}

it('a number of a page that names no shop is the only shop’s that is known', async () => {
  expect(await keptWith('tiktok-shop/ID/1', 'feige/CN/7490001')).toEqual([
    true,
    [['feige/CN/7490001', 'mean-response', 25.3]],
  ]);
});

it('it is nobody’s where there is none, or where it may be either’s', async () => {
  expect(await keptWith('tiktok-shop/ID/1')).toEqual([false, []]);
  expect(await keptWith('feige/CN/1', 'feige/CN/2')).toEqual([false, []]);
});
