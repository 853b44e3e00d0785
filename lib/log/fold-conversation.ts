import type { Message } from '../chat/message';
import { inOrder } from '../chat/message-order';
import { type ClosedBy, foldRounds } from '../chat/round';
import { cutSessions, withSessions } from '../chat/session';
import { usualSessionGap } from '../rates/rate-of';
import { unitsOf } from '../rates/units';
import { changesAt, verdictOn } from '../rates/verdict';
import type { Rule } from '../rules/rule';
import type { RoundRow } from './log-db';
import type { CountedRule } from './rule-key';

/** How a rule folds messages into rounds: rules that fold alike share their rounds. */
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

/** The rounds of one conversation under every fold its rules ask for, ready to be stored. */
export function foldConversation(messages: readonly Message[], args: FoldArgs): RoundRow[] {
  const folds = new Set([waitingFold, ...args.counted.map(({ rule }) => foldOf(rule))]);
  const ordered = [...messages].sort(inOrder);
  return [...folds].flatMap(fold => roundsOfFold(ordered, fold, args));
}

function roundsOfFold(ordered: readonly Message[], fold: string, args: FoldArgs): RoundRow[] {
  const [closedBy, gap] = fold.split('/') as [ClosedBy, string];
  const given = withSessions(ordered, Number(gap));
  const heard = given.filter(({ author }) => author !== 'system');
  const sessions = cutSessions(heard, Number(gap));
  const closings = given.filter(({ kind }) => kind === 'close');
  const uncertain = new Map(heard.map(({ id, uncertain }) => [id, uncertain]));
  const rounds = sessions.flatMap((session, index) => {
    const folded = foldRounds(session, closedBy);
    const opening = folded[0]?.asks[0]?.id ?? '';
    const sellerStarted = session.find(({ author }) => author !== 'robot')?.author === 'seller';
    const first = session[0];
    const isLast = index === sessions.length - 1;
    const isOpen = isLast && !closings.some(closing => isEndOf(closing, session));
    return folded.flatMap((round): RoundRow[] => {
      const [ask] = round.asks;
      if (!ask || !first) return [];
      const vague = uncertain.get(ask.id);
      const lastAskAt = round.asks.at(-1)?.at ?? ask.at;
      return [
        {
          ...round,
          shop: first.shop,
          conversation: first.conversation,
          fold,
          id: ask.id,
          opening,
          startAt: ask.at,
          sellerStarted,
          lastAskAt,
          blocked: args.blocked,
          ...(args.byHand && { byHand: true }),
          judgedAt: args.judgedAt,
          ...(vague && { uncertain: vague }),
          ...(isOpen && !round.reply && { waitsUntil: lastAskAt + Number(gap) }),
        },
      ];
    });
  });
  return withChanges(rounds, fold, args);
}

/** Whether a closing notice ended this session (bytedance-im.md section 4, type 1005); one that a page shows names none. */
function isEndOf(closing: Message, session: readonly Message[]): boolean {
  if (closing.session !== undefined) return closing.session === session[0]?.session;
  const last = session.at(-1);
  return !last || inOrder(closing, last) > 0;
}

/** Marks each round whose units are still pending with the instant at which the first of them changes. */
function withChanges(rounds: readonly RoundRow[], fold: string, { counted, judgedAt }: FoldArgs): RoundRow[] {
  const changes = new Map<string, number>();
  const roundOfAsk = new Map(rounds.flatMap(({ id, asks }) => asks.map(ask => [ask.id, id])));
  for (const { rule, holidays } of counted) {
    if (foldOf(rule) !== fold) continue;
    for (const unit of unitsOf(rounds, rule)) {
      const until = changesAt(verdictOn(unit, rule, judgedAt, holidays));
      if (until === null) continue;
      // A message unit lies in the round that holds its ask; every other unit is named after its first round.
      const round = roundOfAsk.get(unit.id);
      if (round) changes.set(round, Math.min(until, changes.get(round) ?? Number.POSITIVE_INFINITY));
    }
  }
  return rounds.map(round => {
    const until = changes.get(round.id);
    return until === undefined ? round : { ...round, changesAt: until };
  });
}
