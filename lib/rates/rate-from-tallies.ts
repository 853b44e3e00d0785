import type { Rule } from '../rules/rule';
import type { Rate } from './rate';
import { addTally, emptyTally, type Tally, tallyOf } from './tally';
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
  const tally = tallies.reduce((a, b) => addTally(a, b), emptyTally);
  return { tally, pending: tally.waiting + settled.filter(one => one === null).length };
}

export function rateFromSum({ tally, pending }: Sum, rule: Rule): Rate {
  const { onTime, late, missed, excluded } = tally;
  return { value: shareOrMean(tally, rule), counted: countedIn(tally), onTime, late, missed, pending, excluded };
}

/** The share in time (0 to 1), or the mean in seconds; `null` where nothing counts. Design section 6, point 7. */
export function shareOrMean(sum: Tally, rule: Rule): number | null {
  const counted = countedIn(sum);
  if (counted === 0) return null;
  return rule.measure === 'share' ? sum.onTime / counted : sum.tookMs / sum.took / 1000;
}

export const countedIn = (sum: Tally): number => sum.onTime + sum.late + sum.missed + sum.took;
