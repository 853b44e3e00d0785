import type { Rule } from '../rules/rule';
import { type Counted, type CountedUnit, prospectOf } from './prospect';
import type { Rate } from './rate';
import { sumTallies, type Tally, tallyOf } from './tally';
import type { Verdict } from './verdict';

/** The tallies of a window, and how many wait in it. */
export interface Sum {
  readonly tally: Tally;
  readonly pending: number;
}

/** Adds up the days of a window and the verdicts of the units that were open when they were last tallied. */
export function sumOf(days: readonly Tally[], open: readonly Verdict[]): Sum {
  const settled = open.map(tallyOf);
  const tallies = [...days, ...settled.filter(tally => tally !== null)];
  const tally = sumTallies(tallies);
  return { tally, pending: tally.waiting + settled.filter(one => one === null).length };
}

/** What counts of it. `newest`: see Counted. */
export function countedIn({ tally }: Sum, rule: Rule, newest: readonly CountedUnit[] | null): Counted {
  const { onTime, late, missed, took, tookMs } = tally;
  return { sum: rule.measure === 'share' ? onTime : tookMs / 1000, count: onTime + late + missed + took, newest };
}

/** The rate that a sum gives. Design section 6, points 7 and 8. */
export function rateFromSum({ tally, pending }: Sum, counted: Counted, rule: Rule): Rate {
  const { onTime, late, missed, excluded } = tally;
  return { value: prospectOf(counted, rule).with([]), counted: counted.count, onTime, late, missed, pending, excluded };
}
