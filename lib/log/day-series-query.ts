import { type DayFigure, daySeries } from '../rates/day-series';
import { type LocalDay, localDay, localDayBefore } from '../rates/local-day';
import { sumOf } from '../rates/rate-from-tallies';
import type { Tally } from '../rates/tally';
import type { Verdict } from '../rates/verdict';
import type { LogDb } from './log-db';
import { type RateArgs, talliedIn } from './rate-query';

/** A rule's figures of the `shown` days that end with `last`, from the days' tallies. */
export async function loggedDays(
  db: LogDb,
  { last, shown, ...args }: Omit<RateArgs, 'window'> & { readonly last: LocalDay; readonly shown: number },
): Promise<DayFigure[]> {
  const { rule } = args;
  const days = Array.from({ length: shown + rule.window.days - 1 }, (_, before) =>
    localDayBefore(last.start, before, rule.zone),
  ).reverse();
  const window = { from: days[0] ?? last, to: last };
  const { days: tallies, open } = await talliedIn(db, { ...args, window });
  const tallied = Map.groupBy(tallies, ({ day }): string => day);
  const judged = Map.groupBy(open, ({ unit }) => localDay(unit.start, rule.zone).key);
  return daySeries(
    days.map(day => ({ day, sum: sumOfDay(tallied.get(day.key) ?? [], judged.get(day.key) ?? []) })),
    rule,
  );
}

const sumOfDay = (tallies: readonly Tally[], open: readonly { readonly verdict: Verdict }[]) =>
  sumOf(
    tallies,
    open.map(({ verdict }) => verdict),
  );
