import type { Rule } from '../rules/rule';
import { worthOf } from './prospect';
import type { Rate } from './rate';
import { countedIn, rateFromSum, sumOf } from './rate-from-tallies';
import type { Verdict } from './verdict';

/** The rate that judged units of a window give. */
export function rateOfUnits(units: readonly { readonly start: number; readonly verdict: Verdict }[], rule: Rule): Rate {
  const sum = sumOf(
    [],
    units.map(({ verdict }) => verdict),
  );
  const newest = units
    .flatMap(({ start, verdict }) => {
      const worth = worthOf(verdict);
      return worth === null ? [] : [{ start, worth }];
    })
    .sort((a, b) => b.start - a.start);
  return rateFromSum(sum, countedIn(sum, rule, newest), rule);
}
