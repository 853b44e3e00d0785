import type { ShopId } from '../chat/shop';
import { type ShopHealth, shopHealth } from './health-query';
import type { LogDb } from './log-db';
import { usedBy } from './used-by';

/** What a seller who has just begun wants to know: whether it works. */
export interface Sight extends ShopHealth {
  readonly shop: ShopId;
  /** How many messages were noted. */
  readonly messages: number;
}

/** The shop that is being watched at `now` (ms), else the one of which most is known; `null` where none was ever seen. */
export async function firstSight(db: LogDb, now: number): Promise<Sight | null> {
  const sights: Sight[] = [];
  for (const { shop, messages } of await usedBy(db)) {
    sights.push({ shop, messages, ...(await shopHealth(db, shop, now)) });
  }
  return sights.find(({ health }) => health.state === 'watching') ?? sights[0] ?? null;
}
