import { isNamedChat } from '../chat/named-chat';
import type { ShopId } from '../chat/shop';
import type { LogDb } from './log-db';
import type { Told } from './told';

/**
 * What was told of chats by their buyers' names, as told of the conversations that are known under these names. A name
 * that two conversations bear, or none, stays what it is: the chat of a name. Inside a transaction of the caller's.
 */
export async function withKnownNames(db: LogDb, shop: ShopId, told: Map<string, Told>): Promise<Map<string, Told>> {
  const named = [...told].filter(([conversation]) => isNamedChat(conversation));
  if (named.length === 0) return told;
  const known = new Map(told);
  for (const [chat, { states }] of named) {
    const conversation = await knownAs(db, shop, states.findLast(({ buyer }) => buyer !== undefined)?.buyer);
    if (conversation === null) continue;
    const before = known.get(conversation);
    known.set(conversation, {
      messages: before?.messages ?? [],
      states: [...(before?.states ?? []), ...states.map(state => ({ ...state, conversation }))],
    });
    // Whatever the name stood for until now is this conversation's.
    known.set(chat, { messages: [], states: states.map(state => ({ ...state, waiting: false })) });
  }
  return known;
}

/** The one conversation that is known under a buyer's name; `null` where there is none, or more than one. */
export async function knownAs(db: LogDb, shop: ShopId, buyer: string | undefined): Promise<string | null> {
  if (buyer === undefined) return null;
  const rows = await db.conversations.where('[shop+buyer]').equals([shop, buyer]).limit(10).toArray();
  const [only, ...more] = rows.filter(({ conversation }) => !isNamedChat(conversation));
  return only && more.length === 0 ? only.conversation : null;
}
