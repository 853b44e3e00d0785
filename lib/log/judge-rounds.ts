import { unitsOf } from '../rates/units';
import { type Verdict, verdictOn } from '../rates/verdict';
import { isWithin, type Window } from '../rates/window';
import { foldOf } from './fold-conversation';
import type { RoundRow } from './log-db';
import type { CountedRule } from './rule-key';

/**
 * The units of a window as a rule's versions judge them at `at` (ms), from one conversation's rounds under all folds, in
 * order: for readings that no tally is kept of.
 */
export function judgeRounds(
  rounds: readonly RoundRow[],
  versions: readonly CountedRule[],
  window: Window,
  at: number,
): { readonly start: number; readonly verdict: Verdict }[] {
  return versions.flatMap(({ rule, holidays }) =>
    unitsOf(
      rounds.filter(({ fold }) => fold === foldOf(rule)),
      rule,
    )
      .filter(({ start }) => isWithin(window, start))
      .map(unit => ({ start: unit.start, verdict: verdictOn(unit, rule, at, holidays) })),
  );
}
