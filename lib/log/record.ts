import Dexie from 'dexie';
import type { Message } from '../chat/message';
import type { Observation, SeenConversation, SeenMessage } from '../chat/observation';
import type { ShopId } from '../chat/shop';
import { addTally, emptyTally, isEmptyTally } from '../rates/tally';
import type { Holidays } from '../rates/verdict';
import type { Rule } from '../rules/rule';
import { type Contributions, contribute } from './contributions';
import { foldConversation, judgedAtFor } from './fold-conversation';
import type { ConversationRow, LogDb, RoundRow } from './log-db';
import { mergeMessage } from './merge-message';
import { isSighting, sightingId, withoutKnownSightings } from './sightings';

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
    if (!(await db.shops.get(args.shop))) await db.shops.add({ shop: args.shop, firstSeenAt: args.now });
    for (const { metric, value, at } of officials) {
      const before = await db.officials.get([args.shop, metric]);
      if (!before || before.at <= at) await db.officials.put({ shop: args.shop, metric, value, at });
    }
    const moves: Contributions = new Map();
    for (const [conversation, told] of seen) await recordConversation(db, conversation, told, args, moves);
    await moveTallies(db, args.shop, moves);
  });
}

/**
 * Judges again what waiting alone has changed by `now`: deadlines that passed since the last time. Returns how many
 * conversations were judged. Pending units are judged when looked at, so a late sweep makes no figure wrong.
 */
export async function sweep(db: LogDb, shop: ShopId, args: Omit<RecordArgs, 'shop'>): Promise<number> {
  return db.transaction('rw', [db.messages, db.conversations, db.rounds, db.tallies], async () => {
    const due = await db.rounds.where('[shop+changesAt]').between([shop], [shop, args.now], true, false).toArray();
    const conversations = [...new Set(due.map(({ conversation }) => conversation))];
    const moves: Contributions = new Map();
    for (const conversation of conversations) {
      await recordConversation(db, conversation, { messages: [], states: [] }, { ...args, shop }, moves);
    }
    await moveTallies(db, shop, moves);
    return conversations.length;
  });
}

interface Told {
  readonly messages: SeenMessage[];
  readonly states: SeenConversation[];
}

function byConversation(observations: readonly Observation[]): Map<string, Told> {
  const seen = new Map<string, Told>();
  for (const observation of observations) {
    if (observation.is !== 'message' && observation.is !== 'conversation') continue;
    const told = seen.get(observation.conversation) ?? { messages: [], states: [] };
    seen.set(observation.conversation, told);
    if (observation.is === 'message') told.messages.push(observation);
    else told.states.push(observation);
  }
  return seen;
}

async function recordConversation(db: LogDb, conversation: string, told: Told, args: RecordArgs, moves: Contributions) {
  const { shop, rules, holidays = [], now } = args;
  const before = await db.messages
    .where('[shop+conversation+id]')
    .between([shop, conversation], [shop, conversation, Dexie.maxKey])
    .toArray();
  const { kept, changed, dropped } = merged(before, told.messages, shop, conversation);
  const rowBefore = await db.conversations.get([shop, conversation]);
  const judgedAt = judgedAtFor(kept, now);
  const row = stateAfter(rowBefore ?? { shop, conversation, judgedAt }, told.states, judgedAt);

  const roundsBefore = await db.rounds
    .where('[shop+conversation+fold+id]')
    .between([shop, conversation], [shop, conversation, Dexie.maxKey])
    .toArray();
  const rounds = foldConversation(kept, { rules, blocked: row.blocked ?? false, holidays, judgedAt });
  if (rowBefore) contribute(moves, roundsBefore, { rules, holidays, judgedAt: rowBefore.judgedAt, sign: -1 });
  contribute(moves, rounds, { rules, holidays, judgedAt, sign: 1 });

  await db.messages.bulkPut(changed);
  await db.messages.bulkDelete(dropped.map(({ id }): [ShopId, string, string] => [shop, conversation, id]));
  await db.conversations.put(row);
  const keys = new Set(rounds.map(keyOfRound));
  const gone = roundsBefore.filter(round => !keys.has(keyOfRound(round)));
  await db.rounds.bulkDelete(
    gone.map(({ fold, id }): [ShopId, string, string, string] => [shop, conversation, fold, id]),
  );
  await db.rounds.bulkPut(changedRounds(roundsBefore, rounds));
}

/** Settled rounds that are as they were need no writing; open ones carry the instant they were judged at. */
function changedRounds(before: readonly RoundRow[], after: readonly RoundRow[]): RoundRow[] {
  const rows = new Map(before.map(round => [keyOfRound(round), round]));
  return after.filter(round => {
    const row = rows.get(keyOfRound(round));
    return !row || round.changesAt !== undefined || !isSame({ ...row, judgedAt: round.judgedAt }, round);
  });
}

const isSame = (a: RoundRow, b: RoundRow) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
const sorted = (row: RoundRow) => Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));

const keyOfRound = ({ fold, id }: RoundRow) => `${fold} ${id}`;

function merged(before: readonly Message[], seen: readonly SeenMessage[], shop: ShopId, conversation: string) {
  const rows = new Map(before.map(message => [message.id, message]));
  const touched = new Set<string>();
  for (const sighting of seen) {
    const message = messageOf(sighting, shop, conversation);
    const known = rows.get(message.id);
    rows.set(message.id, known ? mergeMessage(known, message) : message);
    touched.add(message.id);
  }
  const kept = withoutKnownSightings([...rows.values()]);
  const keptIds = new Set(kept.map(({ id }) => id));
  return {
    kept,
    changed: kept.filter(({ id }) => touched.has(id)),
    dropped: before.filter(message => isSighting(message) && !keptIds.has(message.id)),
  };
}

/** No text is in an observation; were it there, it would end here: only named fields go on. */
function messageOf(seen: SeenMessage, shop: ShopId, conversation: string): Message {
  const { id, ordinal = 0, session, author, agent, kind, sentAt, uncertain, order, sense } = seen;
  return {
    shop,
    conversation,
    id: id ?? sightingId(author, sentAt, ordinal),
    author,
    kind,
    sentAt,
    sense,
    ...(session !== undefined && { session }),
    ...(agent !== undefined && { agent }),
    ...(uncertain && { uncertain }),
    ...(order !== undefined && { order }),
  };
}

/** The newest word wins, at the same instant the network's; an older one still fills what nothing newer has said. */
function stateAfter(row: ConversationRow, states: readonly SeenConversation[], judgedAt: number): ConversationRow {
  const inTime = [...states].sort((a, b) => a.at - b.at || (a.sense === 'page' ? -1 : 1));
  let after: ConversationRow = { ...row, judgedAt };
  for (const { buyer, unread, blocked, waiting, waitingSince, at } of inTime) {
    const told = {
      ...(buyer !== undefined && { buyer }),
      ...(unread !== undefined && { unread }),
      ...(blocked !== undefined && { blocked }),
      ...(waiting !== undefined && { waiting }),
      ...(waitingSince !== undefined && { waitingSince }),
    };
    const isOlder = after.seenAt !== undefined && at < after.seenAt;
    after = isOlder ? { ...told, ...after } : { ...after, ...told, seenAt: at };
  }
  return after;
}

async function moveTallies(db: LogDb, shop: ShopId, moves: Contributions): Promise<void> {
  const wanted = [...moves.values()].filter(({ tally }) => !isEmptyTally(tally) || tally.tookMs !== 0);
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
