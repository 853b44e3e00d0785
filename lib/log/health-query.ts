import Dexie from 'dexie';
import type { Health, HealthState } from '../chat/health';
import type { ShopId } from '../chat/shop';
import { coverageGapMs } from './coverage';
import type { LogDb } from './log-db';

export interface ShopHealth {
  readonly health: Health;
  /** ms. */
  readonly since: number;
}

// Two tabs on one shop: what the better one sees is seen.
const bestFirst: readonly HealthState[] = ['watching', 'partly', 'not-recognised', 'signed-out', 'closed'];

/** How well a shop is being watched now. A tab that gave no sign of life for a while is as good as closed. */
export async function shopHealth(db: LogDb, shop: ShopId, now: number): Promise<ShopHealth> {
  const rows = await db.watch.where('shop').equals(shop).toArray();
  const alive = rows.filter(({ at }) => now - at <= coverageGapMs);
  const [best] = alive.sort((a, b) => bestFirst.indexOf(a.health.state) - bestFirst.indexOf(b.health.state));
  if (best) return { health: best.health, since: best.since };
  const covered = await db.coverage.where('[shop+from]').between([shop], [shop, Dexie.maxKey]).last();
  return { health: { state: 'closed' }, since: covered?.to ?? (await db.shops.get(shop))?.firstSeenAt ?? now };
}
