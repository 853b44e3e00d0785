import Dexie from 'dexie';
import type { ShopId } from '../chat/shop';
import type { WaitingRound } from '../rates/deadlines';
import { usualSessionGap } from '../rates/rate-of';
import { waitingFold } from './fold-conversation';
import type { LogDb } from './log-db';

/**
 * The rounds of a shop in which a buyer waits for a person. A buyer whose session ended in silence, or whom the seller
 * blocked, waits no longer.
 */
export async function waitingRounds(db: LogDb, shop: ShopId, now: number): Promise<WaitingRound[]> {
  const rows = await db.rounds
    .where('[shop+waitingSince]')
    .between([shop], [shop, Dexie.maxKey])
    .filter(row => row.fold === waitingFold)
    .toArray();
  const waiting = rows.filter(({ asks, blocked }) => {
    const newest = asks.at(-1)?.at ?? 0;
    return !blocked && now - newest <= usualSessionGap * 1000;
  });
  const conversations = await db.conversations.bulkGet(
    waiting.map(({ conversation }): [ShopId, string] => [shop, conversation]),
  );
  return waiting.map((round, index) => {
    const buyer = conversations[index]?.buyer;
    return { ...round, ...(buyer !== undefined && { buyer }) };
  });
}
