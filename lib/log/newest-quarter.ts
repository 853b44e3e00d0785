import { shareOrMean } from '../rates/rate-from-tallies';
import { addTally, emptyTally, tallyOf } from '../rates/tally';
import { verdictOn } from '../rates/verdict';
import type { Window } from '../rates/window';
import type { LogDb } from './log-db';
import type { RateArgs } from './rate-query';
import { unitsNewestFirst } from './units-newest-first';

/**
 * The value over the newest quarter (rounded up) of the counted units. A quarter ends inside a day, so days do not
 * tell: units are read newest first until enough of them have counted.
 */
export async function newestQuarter(
  db: LogDb,
  { shop, rule, holidays, now }: RateArgs,
  counted: number,
  window: Window,
): Promise<number> {
  const wanted = Math.ceil(counted / 4);
  let sum = emptyTally;
  let found = 0;
  for await (const { unit, version } of unitsNewestFirst(db, { shop, rule, window })) {
    if (found >= wanted) break;
    const verdict = verdictOn(unit, version, now, holidays);
    const tally = verdict.is === 'excluded' || verdict.is === 'pending' ? null : tallyOf(verdict);
    if (!tally) continue;
    sum = addTally(sum, tally);
    found++;
  }
  return shareOrMean(sum, rule) ?? 0;
}
