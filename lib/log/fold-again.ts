import type { Message } from '../chat/message';
import { inOrder } from '../chat/message-order';
import { isNamedChat } from '../chat/named-chat';
import { openPromise } from '../chat/open-promise';
import type { ShopId } from '../chat/shop';
import type { Books } from './books';
import { type Contributions, contribute } from './contributions';
import { foldConversation, judgedAtFor } from './fold-conversation';
import type { ConversationRow, SessionRow } from './log-db';
import { markedWait } from './marked-wait';
import { mergeThread } from './merge-thread';
import { promisedWait } from './promised-wait';
import { stateAfter, type Told } from './told';

/** A conversation as the log has it. */
export interface Before {
  readonly conversation: string;
  readonly messages: readonly Message[];
  readonly row: ConversationRow | undefined;
  readonly sessions: readonly SessionRow[];
}

export interface Changes {
  readonly conversation: string;
  readonly messages: readonly Message[];
  readonly droppedMessages: readonly Message[];
  /** `null`: the conversation is not kept. */
  readonly row: ConversationRow | null;
  readonly sessions: readonly SessionRow[];
  readonly goneSessions: readonly SessionRow[];
}

interface FoldAgainArgs {
  readonly shop: ShopId;
  readonly books: Books;
  /** ms. */
  readonly now: number;
}

/**
 * What is to be written after `told`, and into `moves` by how much the tallies change: what the conversation counted
 * before is taken back, what it counts now is added. What is being counted again has something to take back only once
 * the conversation was in this turn.
 */
export function foldAgain(before: Before, told: Told, args: FoldAgainArgs, moves: Contributions): Changes {
  const { shop, books, now } = args;
  const { conversation } = before;
  const { kept, changed, dropped } = mergeThread(before.messages, told.messages, shop, conversation);
  const judgedAt = judgedAtFor(kept, now);
  const { turn } = books;
  const earlier = before.row ?? { shop, conversation, judgedAt, turn };
  const { promisedAt: _, ...state } = stateAfter(earlier, told.states, judgedAt);
  const promise = openPromise([...kept].sort(inOrder));
  const row: ConversationRow = { ...state, turn, ...(promise && { promisedAt: promise.sentAt }) };
  const counted = [...books.kept, ...books.next];
  const blocked = row.blockedByHand ?? row.blocked ?? false;
  const sessions = foldConversation(kept, { counted, blocked, byHand: row.setAside !== undefined, judgedAt });
  if (before.row) {
    const was = before.row.turn === turn ? counted : books.kept;
    contribute(moves, before.sessions, { counted: was, judgedAt: before.row.judgedAt, sign: -1 });
  }
  contribute(moves, sessions, { counted, judgedAt, sign: 1 });
  const known = [...sessions, ...markedWait(row, kept, sessions)];
  const all = [...known, ...promisedWait(row, promise, known)];
  const keys = new Set(all.map(keyOfSession));
  return {
    conversation,
    messages: changed,
    droppedMessages: dropped,
    // A chat that is known by a name alone is kept for as long as it waits.
    row: isNamedChat(conversation) && !row.wait ? null : row,
    sessions: changedSessions(before.sessions, all),
    goneSessions: before.sessions.filter(session => !keys.has(keyOfSession(session))),
  };
}

/** Settled sessions that are as they were need no writing; open ones carry the instant they were judged at. */
function changedSessions(before: readonly SessionRow[], after: readonly SessionRow[]): SessionRow[] {
  const rows = new Map(before.map(session => [keyOfSession(session), session]));
  return after.filter(session => {
    const row = rows.get(keyOfSession(session));
    return !row || session.changesAt !== undefined || !isSame({ ...row, judgedAt: session.judgedAt }, session);
  });
}

/** Whether two rows hold the same; what is `undefined` is not there. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((one, index) => isSame(one, b[index]));
  }
  const [one, other] = [a, b] as Readonly<Record<string, unknown>>[];
  for (const name in one) if (!isSame(one[name], other?.[name])) return false;
  for (const name in other) if (other[name] !== undefined && one?.[name] === undefined) return false;
  return true;
}

const keyOfSession = ({ fold, opening }: SessionRow) => `${fold} ${opening}`;
