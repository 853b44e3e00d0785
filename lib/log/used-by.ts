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

/** Conversations whose messages are counted in one request: everybody else waits for as long as one takes. */
const stretch = 500;

/** What the shops take up, those with most first. Counted by index, a stretch at a time: nothing is loaded. */
export async function usedBy(db: LogDb): Promise<UsedBy[]> {
  const shops = await db.shops.toArray();
  const used = shops.map(async ({ shop, firstSeenAt }) => ({ shop, firstSeenAt, ...(await countOf(db, shop)) }));
  return (await Promise.all(used)).sort((a, b) => b.messages - a.messages);
}

async function countOf(db: LogDb, shop: ShopId): Promise<Pick<UsedBy, 'messages' | 'conversations'>> {
  let [messages, conversations, after] = [0, 0, ''];
  for (;;) {
    const next = db.conversations.where(':id').between([shop, after], [shop, Dexie.maxKey], false);
    const keys = await next.limit(stretch).primaryKeys();
    const [first, last] = [keys[0]?.[1], keys.at(-1)?.[1]];
    if (first === undefined || last === undefined) return { messages, conversations };
    conversations += keys.length;
    messages += await db.messages.where(':id').between([shop, first], [shop, last, Dexie.maxKey]).count();
    after = last;
  }
}
