import type { Rule } from '../rules/rule';
import type { Version } from '../rules/versions-of';
import { worthOf } from './prospect';
import type { Rate } from './rate';
import { countedIn, rateFromSum, sumOf } from './rate-from-tallies';
import type { Unit } from './units';
import type { Verdict } from './verdict';

/** A unit, the version of the rule that judged it, and what it said. */
export interface JudgedUnit {
  readonly unit: Unit;
  readonly version: Version;
  readonly verdict: Verdict;
}

/** The rate that the judged units of a window give. */
export function rateOfUnits(units: readonly JudgedUnit[], rule: Rule): Rate {
  const sum = sumOf(
    [],
    units.map(({ verdict }) => verdict),
  );
  const newest = units
    .flatMap(({ unit: { start }, verdict }) => {
      const worth = worthOf(verdict);
      return worth === null ? [] : [{ start, worth }];
    })
    .sort((a, b) => b.start - a.start);
  return rateFromSum(sum, countedIn(sum, rule, newest), rule);
}
