import Dexie from 'dexie';
import type { Health, HealthState } from '../chat/health';
import type { ShopId } from '../chat/shop';
import { coverageGapMs } from './coverage';
import type { LogDb, WatchRow } from './log-db';

export interface ShopHealth {
  readonly health: Health;
  /** ms. */
  readonly since: number;
}

// Two tabs on one shop: what the better one sees is seen.
const bestFirst: readonly HealthState[] = ['watching', 'partly', 'not-recognised', 'signed-out', 'stopped', 'closed'];

/**
 * How well a shop is being watched now. A tab that says nothing for a while is not known to be closed: it is there, and does not
 * answer.
 */
export async function shopHealth(db: LogDb, shop: ShopId, now: number): Promise<ShopHealth> {
  const row = await db.shops.get(shop);
  if (row?.notAllowedSince !== undefined) return { health: { state: 'not-allowed' }, since: row.notAllowedSince };
  const [best] = await tabsOf(db, shop, now);
  if (best) return { health: best.health, since: best.since };
  const covered = await db.coverage.where('[shop+from]').between([shop], [shop, Dexie.maxKey]).last();
  return { health: { state: 'closed' }, since: covered?.to ?? row?.firstSeenAt ?? now };
}

/** The tabs that show the shop, the one that sees best first. */
export async function tabsOf(db: LogDb, shop: ShopId, now: number): Promise<WatchRow[]> {
  const rows = await db.watch.where('shop').equals(shop).toArray();
  return rows
    .map(row => asOf(row, now))
    .sort((a, b) => bestFirst.indexOf(a.health.state) - bestFirst.indexOf(b.health.state));
}

/** A sign of life grows old; one from the future is of a clock that was wrong. What the browser said of a tab stays so. */
function asOf(row: WatchRow, now: number): WatchRow {
  const isFresh = Math.abs(now - row.at) <= coverageGapMs;
  if (isFresh || row.health.state === 'stopped' || row.health.state === 'signed-out') return row;
  return { ...row, health: { state: 'stopped', why: 'no-answer' }, since: Math.min(row.at, now) };
}
