import type { JudgedUnit } from '../rates/rate-of-units';
import { unitsOf } from '../rates/units';
import { verdictOn } from '../rates/verdict';
import { isWithin, type Window } from '../rates/window';
import { foldOf } from './fold-conversation';
import type { SessionRow } from './log-db';
import type { CountedRule } from './rule-key';

/**
 * The units of a window as a rule's versions judge them at `at` (ms), from one conversation's sessions under all folds, in
 * order: for readings that no tally is kept of.
 */
export function judgeSessions(
  sessions: readonly SessionRow[],
  versions: readonly CountedRule[],
  window: Window,
  at: number,
): JudgedUnit[] {
  return versions.flatMap(({ rule: version, holidays }) =>
    unitsOf(
      sessions.filter(({ fold }) => fold === foldOf(version)),
      version,
    )
      .filter(({ start }) => isWithin(window, start))
      .map(unit => ({ unit, version, verdict: verdictOn(unit, version, at, holidays) })),
  );
}
