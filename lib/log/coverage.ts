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

export interface Coverage {
  /** Share (0 to 1) of the time since `since` in which the page was really being watched. */
  readonly share: number;
  /** ms: the window's start, or the first sign of life where that came later. */
  readonly since: number;
}

/** How much of `[from, now)` (ms) the shop's page was watched. What came before Lekas was there is not held against it. */
export async function coverageOf(db: LogDb, shop: ShopId, from: number, now: number): Promise<Coverage> {
  const rows = await db.coverage.where('[shop+from]').between([shop], [shop, now], true, true).toArray();
  const since = Math.max(from, rows[0]?.from ?? now);
  if (now <= since) return { share: rows.length > 0 ? 1 : 0, since };
  const watched = rows.reduce((sum, row) => {
    // The newest stretch goes on until a sign of life is overdue.
    const to = now - row.to <= coverageGapMs ? now : row.to;
    return sum + Math.max(0, to - Math.max(row.from, since));
  }, 0);
  return { share: Math.min(1, watched / (now - since)), since };
}
