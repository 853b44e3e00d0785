import type { ShopId } from '../chat/shop';
import { conversationsOf } from './books';
import type { LogDb } from './log-db';

/** A shop of the log, its conversations, and how far a counting again has come. */
export interface ShopCounted {
  readonly shop: ShopId;
  readonly conversations: number;
  readonly again: { readonly done: number; readonly of: number } | null;
}

/** The shops, those with most conversations first. */
export async function shopsCounted(db: LogDb): Promise<ShopCounted[]> {
  const rows = await db.shops.toArray();
  const counted = rows.map(async ({ shop, again }) => ({
    shop,
    conversations: await conversationsOf(db, shop).count(),
    again: again ? { done: again.done, of: again.of } : null,
  }));
  return (await Promise.all(counted)).sort((a, b) => b.conversations - a.conversations);
}
