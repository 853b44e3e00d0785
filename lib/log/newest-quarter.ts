import { shareOrMean } from '../rates/rate-from-tallies';
import { addTally, emptyTally, tallyOf } from '../rates/tally';
import { unitsOf } from '../rates/units';
import { verdictOn } from '../rates/verdict';
import { foldOf } from './fold-conversation';
import type { LogDb } from './log-db';
import { type RateArgs, sessionOf } from './rate-query';

/**
 * The value over the newest quarter (rounded up) of the counted units. A quarter ends inside a day, so days do not
 * tell: rounds are read newest first until enough of them have counted.
 */
export async function newestQuarter(
  db: LogDb,
  { shop, rule, holidays = [], now }: RateArgs,
  counted: number,
  [from, to]: readonly [number, number],
): Promise<number> {
  const wanted = Math.ceil(counted / 4);
  const fold = foldOf(rule);
  let sum = emptyTally;
  let found = 0;
  const rows = db.rounds
    .where('[shop+fold+startAt]')
    .between([shop, fold, from], [shop, fold, to], true, true)
    .reverse()
    .limit(pageSize);
  for (let offset = 0; found < wanted; offset += pageSize) {
    const page = await rows.offset(offset).toArray();
    if (page.length === 0) break;
    for (const row of page) {
      if (rule.unit !== 'message' && rule.unit !== 'round' && row.id !== row.opening) continue;
      const rounds = rule.unit === 'whole-session' ? await sessionOf(db, row) : [row];
      for (const unit of unitsOf(rounds, rule).reverse()) {
        const tally = tallyOf(verdictOn(unit, rule, now, holidays));
        if (!tally || Object.keys(tally.excluded).length > 0 || found >= wanted) continue;
        sum = addTally(sum, tally);
        found++;
      }
    }
  }
  return shareOrMean(sum, rule) ?? 0;
}

const pageSize = 200;
