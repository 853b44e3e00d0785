import type { Rule } from '../rules/rule';
import type { Rate } from './rate';
import { addTally, emptyTally, type Tally, tallyOf } from './tally';
import type { Verdict } from './verdict';

/** Adds up the days of a window and the verdicts of the units that were open when they were last tallied. */
export function rateFromTallies(days: readonly Tally[], open: readonly Verdict[], rule: Rule): Rate {
  let sum = days.reduce((a, b) => addTally(a, b), emptyTally);
  let pending = 0;
  for (const verdict of open) {
    const settled = tallyOf(verdict);
    if (settled) sum = addTally(sum, settled);
    else pending++;
  }
  const counted = countedIn(sum);
  return {
    value: shareOrMean(sum, rule),
    counted,
    onTime: sum.onTime,
    late: sum.late,
    missed: sum.missed,
    pending,
    excluded: sum.excluded,
  };
}

/** The share in time (0 to 1), or the mean in seconds; `null` where nothing counts. Design section 6, point 7. */
export function shareOrMean(sum: Tally, rule: Rule): number | null {
  const counted = countedIn(sum);
  if (counted === 0) return null;
  return rule.measure === 'share' ? sum.onTime / counted : sum.tookMs / sum.took / 1000;
}

export const countedIn = (sum: Tally): number => sum.onTime + sum.late + sum.missed + sum.took;
