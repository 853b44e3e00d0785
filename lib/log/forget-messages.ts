import Dexie from 'dexie';
import type { Message } from '../chat/message';
import { inOrder } from '../chat/message-order';
import { cutSessions, withSessions } from '../chat/session';
import type { ShopId } from '../chat/shop';
import { usualSessionGap } from '../rates/rate-of';
import { waitingFold } from './fold-conversation';
import type { LogDb, SessionRow } from './log-db';

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
      const old = await db.sessions
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
  await db.transaction('rw', [db.messages, db.sessions, db.conversations], async () => {
    for (const conversation of conversations) {
      const upTo = [shop, conversation, Dexie.maxKey];
      const all = await db.messages.where('[shop+conversation+id]').between([shop, conversation], upTo).toArray();
      const gone = oldSessions(all, before);
      const ids = new Set(gone.map(({ id }) => id));
      await db.messages.bulkDelete(gone.map(({ id }): [ShopId, string, string] => [shop, conversation, id]));
      await forgetSessions(db, shop, conversation, ids);
      if (gone.length === all.length) await db.conversations.delete([shop, conversation]);
    }
  });
}

/** Forgets the sessions of these messages; of one that another gap lets go on after them, its rounds that began with them. */
async function forgetSessions(db: LogDb, shop: ShopId, conversation: string, gone: ReadonlySet<string>): Promise<void> {
  const all = db.sessions
    .where('[shop+conversation+fold+opening]')
    .between([shop, conversation], [shop, conversation, Dexie.maxKey]);
  const old = (await all.toArray()).filter(({ opening }) => gone.has(opening));
  const rest = old.flatMap(({ rounds, ...session }): SessionRow[] => {
    const left = rounds.filter(({ asks }) => !gone.has(asks[0]?.id ?? ''));
    const opening = left[0]?.asks[0]?.id;
    return opening === undefined ? [] : [{ ...session, opening, rounds: left }];
  });
  const keys = old.map(({ fold, opening }): [ShopId, string, string, string] => [shop, conversation, fold, opening]);
  await db.sessions.bulkDelete(keys);
  await db.sessions.bulkPut(rest);
}

/** The messages of the sessions that ended before it, from the beginning on. */
function oldSessions(messages: readonly Message[], before: number): Message[] {
  const gap = usualSessionGap * 1000;
  const sessions = cutSessions(withSessions([...messages].sort(inOrder), gap), gap);
  const first = sessions.findIndex(session => session.some(({ sentAt }) => sentAt >= before));
  return sessions.slice(0, first < 0 ? sessions.length : first).flat();
}
