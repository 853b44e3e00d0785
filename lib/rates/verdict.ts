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

/** Judges a unit at `now` (ms). Design section 6, points 3 to 5. */
export function verdictOn(unit: Unit, rule: Rule, now: number, holidays: Holidays = []): Verdict {
  const because = excludedBecause(unit, rule, holidays);
  if (because) return { is: 'excluded', because };
  if (rule.measure === 'mean') return verdictOfMean(unit, rule, now);

  const limitMs = (rule.limit ?? 0) * 1000;
  const verdicts = unit.parts.map(part => verdictOfPart(part, limitMs, rule.robot, now));
  const pending = firstPending(verdicts);
  const late = verdicts.find(verdict => verdict.is === 'late');
  return (
    verdicts.find(({ is }) => is === 'missed') ??
    (late && pending ? { ...late, until: pending.until } : late) ??
    pending ??
    verdicts.find(({ is }) => is === 'excluded') ??
    verdicts[0] ?? { is: 'excluded', because: 'robot' }
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

function firstPending(verdicts: readonly Verdict[]): Extract<Verdict, { is: 'pending' }> | undefined {
  const ends = verdicts.flatMap(verdict => (verdict.is === 'pending' ? [verdict.until] : []));
  return ends.length === 0 ? undefined : { is: 'pending', until: Math.min(...ends) };
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
