import Dexie from 'dexie';
import type { ShopId } from '../chat/shop';
import type { LogDb } from './log-db';

/** What one shop takes up in the log. */
export interface UsedBy {
  readonly shop: ShopId;
  readonly messages: number;
  readonly conversations: number;
  /** ms. */
  readonly firstSeenAt: number;
}

/** What the shops take up, those with most first. Counted by index: nothing is loaded. */
export async function usedBy(db: LogDb): Promise<UsedBy[]> {
  const shops = await db.shops.toArray();
  const used = shops.map(async ({ shop, firstSeenAt }) => {
    const [messages, conversations] = await Promise.all(
      [db.messages, db.conversations].map(table => table.where(':id').between([shop], [shop, Dexie.maxKey]).count()),
    );
    return { shop, firstSeenAt, messages: messages ?? 0, conversations: conversations ?? 0 };
  });
  return (await Promise.all(used)).sort((a, b) => b.messages - a.messages);
}
