import { type CountedUnit, worthOf } from '../rates/prospect';
import { verdictOn } from '../rates/verdict';
import type { Window } from '../rates/window';
import type { LogDb } from './log-db';
import type { RateArgs } from './rate-query';
import { unitsNewestFirst } from './units-newest-first';

/**
 * The newest `wanted` units of a window that count at `now`, newest first. The newest quarter ends inside a day, so days
 * do not tell: units are read until enough of them have counted.
 */
export async function newestCounted(
  db: LogDb,
  { shop, rule, holidays, now }: RateArgs,
  wanted: number,
  window: Window,
): Promise<CountedUnit[]> {
  const found: CountedUnit[] = [];
  for await (const { unit, version } of unitsNewestFirst(db, { shop, rule, window })) {
    if (found.length >= wanted) break;
    const worth = worthOf(verdictOn(unit, version, now, holidays));
    if (worth !== null) found.push({ start: unit.start, worth });
  }
  return found;
}
