import type { Transaction } from 'dexie';
import type { Message } from '../chat/message';
import { inOrder } from '../chat/message-order';
import type { RoundInRow, SessionRow } from './log-db';

/** A round as versions 1 to 3 kept it: each in a row of its own. */
interface RoundRow extends RoundInRow, Omit<SessionRow, 'rounds'> {
  readonly id: string;
  readonly startAt: number;
}

/** Rounds read at once: a long log has hundreds of thousands. */
const chunk = 1000;

/** Makes one row of the rounds of each session, in the transaction in which the database is opened. */
export async function roundsToSessions(transaction: Transaction): Promise<void> {
  const rounds = transaction.table<RoundRow>('rounds');
  const sessions = transaction.table<SessionRow>('sessions');
  let held: readonly RoundRow[] = [];
  for (let last: RoundRow | undefined; ; ) {
    const rest = last ? rounds.where(':id').above(keyOf(last)) : rounds.toCollection();
    const some = await rest.limit(chunk).toArray();
    last = some.at(-1);
    // The rows of a conversation's fold lie together, but its sessions among each other: of the last one more may follow.
    const whole = [...held, ...some];
    held = last ? whole.filter(row => isOfFold(row, last)) : [];
    const found = [...Map.groupBy(whole.slice(0, whole.length - held.length), nameOf).values()];
    const asked = await firstAsks(transaction, found.filter(isTied).flat());
    await sessions.bulkAdd(found.map(rows => sessionOf(rows, asked)));
    if (!last) return;
  }
}

const keyOf = ({ shop, conversation, fold, id }: RoundRow) => [shop, conversation, fold, id];

// Not joined by any character: a page chooses the names of its conversations.
const nameOf = ({ shop, conversation, fold, opening }: RoundRow) => JSON.stringify([shop, conversation, fold, opening]);

const isOfFold = (a: RoundRow, b: RoundRow | undefined) =>
  a.shop === b?.shop && a.conversation === b.conversation && a.fold === b.fold;

/** Whether rounds of a session began in the same instant, as with robots they may: their times do not tell which came first. */
const isTied = (rows: readonly RoundRow[]) => new Set(rows.map(({ startAt }) => startAt)).size < rows.length;

/** The messages that began these rounds, where they are still there. */
async function firstAsks(transaction: Transaction, rows: readonly RoundRow[]): Promise<Map<RoundRow, Message>> {
  if (rows.length === 0) return new Map();
  const messages = transaction.table<Message>('messages');
  const found = await messages.bulkGet(rows.map(({ shop, conversation, id }) => [shop, conversation, id]));
  return new Map(rows.flatMap((row, index) => (found[index] ? [[row, found[index]] as const] : [])));
}

function sessionOf(rows: readonly RoundRow[], asked: ReadonlyMap<RoundRow, Message>): SessionRow {
  const inTime = [...rows].sort((a, b) => byTime(a, b, asked));
  const [first, last] = [inTime[0], inTime.at(-1)];
  if (!first || !last) throw new Error('a session without a round');
  const { shop, conversation, fold, opening, sellerStarted, blocked, byHand, waitsUntil } = last;
  const changes = rows.flatMap(({ changesAt }) => changesAt ?? []);
  return {
    shop,
    conversation,
    fold,
    opening,
    sellerStarted,
    blocked,
    ...(byHand && { byHand }),
    rounds: inTime.map(({ asks, reply, uncertain }) => ({
      asks,
      ...(reply && { reply }),
      ...(uncertain !== undefined && { uncertain }),
    })),
    lastAskAt: last.lastAskAt,
    // A round was written anew whenever it could still change: the newest is that of all that can.
    judgedAt: Math.max(...rows.map(({ judgedAt }) => judgedAt)),
    ...(changes.length > 0 && { changesAt: Math.min(...changes) }),
    ...(waitsUntil !== undefined && { waitsUntil }),
  };
}

/**
 * Of those that began in the same instant the one whose question came first, and where the message is not there any more, the one
 * that was answered first: a round begins when the one before was answered.
 */
function byTime(a: RoundRow, b: RoundRow, asked: ReadonlyMap<RoundRow, Message>): number {
  if (a.startAt !== b.startAt) return a.startAt - b.startAt;
  const [first, second] = [asked.get(a), asked.get(b)];
  return first && second ? inOrder(first, second) : answeredAt(a) - answeredAt(b);
}

/** The largest number in the place of never: two of them are to differ by 0. */
const answeredAt = ({ reply }: RoundRow) => reply?.at ?? Number.MAX_SAFE_INTEGER;
