import Dexie from 'dexie';
import type { Message } from '../chat/message';
import { inOrder } from '../chat/message-order';
import { cutSessions, withSessions } from '../chat/session';
import type { ShopId } from '../chat/shop';
import { usualSessionGap } from '../rates/rate-of';
import { waitingFold } from './fold-conversation';
import type { LogDb } from './log-db';

/** Conversations in one transaction. */
const chunk = 20;

/**
 * Lets go of what was written before `before` (ms), session by session: one that goes on after it stays whole, else what
 * is left of it would be counted as another. The tallies keep what the messages counted. A conversation of which nothing
 * is left goes too.
 */
export async function forgetMessages(db: LogDb, before: number, signal?: AbortSignal): Promise<void> {
  for (const { shop } of await db.shops.toArray()) {
    for (let from = 0; !signal?.aborted; ) {
      const old = await db.rounds
        .where('[shop+fold+lastAskAt]')
        .between([shop, waitingFold, from], [shop, waitingFold, before], true, false)
        .limit(chunk)
        .toArray();
      const last = old.at(-1);
      if (!last) break;
      await forgetIn(db, shop, new Set(old.map(({ conversation }) => conversation)), before);
      // What was asked so early and is there still belongs to talk that goes on after the limit, and is passed over.
      from = Math.max(last.lastAskAt, from + 1);
    }
  }
}

async function forgetIn(db: LogDb, shop: ShopId, conversations: ReadonlySet<string>, before: number): Promise<void> {
  await db.transaction('rw', [db.messages, db.rounds, db.conversations], async () => {
    for (const conversation of conversations) {
      const upTo = [shop, conversation, Dexie.maxKey];
      const all = await db.messages.where('[shop+conversation+id]').between([shop, conversation], upTo).toArray();
      const gone = oldSessions(all, before);
      const ids = new Set(gone.map(({ id }) => id));
      await db.messages.bulkDelete(gone.map(({ id }): [ShopId, string, string] => [shop, conversation, id]));
      await db.rounds
        .where('[shop+conversation+fold+id]')
        .between([shop, conversation], upTo)
        .filter(({ id }) => ids.has(id))
        .delete();
      if (gone.length === all.length) await db.conversations.delete([shop, conversation]);
    }
  });
}

/** The messages of the sessions that ended before it, from the beginning on. */
function oldSessions(messages: readonly Message[], before: number): Message[] {
  const gap = usualSessionGap * 1000;
  const sessions = cutSessions(withSessions([...messages].sort(inOrder), gap), gap);
  const first = sessions.findIndex(session => session.some(({ sentAt }) => sentAt >= before));
  return sessions.slice(0, first < 0 ? sessions.length : first).flat();
}
