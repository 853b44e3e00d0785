import Dexie, { type Table } from 'dexie';
import type { Observation } from '../chat/observation';
import type { ShopId } from '../chat/shop';
import { addTally, emptyTally, isEmptyTally, tallySummed } from '../rates/tally';
import type { Holidays } from '../rates/verdict';
import type { Rule } from '../rules/rule';
import { type Books, booksOf, openBooks } from './books';
import type { Contributions } from './contributions';
import { type Before, type Changes, foldAgain } from './fold-again';
import { withKnownNames } from './known-names';
import type { ConversationRow, LogDb, TallyRow } from './log-db';
import { noteOfficials } from './officials';
import { byConversation, type Told } from './told';
import { noteUntimely, withoutUntimely } from './untimely-messages';

export interface RecordArgs {
  readonly shop: ShopId;
  /** How the shop is counted; absent, as where the settings cannot be read: as it was. */
  readonly rules?: readonly Rule[];
  readonly holidays?: Holidays;
  /** ms. */
  readonly now: number;
}

/**
 * Records what was seen of one shop, in one transaction: messages, then the touched conversations folded again, their
 * sessions, and the tallies moved by the difference. The same input twice changes nothing. Messages whose time cannot be are
 * reported and not counted. Observations that are no message, conversation or official number are not its business and
 * are passed over.
 */
export async function record(db: LogDb, observations: readonly Observation[], args: RecordArgs): Promise<void> {
  const { shop, rules, holidays = [], now } = args;
  const { timely, wrong } = withoutUntimely(observations, now);
  const seen = byConversation(timely);
  const officials = timely.filter(observation => observation.is === 'official');
  const tables = [db.messages, db.conversations, db.sessions, db.tallies, db.shops, db.officials, db.untimely];
  await db.transaction('rw', tables, async () => {
    const told = await withKnownNames(db, shop, seen);
    // All at once: of one live message, waiting for the database is nearly all that takes time.
    const [row, before] = await Promise.all([
      openBooks(db, shop, rules && { rules, holidays }, now),
      readTold(db, shop, told),
      noteOfficials(db, shop, officials),
      noteUntimely(db, shop, wrong, timely, now),
    ]);
    await foldTold(db, before, told, { shop, books: booksOf(row), now });
  });
}

/**
 * Judges again what waiting alone has changed by `now` (ms): deadlines that passed since the last time, and, where the
 * clock was set back, what was judged later than now. Returns how many conversations were judged. Pending units are
 * judged when looked at, so a late sweep makes no figure wrong.
 */
export async function sweep(db: LogDb, shop: ShopId, now: number): Promise<number> {
  // Asked first without keeping anybody from writing: it is asked after every message, and hardly ever is there any.
  if ((await judgedBefore(db, shop, now)).length === 0) return 0;
  return db.transaction('rw', [db.messages, db.conversations, db.sessions, db.tallies, db.shops], async () => {
    const row = await db.shops.get(shop);
    if (!row) return 0;
    const nothing = (): Told => ({ messages: [], states: [] });
    const conversations = new Map((await judgedBefore(db, shop, now)).map(name => [name, nothing()]));
    await recordTold(db, conversations, { shop, books: booksOf(row), now });
    return conversations.size;
  });
}

/** The conversations whose units a deadline that passed, or a clock set back, has made others than they were judged to be. */
async function judgedBefore(db: LogDb, shop: ShopId, now: number): Promise<string[]> {
  const [due, early] = await Promise.all([
    db.sessions.where('[shop+changesAt]').between([shop], [shop, now], true, false).toArray(),
    db.conversations.where('[shop+judgedAt]').between([shop, now], [shop, Dexie.maxKey], false).toArray(),
  ]);
  return [...due, ...early].map(({ conversation }) => conversation);
}

interface ToldArgs {
  readonly shop: ShopId;
  readonly books: Books;
  /** ms. */
  readonly now: number;
}

/**
 * Folds conversations again after what was told of them. Inside a transaction of the caller's. Everything is read at once
 * and written at once: a request to the database costs far more than a row in it.
 */
export async function recordTold(db: LogDb, told: ReadonlyMap<string, Told>, args: ToldArgs): Promise<void> {
  await foldTold(db, await readTold(db, args.shop, told), told, args);
}

/**
 * Folds conversations again that follow each other in the order of their names. Inside a transaction of the caller's. A part of
 * them at a time, so that the database reads the next while one is folded, and writes one while the next is. Each part is
 * read in one stretch of each table: those that lie between, and were not asked for, are read in vain.
 */
export async function foldStretch(db: LogDb, rows: readonly ConversationRow[], args: ToldArgs): Promise<void> {
  const { shop } = args;
  const moves: Contributions = new Map();
  const writes: Promise<void>[] = [];
  let next = readStretch(db, shop, rows.slice(0, part));
  for (let done = 0; done < rows.length; done += part) {
    const before = await next;
    next = readStretch(db, shop, rows.slice(done + part, done + 2 * part));
    writes.push(write(db, shop, foldAll(before, new Map(), args, moves)));
  }
  await Promise.all([...writes, moveTallies(db, shop, moves)]);
}

/** Conversations that are folded in one go. */
const part = 25;

async function readStretch(db: LogDb, shop: ShopId, rows: readonly ConversationRow[]): Promise<Before[]> {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return [];
  const [from, to] = [
    [shop, first.conversation],
    [shop, last.conversation, Dexie.maxKey],
  ];
  const [messages, sessions] = await Promise.all([
    db.messages.where('[shop+conversation+id]').between(from, to).toArray(),
    db.sessions.where('[shop+conversation+fold+opening]').between(from, to).toArray(),
  ]);
  const [messagesOf, sessionsOf] = [Map.groupBy(messages, conversationOf), Map.groupBy(sessions, conversationOf)];
  return rows.map(row => ({
    conversation: row.conversation,
    messages: messagesOf.get(row.conversation) ?? [],
    row,
    sessions: sessionsOf.get(row.conversation) ?? [],
  }));
}

const conversationOf = ({ conversation }: { readonly conversation: string }) => conversation;

/** Of a history nearly all is new: a conversation without a row has none in the other tables either, and they are not asked. */
async function readTold(db: LogDb, shop: ShopId, told: ReadonlyMap<string, Told>): Promise<Before[]> {
  const names = [...told.keys()];
  const asked = db.conversations.bulkGet(names.map((name): [ShopId, string] => [shop, name]));
  const [only, ...more] = names;
  // Of one live message, all that there is at once: to wait twice would take longer than to ask in vain.
  const early = only !== undefined && more.length === 0 ? readThread(db, shop, only) : undefined;
  const rows = await asked;
  return Promise.all(
    names.map(async (conversation, index) => {
      const row = rows[index];
      const thread = await (early ?? (row ? readThread(db, shop, conversation) : { messages: [], sessions: [] }));
      return { conversation, row, ...thread };
    }),
  );
}

async function readThread(
  db: LogDb,
  shop: ShopId,
  conversation: string,
): Promise<Pick<Before, 'messages' | 'sessions'>> {
  const upTo = [shop, conversation, Dexie.maxKey];
  const [messages, sessions] = await Promise.all([
    db.messages.where('[shop+conversation+id]').between([shop, conversation], upTo).toArray(),
    db.sessions.where('[shop+conversation+fold+opening]').between([shop, conversation], upTo).toArray(),
  ]);
  return { messages, sessions };
}

async function foldTold(
  db: LogDb,
  before: readonly Before[],
  told: ReadonlyMap<string, Told>,
  args: ToldArgs,
): Promise<void> {
  const { shop } = args;
  const moves: Contributions = new Map();
  const changes = foldAll(before, told, args, moves);
  // The tallies are read first: behind hundreds of rows that are written they would wait for each of them.
  await Promise.all([moveTallies(db, shop, moves), write(db, shop, changes)]);
}

function foldAll(
  before: readonly Before[],
  told: ReadonlyMap<string, Told>,
  args: ToldArgs,
  moves: Contributions,
): Changes[] {
  return before.map(one => foldAgain(one, told.get(one.conversation) ?? { messages: [], states: [] }, args, moves));
}

async function write(db: LogDb, shop: ShopId, changes: readonly Changes[]): Promise<void> {
  const all = <T>(pick: (change: Changes) => readonly T[]) => changes.flatMap(pick);
  const gone = changes.filter(({ row }) => !row);
  await Promise.all([
    put(
      db.messages,
      all(({ messages }) => messages),
    ),
    drop(
      db.messages,
      all(({ droppedMessages }) => droppedMessages).map(({ conversation, id }) => [shop, conversation, id]),
    ),
    put(
      db.conversations,
      all(({ row }) => (row ? [row] : [])),
    ),
    drop(
      db.conversations,
      gone.map(({ conversation }) => [shop, conversation]),
    ),
    drop(
      db.sessions,
      all(({ goneSessions }) => goneSessions).map(({ conversation, fold, opening }) => [
        shop,
        conversation,
        fold,
        opening,
      ]),
    ),
    put(
      db.sessions,
      all(({ sessions }) => sessions),
    ),
  ]);
}

// Most messages change two tables of all: a call for nothing costs as much as one for a row.
const put = async <T, K>(table: Table<T, K>, rows: readonly T[]) => rows.length > 0 && table.bulkPut(rows);
const drop = async <T, K>(table: Table<T, K>, keys: readonly K[]) => keys.length > 0 && table.bulkDelete([...keys]);

async function moveTallies(db: LogDb, shop: ShopId, moves: Contributions): Promise<void> {
  const wanted = [...moves.values()]
    .map(({ rule, day, tally }) => ({ rule, day, tally: tallySummed(tally) }))
    .filter(({ tally }) => !isEmptyTally(tally));
  if (wanted.length === 0) return;
  const rows = await talliesOf(db, shop, wanted);
  const after = wanted.map(({ rule, day, tally }) => ({
    shop,
    rule,
    day,
    ...addTally(rows.get(`${rule} ${day}`) ?? emptyTally, tally),
  }));
  // A day to which nothing belongs any more leaves no row, so that equal logs are equal row by row.
  const empty = after.filter(isEmptyTally);
  await Promise.all([
    put(
      db.tallies,
      after.filter(row => !isEmptyTally(row)),
    ),
    drop(
      db.tallies,
      empty.map(({ rule, day }) => [shop, rule, day]),
    ),
  ]);
}

interface Move {
  readonly rule: string;
  readonly day: string;
}

/** The tallies that are to be moved, by rule and day. A history moves nearly every day of a window: those are read as one stretch. */
async function talliesOf(db: LogDb, shop: ShopId, moves: readonly Move[]): Promise<ReadonlyMap<string, TallyRow>> {
  const byRule = [...Map.groupBy(moves, ({ rule }) => rule)];
  const read = await Promise.all(
    byRule.map(([rule, ofRule]) => {
      const days = ofRule.map(({ day }) => day).sort();
      const [first = '', last = first] = [days[0], days.at(-1)];
      const stretch = (Date.parse(last) - Date.parse(first)) / dayMs + 1;
      return stretch <= days.length * 4
        ? db.tallies.where('[shop+rule+day]').between([shop, rule, first], [shop, rule, last], true, true).toArray()
        : db.tallies.bulkGet(days.map((day): [ShopId, string, string] => [shop, rule, day]));
    }),
  );
  return new Map(read.flat().flatMap(row => (row ? [[`${row.rule} ${row.day}`, row] as const] : [])));
}

const dayMs = 86_400_000;
