import type { Rule } from '../rules/rule';
import type { LocalDay } from './local-day';
import type { Rate } from './rate';
import { countedIn, rateFromSum, type Sum } from './rate-from-tallies';

/** What a rule gives for one day, and for its window as that day ended. */
export interface DayFigure {
  readonly day: LocalDay;
  /** Of what began on that day. */
  readonly rate: Rate;
  /**
   * The value of the window that ends with this day, by what is known now. `null` where nothing counts, and of a rule whose
   * newest quarter weighs more: that ends inside a day, so days do not tell.
   */
  readonly trailing: number | null;
}

/**
 * A rule's figures day by day. `days` are all days without a hole; those that come before the first whole window only
 * lend their sums, so that the first of the result has all that its window needs.
 */
export function daySeries(days: readonly { readonly day: LocalDay; readonly sum: Sum }[], rule: Rule): DayFigure[] {
  const isWeighed = rule.window.newestQuarterWeight !== undefined;
  // One day by itself has no newest quarter that its window would have.
  const plain = { ...rule, window: { days: 1 } };
  const counted = days.map(({ sum }) => countedIn(sum, plain, null));
  return days.slice(rule.window.days - 1).map(({ day, sum }, index) => {
    const window = counted.slice(index, index + rule.window.days);
    const count = window.reduce((all, one) => all + one.count, 0);
    const total = window.reduce((all, one) => all + one.sum, 0);
    return {
      day,
      rate: rateFromSum(sum, countedIn(sum, plain, null), plain),
      trailing: isWeighed || count === 0 ? null : total / count,
    };
  });
}
