import type { ExcludedBecause } from '../rules/rule';
import { addCounts, summaryOf, sumTimes, type TimeSummary } from './reply-times';
import type { Verdict } from './verdict';

/** Settled units of one rule and local day, added up. What waiting alone still changes is judged when looked at. */
export interface Tally {
  readonly onTime: number;
  readonly late: number;
  readonly missed: number;
  /** Units that wait for an answer, and that no deadline will settle: those of a mean that counts answers alone. */
  readonly waiting: number;
  /** Units that a mean counts. */
  readonly took: number;
  /** ms: the sum of what they add to it, answered or not. */
  readonly tookMs: number;
  /** The reply times of all that was answered, and their sum (ms). */
  readonly times: TimeSummary;
  readonly timesMs: number;
  readonly excluded: Readonly<Partial<Record<ExcludedBecause, number>>>;
}

export const emptyTally: Tally = {
  onTime: 0,
  late: 0,
  missed: 0,
  waiting: 0,
  took: 0,
  tookMs: 0,
  times: {},
  timesMs: 0,
  excluded: {},
};

/** What one verdict adds; `null` for one that its deadline will change. */
export function tallyOf(verdict: Verdict): Tally | null {
  switch (verdict.is) {
    case 'in-time':
      return { ...emptyTally, onTime: 1, ...answered(verdict.tookMs) };
    case 'late':
      return { ...emptyTally, late: 1, ...answered(verdict.tookMs) };
    case 'missed':
      return { ...emptyTally, missed: 1 };
    case 'took':
      return {
        ...emptyTally,
        took: 1,
        tookMs: verdict.tookMs,
        ...(!verdict.unanswered && answered(verdict.tookMs)),
      };
    case 'excluded':
      return { ...emptyTally, excluded: { [verdict.because]: 1 } };
    case 'pending':
      return Number.isFinite(verdict.until) ? null : { ...emptyTally, waiting: 1 };
  }
}

// A negative time, of clocks that disagree, is none.
const answered = (ms: number) => (ms < 0 ? {} : { times: summaryOf(ms), timesMs: ms });

/** A tally that is still added to: a history adds thousands of units to a day, and a copy for each would cost most of it. */
export type TallySum = { -readonly [K in keyof Tally]: Tally[K] } & {
  readonly times: Record<string, number>;
  readonly excluded: Partial<Record<ExcludedBecause, number>>;
};

/** A sum that begins with `tally`, which stays as it is. */
export const sumFrom = (tally: Tally): TallySum => ({
  ...tally,
  times: { ...tally.times },
  excluded: { ...tally.excluded },
});

/** `sum += sign × tally`. Reasons and times that come to nothing leave no trace, so that equal tallies are equal rows. */
export function addInto(sum: TallySum, tally: Tally, sign: 1 | -1 = 1): void {
  sum.onTime += sign * tally.onTime;
  sum.late += sign * tally.late;
  sum.missed += sign * tally.missed;
  sum.waiting += sign * tally.waiting;
  sum.took += sign * tally.took;
  sum.tookMs += sign * tally.tookMs;
  sum.timesMs += sign * tally.timesMs;
  addCounts(sum.times, tally.times, sign);
  addCounts(sum.excluded, tally.excluded, sign);
}

/** `a + sign × b`. */
export function addTally(a: Tally, b: Tally, sign: 1 | -1 = 1): Tally {
  const sum = sumFrom(a);
  addInto(sum, b, sign);
  return sum;
}

/** All of them added up; none of them a difference, so that nothing in them comes to nothing. */
export function sumTallies(tallies: readonly Tally[]): Tally {
  // Their reply times apart: to add those one by one would write the long sum anew for each.
  const sum = tallies.reduce((all, tally) => addTally(all, { ...tally, times: {} }), emptyTally);
  return { ...sum, times: sumTimes(tallies.map(({ times }) => times)) };
}

/** Whether nothing is in it; of a difference, whether it moves nothing. */
export function isEmptyTally(tally: Tally): boolean {
  const { onTime, late, missed, waiting, took, tookMs, times, timesMs, excluded } = tally;
  const counts = [onTime, late, missed, waiting, took, tookMs, timesMs];
  return counts.every(count => count === 0) && Object.keys({ ...times, ...excluded }).length === 0;
}
