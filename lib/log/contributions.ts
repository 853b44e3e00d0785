import { localDay } from '../rates/local-day';
import { addUnit, nothingSummed, type TallySum } from '../rates/tally';
import { unitsOf } from '../rates/units';
import { changesAt, verdictOn } from '../rates/verdict';
import { foldOf } from './fold-conversation';
import type { SessionRow } from './log-db';
import type { CountedRule } from './rule-key';

/** Rule key and local day → what settled units add to that day's tally. */
export type Contributions = Map<string, { readonly rule: string; readonly day: string; readonly tally: TallySum }>;

interface ContributeArgs {
  readonly counted: readonly CountedRule[];
  /** ms: the instant the conversation was judged at. */
  readonly judgedAt: number;
  /** Adds, or takes back what the same sessions added before. */
  readonly sign: 1 | -1;
}

/** Adds to `into` what the settled units, those that waiting alone changes no more, of one conversation's sessions count. */
export function contribute(into: Contributions, sessions: readonly SessionRow[], args: ContributeArgs): void {
  for (const { rule, holidays, key: ruleKey } of args.counted) {
    const fold = foldOf(rule);
    const folded = sessions.filter(session => session.fold === fold);
    for (const unit of unitsOf(folded, rule)) {
      const verdict = verdictOn(unit, rule, args.judgedAt, holidays);
      if (changesAt(verdict) !== null) continue;
      const day = localDay(unit.start, rule.zone).key;
      const key = `${ruleKey} ${day}`;
      const sum = into.get(key) ?? { rule: ruleKey, day, tally: nothingSummed() };
      into.set(key, sum);
      addUnit(sum.tally, verdict, args.sign);
    }
  }
}
