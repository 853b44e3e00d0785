import Dexie from 'dexie';
import type { ShopId } from '../chat/shop';
import type { LogDb } from './log-db';

/** Two signs of life this close together (ms) say that the page was watched in between: two missed alarms of a minute. */
export const coverageGapMs = 150_000;

/** Notes that the shop's page was being watched at `now` (ms): lengthens the newest stretch or begins one. */
export async function cover(db: LogDb, shop: ShopId, now: number): Promise<void> {
  const newest = await db.coverage.where('[shop+from]').between([shop], [shop, Dexie.maxKey]).last();
  if (!newest || now - newest.to > coverageGapMs || now < newest.from) {
    await db.coverage.put({ shop, from: now, to: now });
    return;
  }
  if (now > newest.to) await db.coverage.put({ ...newest, to: now });
}

/** Share (0 to 1) of `[from, to)` (ms) in which the shop's page was watched. */
export async function coverageOf(db: LogDb, shop: ShopId, from: number, to: number): Promise<number> {
  if (to <= from) return 0;
  const rows = await db.coverage.where('[shop+from]').between([shop], [shop, to]).toArray();
  const watched = rows.reduce((sum, row) => sum + Math.max(0, Math.min(row.to, to) - Math.max(row.from, from)), 0);
  return Math.min(1, watched / (to - from));
}
