import type { JudgedUnit } from '../rates/rate-of-units';
import { unitsOf } from '../rates/units';
import { changesAt, verdictOn } from '../rates/verdict';
import { foldOf } from './fold-conversation';
import type { SessionRow } from './log-db';
import type { CountedRule } from './rule-key';

/**
 * The units that their deadlines had not settled when they were last tallied, judged at `now` (ms).
 *
 * @param sessions those that wait for some deadline.
 */
export function openUnits(
  sessions: readonly SessionRow[],
  versions: readonly CountedRule[],
  now: number,
): JudgedUnit[] {
  return versions.flatMap(({ rule: version, holidays }) =>
    sessions
      .filter(({ fold }) => fold === foldOf(version))
      .flatMap(session =>
        unitsOf([session], version)
          .filter(unit => changesAt(verdictOn(unit, version, session.judgedAt, holidays)) !== null)
          .map(unit => ({ unit, version, verdict: verdictOn(unit, version, now, holidays) })),
      ),
  );
}
