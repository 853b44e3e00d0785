import { localDay } from '../rates/local-day';
import { addTally, emptyTally, type Tally, tallyOf } from '../rates/tally';
import { unitsOf } from '../rates/units';
import { type Holidays, verdictOn } from '../rates/verdict';
import type { Rule } from '../rules/rule';
import { foldOf } from './fold-conversation';
import type { RoundRow } from './log-db';

/** Rule and local day → what settled units add to that day's tally. */
export type Contributions = Map<string, { readonly rule: string; readonly day: string; readonly tally: Tally }>;

/** Adds to `into` what the settled units of one conversation's rounds count, each judged when its row was. */
export function contribute(
  into: Contributions,
  rounds: readonly RoundRow[],
  rules: readonly Rule[],
  holidays: Holidays,
  sign: 1 | -1,
): void {
  for (const rule of rules) {
    const fold = foldOf(rule);
    const folded = rounds.filter(round => round.fold === fold).sort((a, b) => a.startAt - b.startAt);
    const [first] = folded;
    if (!first) continue;
    for (const unit of unitsOf(folded, rule)) {
      const tally = tallyOf(verdictOn(unit, rule, first.judgedAt, holidays));
      if (!tally) continue;
      const day = localDay(unit.start, rule.zone).key;
      const key = `${rule.id} ${day}`;
      const before = into.get(key)?.tally ?? emptyTally;
      into.set(key, { rule: rule.id, day, tally: addTally(before, tally, sign) });
    }
  }
}
