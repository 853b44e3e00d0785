import Dexie from 'dexie';
import type { ShopId } from '../chat/shop';
import { type ShopHealth, shopHealth } from './health-query';
import type { LogDb } from './log-db';

/** What a seller who has just begun wants to know: whether it works. */
export interface Sight extends ShopHealth {
  readonly shop: ShopId;
  /** How many messages were noted: a hundred at most, and whether there are more. */
  readonly messages: number;
  readonly isMore: boolean;
}

/** So many show that it works. To count them all takes the database seconds in a long log, and everybody else waits. */
const enough = 100;

/** The shop that is being watched at `now` (ms), else the one of which most is known; `null` where none was ever seen. */
export async function firstSight(db: LogDb, now: number): Promise<Sight | null> {
  const sights: Sight[] = [];
  for (const { shop } of await db.shops.toArray()) {
    const messages = db.messages.where(':id').between([shop], [shop, Dexie.maxKey]);
    const { length } = await messages.limit(enough + 1).primaryKeys();
    const counted = { messages: Math.min(length, enough), isMore: length > enough };
    sights.push({ shop, ...counted, ...(await shopHealth(db, shop, now)) });
  }
  sights.sort((a, b) => b.messages - a.messages);
  return sights.find(({ health }) => health.state === 'watching') ?? sights[0] ?? null;
}
