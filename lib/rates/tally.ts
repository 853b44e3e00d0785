import type { ExcludedBecause } from '../rules/rule';
import { addCounts, bucketOf, summaryOf, sumTimes, type TimeSummary } from './reply-times';
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

/**
 * Units that are being added up: a history adds thousands to a day. Counted in maps, for an object whose names are numbers
 * that come and go takes most of the time that counting again takes.
 */
export type TallySum = { -readonly [K in Exclude<keyof Tally, 'times' | 'excluded'>]: number } & {
  readonly times: Map<number, number>;
  readonly excluded: Map<ExcludedBecause, number>;
};

/** A sum of nothing yet. */
export const nothingSummed = (): TallySum => ({ ...emptyTally, times: new Map(), excluded: new Map() });

/** `sum += sign × the unit`, of one that is settled: for which `tallyOf` is not `null`. */
export function addUnit(sum: TallySum, verdict: Verdict, sign: 1 | -1): void {
  switch (verdict.is) {
    case 'in-time':
      sum.onTime += sign;
      addTime(sum, verdict.tookMs, sign);
      break;
    case 'late':
      sum.late += sign;
      addTime(sum, verdict.tookMs, sign);
      break;
    case 'missed':
      sum.missed += sign;
      break;
    case 'took':
      sum.took += sign;
      sum.tookMs += sign * verdict.tookMs;
      if (!verdict.unanswered) addTime(sum, verdict.tookMs, sign);
      break;
    case 'excluded':
      addOne(sum.excluded, verdict.because, sign);
      break;
    case 'pending':
      sum.waiting += sign;
  }
}

function addTime(sum: TallySum, ms: number, sign: 1 | -1): void {
  if (ms < 0) return;
  sum.timesMs += sign * ms;
  addOne(sum.times, bucketOf(ms), sign);
}

const addOne = <K>(counts: Map<K, number>, name: K, sign: 1 | -1) => counts.set(name, (counts.get(name) ?? 0) + sign);

/** What was added up. Reasons and times that come to nothing leave no trace, so that equal tallies are equal rows. */
export const tallySummed = (sum: TallySum): Tally => ({
  ...sum,
  times: Object.fromEntries([...sum.times].filter(([, count]) => count !== 0)),
  excluded: Object.fromEntries([...sum.excluded].filter(([, count]) => count !== 0)),
});

/** `a + sign × b`. Reasons and times that come to nothing leave no trace. */
export function addTally(a: Tally, b: Tally, sign: 1 | -1 = 1): Tally {
  const [times, excluded] = [{ ...a.times }, { ...a.excluded }];
  addCounts(times, b.times, sign);
  addCounts(excluded, b.excluded, sign);
  return {
    onTime: a.onTime + sign * b.onTime,
    late: a.late + sign * b.late,
    missed: a.missed + sign * b.missed,
    waiting: a.waiting + sign * b.waiting,
    took: a.took + sign * b.took,
    tookMs: a.tookMs + sign * b.tookMs,
    timesMs: a.timesMs + sign * b.timesMs,
    times,
    excluded,
  };
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
