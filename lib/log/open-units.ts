import type { JudgedUnit } from '../rates/rate-of-units';
import { unitsOf } from '../rates/units';
import { changesAt, verdictOn } from '../rates/verdict';
import { foldOf } from './fold-conversation';
import type { RoundRow } from './log-db';
import type { CountedRule } from './rule-key';

/**
 * The units that their deadlines had not settled when they were last tallied, judged at `now` (ms).
 *
 * @param rows the rounds that wait for some deadline.
 * @param sessionOf all rounds of a row's session, in order; asked where a rule judges the session as a whole.
 */
export function openUnits(
  rows: readonly RoundRow[],
  sessionOf: (row: RoundRow) => readonly RoundRow[],
  versions: readonly CountedRule[],
  now: number,
): JudgedUnit[] {
  return versions.flatMap(({ rule: version, holidays }) => {
    const isWhole = version.unit === 'whole-session';
    return (
      rows
        // A session judged as a whole is named after its first round; the open round of another rule may be a later one.
        .filter(row => row.fold === foldOf(version) && (!isWhole || row.id === row.opening))
        .flatMap(row =>
          unitsOf(isWhole ? sessionOf(row) : [row], version)
            .filter(unit => changesAt(verdictOn(unit, version, row.judgedAt, holidays)) !== null)
            .map(unit => ({ unit, version, verdict: verdictOn(unit, version, now, holidays) })),
        )
    );
  });
}
