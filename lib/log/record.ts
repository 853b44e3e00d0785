import Dexie from 'dexie';
import type { Observation } from '../chat/observation';
import type { ShopId } from '../chat/shop';
import { addTally, emptyTally, isEmptyTally } from '../rates/tally';
import type { Holidays } from '../rates/verdict';
import type { Rule } from '../rules/rule';
import type { Contributions } from './contributions';
import { type Before, type Changes, foldAgain } from './fold-again';
import { withKnownNames } from './known-names';
import type { LogDb } from './log-db';
import { type CountedRule, countedRules } from './rule-key';
import { newShop } from './shop-row';
import { byConversation, type Told } from './told';

export interface RecordArgs {
  readonly shop: ShopId;
  readonly rules: readonly Rule[];
  readonly holidays?: Holidays;
  /** ms. */
  readonly now: number;
}

/**
 * Records what was seen of one shop, in one transaction: messages, then the touched conversations folded again, their
 * rounds, and the tallies moved by the difference. The same input twice changes nothing. Observations that are no
 * message, conversation or official number are not its business and are passed over.
 */
export async function record(db: LogDb, observations: readonly Observation[], args: RecordArgs): Promise<void> {
  const seen = byConversation(observations);
  const officials = observations.filter(observation => observation.is === 'official');
  const tables = [db.messages, db.conversations, db.rounds, db.tallies, db.shops, db.officials];
  await db.transaction('rw', tables, async () => {
    const counted = countedRules(args.rules, args.holidays);
    if (!(await db.shops.get(args.shop))) await db.shops.add(newShop(args.shop, counted, args.now));
    for (const { metric, value, at } of officials) {
      const before = await db.officials.get([args.shop, metric]);
      if (!before || before.at <= at) await db.officials.put({ shop: args.shop, metric, value, at });
    }
    await recordTold(db, await withKnownNames(db, args.shop, seen), { ...args, counted });
  });
}

/**
 * Judges again what waiting alone has changed by `now`: deadlines that passed since the last time. Returns how many
 * conversations were judged. Pending units are judged when looked at, so a late sweep makes no figure wrong.
 */
export async function sweep(db: LogDb, shop: ShopId, args: Omit<RecordArgs, 'shop'>): Promise<number> {
  return db.transaction('rw', [db.messages, db.conversations, db.rounds, db.tallies], async () => {
    const due = await db.rounds.where('[shop+changesAt]').between([shop], [shop, args.now], true, false).toArray();
    const nothing = due.map(({ conversation }): [string, Told] => [conversation, { messages: [], states: [] }]);
    const conversations = new Map(nothing);
    await recordTold(db, conversations, { ...args, shop, counted: countedRules(args.rules, args.holidays) });
    return conversations.size;
  });
}

interface ToldArgs extends Omit<RecordArgs, 'rules'> {
  readonly counted: readonly CountedRule[];
}

/**
 * Folds conversations again after what was told of them. Inside a transaction of the caller's. Everything is read at once
 * and written at once: a request to the database costs far more than a row in it.
 */
export async function recordTold(db: LogDb, told: ReadonlyMap<string, Told>, args: ToldArgs): Promise<void> {
  const { shop, counted, holidays = [], now } = args;
  const moves: Contributions = new Map();
  const before = await Promise.all([...told.keys()].map(conversation => readBefore(db, shop, conversation)));
  const changes = before.map(one => {
    const news = told.get(one.conversation) ?? { messages: [], states: [] };
    return foldAgain(one, news, { shop, counted, holidays, now }, moves);
  });
  await write(db, shop, changes);
  await moveTallies(db, shop, moves);
}

async function readBefore(db: LogDb, shop: ShopId, conversation: string): Promise<Before> {
  const upTo = [shop, conversation, Dexie.maxKey];
  const [messages, row, rounds] = await Promise.all([
    db.messages.where('[shop+conversation+id]').between([shop, conversation], upTo).toArray(),
    db.conversations.get([shop, conversation]),
    db.rounds.where('[shop+conversation+fold+id]').between([shop, conversation], upTo).toArray(),
  ]);
  return { conversation, messages, row, rounds };
}

async function write(db: LogDb, shop: ShopId, changes: readonly Changes[]): Promise<void> {
  const all = <T>(pick: (change: Changes) => readonly T[]) => changes.flatMap(pick);
  const gone = all(({ goneRounds }) => goneRounds);
  const dropped = all(({ droppedMessages }) => droppedMessages);
  await Promise.all([
    db.messages.bulkPut(all(({ messages }) => messages)),
    db.messages.bulkDelete(dropped.map(({ conversation, id }): [ShopId, string, string] => [shop, conversation, id])),
    db.conversations.bulkPut(all(({ row }) => (row ? [row] : []))),
    db.conversations.bulkDelete(
      changes.filter(({ row }) => !row).map(({ conversation }): [ShopId, string] => [shop, conversation]),
    ),
    db.rounds.bulkDelete(
      gone.map(({ conversation, fold, id }): [ShopId, string, string, string] => [shop, conversation, fold, id]),
    ),
    db.rounds.bulkPut(all(({ rounds }) => rounds)),
  ]);
}

async function moveTallies(db: LogDb, shop: ShopId, moves: Contributions): Promise<void> {
  const wanted = [...moves.values()].filter(
    ({ tally }) =>
      !isEmptyTally(tally) || tally.tookMs !== 0 || tally.timesMs !== 0 || Object.keys(tally.times).length > 0,
  );
  if (wanted.length === 0) return;
  const keys = wanted.map(({ rule, day }): [ShopId, string, string] => [shop, rule, day]);
  const rows = await db.tallies.bulkGet(keys);
  const after = wanted.map(({ rule, day, tally }, index) => ({
    shop,
    rule,
    day,
    ...addTally(rows[index] ?? emptyTally, tally),
  }));
  await db.tallies.bulkPut(after.filter(row => !isEmptyTally(row)));
  // A day to which nothing belongs any more leaves no row, so that equal logs are equal row by row.
  const empty = after.filter(isEmptyTally);
  await db.tallies.bulkDelete(empty.map(({ rule, day }): [ShopId, string, string] => [shop, rule, day]));
}
