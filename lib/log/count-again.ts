import Dexie from 'dexie';
import type { ShopId } from '../chat/shop';
import { countedForAll } from './fold-again';
import type { LogDb } from './log-db';
import { type RecordArgs, recordTold } from './record';
import { type CountedRule, countedRules } from './rule-key';
import { completeFor } from './shop-row';

interface CountAgainArgs extends Omit<RecordArgs, 'shop'> {
  /** Conversations in one transaction: so long recording waits at most. */
  readonly chunk?: number;
  readonly signal?: AbortSignal;
}

/**
 * Counts a shop's conversations for the rules as they are now, where a rule's limit, zone, hours or holidays changed, or
 * a rule is new. In chunks, each a transaction of its own: recording goes on between them, and a worker that dies goes
 * on where it was. Until all are counted the old tallies stay, and with them the figures on screen. Returns whether
 * there was anything to do and it is done.
 */
export async function countAgain(db: LogDb, shop: ShopId, args: CountAgainArgs): Promise<boolean> {
  const { rules, holidays = [], now, chunk = 50, signal } = args;
  const counted = countedRules(rules, holidays);
  const row = await db.shops.get(shop);
  const wanted = completeFor(counted);
  if (!row || JSON.stringify(row.complete) === JSON.stringify(wanted)) return false;

  const all = db.conversations.where('[shop+conversation]').between([shop], [shop, Dexie.maxKey]);
  const of = await all.count();
  let last: string | undefined;
  for (let done = 0; !signal?.aborted; ) {
    const next = await db.conversations
      .where('[shop+conversation]')
      .between([shop, last ?? Dexie.minKey], [shop, Dexie.maxKey], last === undefined, true)
      .limit(chunk)
      .toArray();
    if (next.length === 0) return finish(db, shop, counted);
    const behind = next.filter(({ countedFor }) => countedFor !== countedForAll(counted));
    const nothing = new Map(behind.map(({ conversation }) => [conversation, { messages: [], states: [] }]));
    done += next.length;
    await db.transaction('rw', [db.messages, db.conversations, db.rounds, db.tallies, db.shops], async () => {
      await recordTold(db, nothing, { shop, counted, holidays, now });
      await db.shops.update(shop, { again: { done, of } });
    });
    last = next.at(-1)?.conversation;
  }
  return false;
}

/** From here on the new tallies are shown; the old ones go. */
async function finish(db: LogDb, shop: ShopId, counted: readonly CountedRule[]): Promise<boolean> {
  const keys = new Set(counted.map(({ key }) => key));
  await db.transaction('rw', [db.shops, db.tallies], async () => {
    const row = await db.shops.get(shop);
    if (!row) return;
    const { again: _, ...rest } = row;
    await db.shops.put({ ...rest, complete: completeFor(counted) });
    const tallies = db.tallies.where('[shop+rule+day]').between([shop], [shop, Dexie.maxKey]);
    const old = (await tallies.primaryKeys()).filter(([, rule]) => !keys.has(rule));
    await db.tallies.bulkDelete(old);
  });
  return true;
}
