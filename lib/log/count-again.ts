import Dexie from 'dexie';
import type { ShopId } from '../chat/shop';
import { booksOf, completed, conversationsOf, openBooks } from './books';
import type { LogDb } from './log-db';
import { foldStretch, type RecordArgs } from './record';

interface CountAgainArgs extends Omit<RecordArgs, 'shop'> {
  /** Conversations in one transaction: so long recording waits at most. */
  readonly chunk?: number;
  readonly signal?: AbortSignal;
}

/**
 * Counts a shop's conversations for the rules as they are now, where a reading, limit, zone, hours or holidays changed, or
 * a rule is new. In chunks, each a transaction of its own: recording goes on between them, and a worker that dies goes
 * on where it was. Until all are counted the old tallies are kept up, and with them the figures on screen. Returns
 * whether there was anything to do and it is done; a change meanwhile ends this counting in favour of its own.
 */
export async function countAgain(db: LogDb, shop: ShopId, args: CountAgainArgs): Promise<boolean> {
  const { rules, holidays = [], now, chunk = 200, signal } = args;
  const tables = [db.messages, db.conversations, db.sessions, db.tallies, db.shops];
  const opened = await db.transaction('rw', tables, async () => {
    // Whoever deleted everything since the shops were looked up wants none of them back.
    if (!(await db.shops.get(shop))) return null;
    return openBooks(db, shop, rules && { rules, holidays }, now);
  });
  if (!opened?.again) return false;

  const { turn } = opened;
  let last: string | undefined;
  for (let done = 0; !signal?.aborted; ) {
    const isOver = await db.transaction('rw', tables, async () => {
      const [row, next] = await Promise.all([db.shops.get(shop), after(db, shop, last).limit(chunk).toArray()]);
      if (!row?.again || row.turn !== turn) return 'overtaken';
      if (next.length === 0) {
        await completed(db, row, row.again.wanted);
        return 'complete';
      }
      done += next.length;
      last = next.at(-1)?.conversation;
      await Promise.all([
        foldStretch(
          db,
          next.filter(one => one.turn !== turn),
          { shop, books: booksOf(row), now },
        ),
        db.shops.put({ ...row, again: { ...row.again, done } }),
      ]);
      return null;
    });
    if (isOver) return isOver === 'complete';
  }
  return false;
}

/** The shop's conversations that come after one, in the order of their names; from the first where none is given. */
const after = (db: LogDb, shop: ShopId, last: string | undefined) =>
  last === undefined
    ? conversationsOf(db, shop)
    : db.conversations.where('[shop+conversation]').between([shop, last], [shop, Dexie.maxKey], false);
