import type { ExcludedBecause, Rule } from '../rules/rule';
import { isInsideHours } from './local-day';
import type { Unit, UnitPart } from './units';

/** What a rule says of a unit. Times in ms. */
export type Verdict =
  | { readonly is: 'in-time'; readonly tookMs: number }
  /** `until`: the last instant at which a session judged as a whole may not be missed yet. */
  | { readonly is: 'late'; readonly tookMs: number; readonly until?: number }
  /** Of a mean: what the unit adds to it, answered or not. */
  | { readonly is: 'took'; readonly tookMs: number; readonly unanswered?: true }
  | { readonly is: 'missed' }
  /** `until` is the last instant at which it is still pending; infinity where only an answer ends it. */
  | { readonly is: 'pending'; readonly until: number }
  | { readonly is: 'excluded'; readonly because: ExcludedBecause };

/** Half-open intervals (ms) in which the shop is closed. */
export type Holidays = readonly (readonly [from: number, to: number])[];

/** A verdict, and the ask with its reply that decided it. */
export interface Judged {
  readonly verdict: Verdict;
  readonly part: UnitPart | undefined;
}

/** Judges a unit at `now` (ms). Design section 6, points 3 to 5. */
export function verdictOn(unit: Unit, rule: Rule, now: number, holidays: Holidays = []): Verdict {
  return judge(unit, rule, now, holidays).verdict;
}

/** The same, with what decided it: of a session judged as a whole, the worst of its rounds. */
export function judge(unit: Unit, rule: Rule, now: number, holidays: Holidays): Judged {
  const [first] = unit.parts;
  const because = excludedBecause(unit, rule, holidays);
  if (because) return { verdict: { is: 'excluded', because }, part: first };
  if (rule.measure === 'mean') return { verdict: verdictOfMean(unit, rule, now), part: first };

  const limitMs = (rule.limit ?? 0) * 1000;
  const judged = unit.parts.map(part => ({ part, verdict: verdictOfPart(part, limitMs, rule.robot, now) }));
  const pending = firstPending(judged);
  const late = firstThat(judged, 'late');
  return (
    firstThat(judged, 'missed') ??
    (late && pending ? { ...late, verdict: { ...late.verdict, until: pending.verdict.until } } : late) ??
    pending ??
    firstThat(judged, 'excluded') ??
    judged[0] ?? { verdict: { is: 'excluded', because: 'robot' }, part: first }
  );
}

/** The last instant (ms) after which the verdict may be another by waiting alone; `null` when it will not. */
export function changesAt(verdict: Verdict): number | null {
  const until = verdict.is === 'pending' || verdict.is === 'late' ? verdict.until : undefined;
  return until === undefined || until === Number.POSITIVE_INFINITY ? null : until;
}

function excludedBecause(unit: Unit, rule: Rule, holidays: Holidays): ExcludedBecause | null {
  const { start } = unit;
  if (unit.byHand) return 'by-hand';
  if (unit.blocked && rule.excludes.includes('blocked')) return 'blocked';
  if (rule.excludes.includes('holiday') && holidays.some(([from, to]) => start >= from && start < to)) return 'holiday';
  if (unit.sellerStarted && rule.excludes.includes('seller-started')) return 'seller-started';
  if (rule.hours && !isInsideHours(start, rule.hours, rule.zone)) return 'hours';
  return null;
}

function verdictOfPart(part: UnitPart, limitMs: number, robot: Rule['robot'], now: number): Verdict {
  const deadline = part.start + limitMs;
  const tookMs = part.reply && part.reply.at - part.start;
  // The limit itself is still in time: the help pages say "within 12 hours" (rules.md section 1).
  if (tookMs !== undefined && tookMs <= limitMs) return { is: 'in-time', tookMs };
  const robotSettles = robot === 'excludes' && part.robot;
  if (now <= deadline && (tookMs === undefined || robotSettles)) return { is: 'pending', until: deadline };
  if (robotSettles) return { is: 'excluded', because: 'robot' };
  return tookMs === undefined ? { is: 'missed' } : { is: 'late', tookMs };
}

type JudgedAs<I extends Verdict['is']> = Judged & { readonly verdict: Extract<Verdict, { is: I }> };

function firstThat<I extends Verdict['is']>(judged: readonly Judged[], is: I): JudgedAs<I> | undefined {
  return judged.find((one): one is JudgedAs<I> => one.verdict.is === is);
}

function firstPending(judged: readonly Judged[]): JudgedAs<'pending'> | undefined {
  return judged
    .filter((one): one is JudgedAs<'pending'> => one.verdict.is === 'pending')
    .sort((a, b) => a.verdict.until - b.verdict.until)[0];
}

function verdictOfMean({ parts, start }: Unit, rule: Rule, now: number): Verdict {
  const unanswered = parts.filter(({ reply }) => !reply);
  if (rule.robot === 'excludes' && unanswered.some(({ robot }) => robot)) return { is: 'excluded', because: 'robot' };
  if (unanswered.length === 0) {
    const waits = parts.map(part => (part.reply?.at ?? part.start) - part.start);
    return { is: 'took', tookMs: waits.reduce((sum, wait) => sum + wait, 0) / waits.length };
  }
  if (rule.unansweredCountsAs === undefined) return { is: 'pending', until: Number.POSITIVE_INFINITY };
  const cappedMs = rule.unansweredCountsAs * 1000;
  return now - start > cappedMs
    ? { is: 'took', tookMs: cappedMs, unanswered: true }
    : { is: 'pending', until: start + cappedMs };
}
