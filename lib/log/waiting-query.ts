import Dexie, { type PromiseExtended } from 'dexie';
import { isNamedChat } from '../chat/named-chat';
import type { ShopId } from '../chat/shop';
import type { WaitingRound } from '../rates/deadlines';
import { waitingFold } from './fold-conversation';
import { knownAs } from './known-names';
import type { LogDb, SessionRow } from './log-db';
import { markFold } from './marked-wait';
import { type OpenRound, openRoundOf } from './open-round';
import { promiseFold } from './promised-wait';
import { withoutTwins } from './without-twins';

/**
 * So long (ms) a wait that is known by the buyer's name alone is believed after it was last told: what the name stood for
 * cannot be told from a later page, so nothing else would ever end one whose page was closed over it.
 */
const trustMs = 3_600_000;

/** The ways of folding by whose rounds a buyer waits. */
export const waitingFolds = [waitingFold, markFold] as const;

/**
 * The rounds of a shop in which a buyer waits for a person: by their messages, else by the platform's own mark. A buyer
 * whose session ended in silence, whom the seller blocked, or whose chat the seller set aside, waits no longer.
 */
export function waitingRounds(db: LogDb, shop: ShopId, now: number): Promise<WaitingRound[]> {
  return roundsNow(db, shop, waitingFolds, now);
}

/** The same without names and promises, for who counts and does not show: nothing but the sessions is read for it. */
export async function waitingUnnamed(db: LogDb, shop: ShopId, now: number): Promise<WaitingRound[]> {
  const open = await openRounds(db, shop, waitingFolds, now);
  // A chat that is known by a name alone may be the twin of another, and to tell that takes both their names.
  if (open.some(({ conversation }) => isNamedChat(conversation))) return waitingRounds(db, shop, now);
  return open.filter(isWaitedIn);
}

const isWaitedIn = ({ blocked, byHand }: OpenRound): boolean => !blocked && byHand !== true;

/** The chats of a shop in which nobody waits by the rules, and in which an answer was promised that has not come. */
export function promisedRounds(db: LogDb, shop: ShopId, now: number): Promise<WaitingRound[]> {
  return roundsNow(db, shop, [promiseFold], now);
}

/** Both of them: the sessions that can still be answered in are read once for the two. */
export async function owedRounds(db: LogDb, shop: ShopId, now: number): Promise<Owed> {
  const open = await openRounds(db, shop, [...waitingFolds, promiseFold], now);
  const [waiting, promised] = await Promise.all([
    shownOf(
      db,
      shop,
      open.filter(({ fold }) => fold !== promiseFold),
      now,
    ),
    shownOf(
      db,
      shop,
      open.filter(({ fold }) => fold === promiseFold),
      now,
    ),
  ]);
  return { waiting, promised };
}

interface Owed {
  readonly waiting: WaitingRound[];
  readonly promised: WaitingRound[];
}

const roundsNow = async (db: LogDb, shop: ShopId, folds: readonly string[], now: number): Promise<WaitingRound[]> =>
  shownOf(db, shop, await openRounds(db, shop, folds, now), now);

async function shownOf(db: LogDb, shop: ShopId, open: readonly OpenRound[], now: number): Promise<WaitingRound[]> {
  if (open.length === 0) return [];
  const waiting = open.filter(isWaitedIn);
  const conversations = await db.conversations.bulkGet(
    waiting.map(({ conversation }): [ShopId, string] => [shop, conversation]),
  );
  const shown: WaitingRound[] = [];
  for (const [index, round] of waiting.entries()) {
    const { buyer, promisedAt, seenAt = 0 } = conversations[index] ?? {};
    if (isNamedChat(round.conversation)) {
      // What the name stood for is known by now, and speaks for itself.
      const isKnown = (await knownAs(db, shop, buyer)) !== null;
      if (isKnown || now - seenAt > trustMs) continue;
    }
    shown.push({ ...round, ...(buyer !== undefined && { buyer }), ...(promisedAt !== undefined && { promisedAt }) });
  }
  return withoutTwins(shown);
}

/** The open round of each of these folds' sessions that has one. See `openSessions`. */
export const openRounds = (db: LogDb, shop: ShopId, folds: readonly string[], now = 0): PromiseExtended<OpenRound[]> =>
  openSessions(db, shop, folds, now).then(sessions => sessions.flatMap(openRoundOf));

/**
 * The sessions of these folds that can still be answered in at `now` (ms); without it every one whose last round nobody has
 * answered, also those that nobody waits in any more. Read by the end of their sessions: those of old are many. A promise of
 * Dexie's: with one more async function around it, a transaction of the caller's is lost.
 */
export const openSessions = (
  db: LogDb,
  shop: ShopId,
  folds: readonly string[],
  now = 0,
): PromiseExtended<SessionRow[]> =>
  db.sessions
    .where('[shop+waitsUntil]')
    .between([shop, now], [shop, Dexie.maxKey])
    .toArray()
    // Filtered here: a filter in the database's hands makes it give row by row, each with a wait of its own.
    .then(rows => rows.filter(({ fold }) => folds.includes(fold)));
