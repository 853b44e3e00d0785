import type { Message } from '../chat/message';
import { inOrder } from '../chat/message-order';
import { type ClosedBy, foldRounds, type Round } from '../chat/round';
import { cutSessions, withSessions } from '../chat/session';
import { usualSessionGap } from '../rates/rate-of';
import { unitsOf } from '../rates/units';
import { changesAt, verdictOn } from '../rates/verdict';
import type { Rule } from '../rules/rule';
import type { RoundInRow, SessionRow } from './log-db';
import type { CountedRule } from './rule-key';

/** How a rule folds messages into rounds: rules that fold alike share their sessions. */
export function foldOf(rule: Rule): string {
  const closedBy: ClosedBy = rule.robot === 'answers' ? 'anyone' : 'person';
  return `${closedBy}/${(rule.sessionGap ?? usualSessionGap) * 1000}`;
}

/** The fold that says who waits for a person. */
export const waitingFold = `person/${usualSessionGap * 1000}`;

interface FoldArgs {
  readonly counted: readonly CountedRule[];
  readonly blocked: boolean;
  readonly byHand: boolean;
  /** ms. A message is never later than this in the fold's eyes: see `judgedAtFor`. */
  readonly judgedAt: number;
}

/**
 * The instant a conversation is judged at: now, or its newest message where that is ahead of a slow clock. Response
 * times are differences of sending times; our own clock only says what is due.
 */
export function judgedAtFor(messages: readonly Message[], now: number): number {
  return messages.reduce((latest, { sentAt }) => Math.max(latest, sentAt), now);
}

/** The sessions of one conversation in which a buyer asked, under every fold its rules ask for, ready to be stored. */
export function foldConversation(messages: readonly Message[], args: FoldArgs): SessionRow[] {
  const folds = new Set([waitingFold, ...args.counted.map(({ rule }) => foldOf(rule))]);
  const ordered = [...messages].sort(inOrder);
  return [...folds].flatMap(fold => sessionsOfFold(ordered, fold, args));
}

function sessionsOfFold(ordered: readonly Message[], fold: string, args: FoldArgs): SessionRow[] {
  const [closedBy, gap] = fold.split('/') as [ClosedBy, string];
  const given = withSessions(ordered, Number(gap));
  const heard = given.filter(({ author }) => author !== 'system');
  const sessions = cutSessions(heard, Number(gap));
  const closings = given.filter(({ kind }) => kind === 'close');
  const vague = new Map(heard.flatMap(({ id, uncertain }) => (uncertain ? [[id, uncertain] as const] : [])));
  return sessions.flatMap((session, index): SessionRow[] => {
    const rounds = foldRounds(session, closedBy).map(round => withUncertain(round, vague));
    const [first, opening] = [session[0], rounds[0]?.asks[0]];
    if (!first || !opening) return [];
    const last = rounds.at(-1);
    const lastAskAt = last?.asks.at(-1)?.at ?? opening.at;
    const isLast = index === sessions.length - 1;
    const isOpen = isLast && !closings.some(closing => isEndOf(closing, session));
    const row: SessionRow = {
      shop: first.shop,
      conversation: first.conversation,
      fold,
      opening: opening.id,
      sellerStarted: session.find(({ author }) => author !== 'robot')?.author === 'seller',
      blocked: args.blocked,
      ...(args.byHand && { byHand: true }),
      rounds,
      lastAskAt,
      judgedAt: args.judgedAt,
      ...(isOpen && !last?.reply && { waitsUntil: lastAskAt + Number(gap) }),
    };
    const until = changesOf(row, args);
    return [until === null ? row : { ...row, changesAt: until }];
  });
}

function withUncertain(round: Round, vague: ReadonlyMap<string, number>): RoundInRow {
  const uncertain = vague.get(round.asks[0]?.id ?? '');
  return uncertain === undefined ? round : { ...round, uncertain };
}

/** Whether a closing notice ended this session (bytedance-im.md section 4, type 1005); one that a page shows names none. */
function isEndOf(closing: Message, session: readonly Message[]): boolean {
  if (closing.session !== undefined) return closing.session === session[0]?.session;
  const last = session.at(-1);
  return !last || inOrder(closing, last) > 0;
}

/** The instant (ms) at which the first of a session's units that are still pending changes; `null` where none is. */
function changesOf(session: SessionRow, { counted, judgedAt }: FoldArgs): number | null {
  const changes = counted
    // What was asked longer ago than a rule looks is settled, and nearly everything is: that is not judged twice.
    .filter(({ rule }) => foldOf(rule) === session.fold && session.lastAskAt + longest(rule) >= judgedAt)
    .flatMap(({ rule, holidays }) =>
      unitsOf([session], rule).flatMap(unit => changesAt(verdictOn(unit, rule, judgedAt, holidays)) ?? []),
    );
  return changes.length > 0 ? Math.min(...changes) : null;
}

/** How long (ms) a unit of a rule may be pending until a deadline. */
const longest = ({ measure, limit = 0, unansweredCountsAs = 0 }: Rule) =>
  (measure === 'share' ? limit : unansweredCountsAs) * 1000;
