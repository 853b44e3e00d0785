import { tz } from '@date-fns/tz';
import { startOfDay } from 'date-fns/startOfDay';
import { subDays } from 'date-fns/subDays';
import type { Author } from '../chat/message';
import type { ExcludedBecause, Rule } from '../rules/rule';
import { isInForce, versionsOf } from '../rules/versions-of';
import { isInsideHours, localDay } from './local-day';
import type { Rate } from './rate';

/** An instant: ms since the epoch, or ISO 8601 text with its offset. */
export type Instant = number | string;

export interface PlainMessage {
  readonly at: Instant;
  readonly by: Author;
  readonly session?: string | undefined;
  /** Seconds: it was sent in `[at, at + uncertain]`. */
  readonly uncertain?: number | undefined;
}

export interface PlainChat {
  readonly id: string;
  readonly blocked?: boolean | undefined;
  /** The seller said that it does not count. */
  readonly byHand?: boolean | undefined;
  readonly messages: readonly PlainMessage[];
}

export interface PlainShop {
  /** Half-open intervals in which the shop is closed; `null`: until further notice. */
  readonly holidays?: readonly (readonly [from: Instant, to: Instant | null])[];
}

/** Seven days of silence end a session the platform gave no id (help pages US and VN, 2025–26; rules.md section 1). */
export const usualSessionGap = 604_800;

/**
 * The reference: what `rule` gives at `now` for plain message lists; what started on a day is judged by the version that
 * held on it. Slow and obvious; the tallies the product uses must equal it. Throws a RangeError on an instant that is
 * none or an unknown zone.
 */
export function rateOf(chats: readonly PlainChat[], rule: Rule, now: Instant, shop: PlainShop = {}): Rate {
  const at = instant(now);
  const zone = { in: tz(rule.zone) };
  const windowStart = startOfDay(subDays(startOfDay(at, zone), rule.window.days - 1, zone), zone).getTime();
  const judged = versionsOf(rule)
    .flatMap(version =>
      chats
        .flatMap(chat => sessionsOf(chat, version, at).flatMap(session => unitsOf(session, version, chat)))
        .filter(({ start }) => start >= windowStart && isInForce(version, localDay(start, rule.zone).key))
        .map(unit => ({ start: unit.start, verdict: verdictOn(unit, version, at, shop) })),
    )
    .sort((a, b) => a.start - b.start);

  const number = (is: string) => judged.filter(({ verdict }) => verdict.is === is).length;
  const excluded: Partial<Record<ExcludedBecause, number>> = {};
  for (const { verdict } of judged) {
    if (verdict.is === 'excluded') excluded[verdict.because] = (excluded[verdict.because] ?? 0) + 1;
  }
  const counted = judged.flatMap(({ verdict }) =>
    verdict.is === 'excluded' || verdict.is === 'pending' ? [] : [verdict],
  );
  const { newestQuarterWeight: weight } = rule.window;
  const all = shareOrMeanOf(counted, rule);
  const newest = shareOrMeanOf(counted.slice(-Math.ceil(counted.length / 4)), rule);
  return {
    value: all === null || newest === null || weight === undefined ? all : (1 - weight) * all + weight * newest,
    counted: counted.length,
    onTime: number('in-time'),
    late: number('late'),
    missed: number('missed'),
    pending: number('pending'),
    excluded,
  };
}

type Counted = { is: 'in-time' | 'late' | 'missed' } | { is: 'took'; seconds: number };
type Verdict = Counted | { is: 'pending' } | { is: 'excluded'; because: ExcludedBecause };

function shareOrMeanOf(counted: readonly Counted[], rule: Rule): number | null {
  if (counted.length === 0) return null;
  if (rule.measure === 'share') return counted.filter(({ is }) => is === 'in-time').length / counted.length;
  return counted.reduce((sum, verdict) => sum + (verdict.is === 'took' ? verdict.seconds : 0), 0) / counted.length;
}

interface Heard {
  readonly at: number;
  readonly latest: number;
  readonly by: Author;
  readonly session: string | undefined;
}

interface Round {
  readonly asks: Heard[];
  readonly robots: Heard[];
  reply?: Heard;
}

interface Unit {
  readonly start: number;
  readonly chat: PlainChat;
  readonly sellerStarted: boolean;
  readonly parts: readonly { readonly start: number; readonly reply: number | undefined; readonly robot: boolean }[];
}

/** Sessions in order; what the system says and what is later than `now` is left out. */
function sessionsOf(chat: PlainChat, rule: Rule, now: number): Heard[][] {
  const gap = (rule.sessionGap ?? usualSessionGap) * 1000;
  const heard = chat.messages
    .map(({ at, by, session, uncertain = 0 }) => ({
      at: instant(at),
      latest: instant(at) + uncertain * 1000,
      by,
      session,
    }))
    .filter(({ at, by }) => by !== 'system' && at <= now)
    .sort((a, b) => a.at - b.at);
  const sessions: Heard[][] = [];
  let before: Heard | undefined;
  for (const message of heard) {
    const named = before?.session !== undefined || message.session !== undefined;
    const same = before && (named ? before.session === message.session : message.at - before.at <= gap);
    if (same) sessions.at(-1)?.push(message);
    else sessions.push([message]);
    before = message;
  }
  return sessions;
}

function roundsOf(session: readonly Heard[], rule: Rule): Round[] {
  const rounds: Round[] = [];
  let open: Round | undefined;
  for (const message of session) {
    if (message.by === 'buyer') {
      if (!open) {
        open = { asks: [], robots: [] };
        rounds.push(open);
      }
      open.asks.push(message);
    } else if (message.by === 'seller' || rule.robot === 'answers') {
      if (open) open.reply = message;
      open = undefined;
    } else open?.robots.push(message);
  }
  return rounds;
}

function unitsOf(session: readonly Heard[], rule: Rule, chat: PlainChat): Unit[] {
  const sellerStarted = session.find(({ by }) => by !== 'robot')?.by === 'seller';
  const rounds = roundsOf(session, rule);
  const part = (round: Round, ask: Heard) => ({
    start: ask.at,
    reply: round.reply?.latest,
    robot: round.robots.some(robot => session.indexOf(robot) > session.indexOf(ask)),
  });
  const firstPart = (round: Round) => round.asks.slice(0, 1).map(ask => part(round, ask));
  const parts =
    rule.unit === 'message'
      ? rounds.flatMap(round => round.asks.map(ask => [part(round, ask)]))
      : rule.unit === 'whole-session'
        ? [rounds.flatMap(firstPart)]
        : rounds.map(firstPart).slice(0, rule.unit === 'first-response' ? 1 : undefined);
  return parts.flatMap(list => (list[0] ? [{ start: list[0].start, chat, sellerStarted, parts: list }] : []));
}

function verdictOn(unit: Unit, rule: Rule, now: number, shop: PlainShop): Verdict {
  const { start } = unit;
  const isHoliday = () =>
    shop.holidays?.some(([from, to]) => start >= instant(from) && (to === null || start < instant(to))) ?? false;
  if (unit.chat.byHand) return { is: 'excluded', because: 'by-hand' };
  if (rule.excludes.includes('blocked') && unit.chat.blocked) return { is: 'excluded', because: 'blocked' };
  if (rule.excludes.includes('holiday') && isHoliday()) return { is: 'excluded', because: 'holiday' };
  if (rule.excludes.includes('seller-started') && unit.sellerStarted)
    return { is: 'excluded', because: 'seller-started' };
  if (rule.hours && !isInsideHours(start, rule.hours, rule.zone)) return { is: 'excluded', because: 'hours' };
  if (rule.measure === 'mean') return meanVerdict(unit, rule, now);

  const verdicts = unit.parts.map(part => {
    const deadline = part.start + (rule.limit ?? 0) * 1000;
    if (part.reply !== undefined && part.reply <= deadline) return 'in-time';
    // From here on the reply is too late, at least when its uncertain time is read against the seller, or the limit is over.
    if (part.reply === undefined && now <= deadline) return 'pending';
    if (rule.robot === 'excludes' && part.robot) return now <= deadline ? 'pending' : 'robot';
    return part.reply === undefined ? 'missed' : 'late';
  });
  if (verdicts.includes('missed')) return { is: 'missed' };
  if (verdicts.includes('late')) return { is: 'late' };
  if (verdicts.includes('pending')) return { is: 'pending' };
  if (verdicts.includes('robot')) return { is: 'excluded', because: 'robot' };
  return { is: 'in-time' };
}

function meanVerdict(unit: Unit, rule: Rule, now: number): Verdict {
  const replies = unit.parts.map(({ reply }) => reply);
  if (rule.robot === 'excludes' && unit.parts.some(({ robot, reply }) => robot && reply === undefined)) {
    return { is: 'excluded', because: 'robot' };
  }
  const last = replies.at(-1);
  if (!replies.includes(undefined) && last !== undefined) {
    const waits = unit.parts.map(({ start, reply = start }) => reply - start);
    return { is: 'took', seconds: waits.reduce((sum, wait) => sum + wait, 0) / waits.length / 1000 };
  }
  const capped = rule.unansweredCountsAs;
  if (capped !== undefined && now - unit.start > capped * 1000) return { is: 'took', seconds: capped };
  return { is: 'pending' };
}

function instant(value: Instant): number {
  const at = typeof value === 'number' ? value : Date.parse(value);
  if (!Number.isFinite(at)) throw new RangeError(`not an instant: ${value}`);
  return at;
}
