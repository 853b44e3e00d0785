import type { SetAsideBecause } from '../chat/set-aside';
import type { ShopId } from '../chat/shop';
import { booksOf, openBooks } from './books';
import type { LogDb } from './log-db';
import { recordTold } from './record';

/** What a seller says of a conversation; absent says nothing, `null` takes the word back. */
export interface ConversationMark {
  /** It does not count, and why. */
  readonly setAside?: SetAsideBecause | null;
  /** The buyer is blocked, or is not, whatever was seen. */
  readonly blocked?: boolean | null;
}

/**
 * Marks a conversation and counts it anew, in one transaction: no figure is between the two. Returns whether there is
 * such a conversation.
 */
export async function markConversation(
  db: LogDb,
  shop: ShopId,
  conversation: string,
  mark: ConversationMark,
  now: number,
): Promise<boolean> {
  return db.transaction('rw', [db.messages, db.conversations, db.sessions, db.tallies, db.shops], async () => {
    const row = await db.conversations.get([shop, conversation]);
    if (!row) return false;
    const { setAside, blockedByHand, ...rest } = row;
    const aside = mark.setAside === undefined ? setAside : (mark.setAside ?? undefined);
    const blocked = mark.blocked === undefined ? blockedByHand : (mark.blocked ?? undefined);
    await db.conversations.put({
      ...rest,
      ...(aside !== undefined && { setAside: aside }),
      ...(blocked !== undefined && { blockedByHand: blocked }),
    });
    const books = booksOf(await openBooks(db, shop, undefined, now));
    await recordTold(db, new Map([[conversation, { messages: [], states: [] }]]), { shop, books, now });
    return true;
  });
}
