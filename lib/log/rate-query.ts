import Dexie from 'dexie';
import type { ShopId } from '../chat/shop';
import { localDay, localDayBefore } from '../rates/local-day';
import type { Rate } from '../rates/rate';
import { rateFromSum, sumOf } from '../rates/rate-from-tallies';
import { quantile } from '../rates/reply-times';
import type { Tally } from '../rates/tally';
import type { Unit } from '../rates/units';
import { unitsOf } from '../rates/units';
import { changesAt, type Holidays, type Verdict, verdictOn } from '../rates/verdict';
import type { Rule } from '../rules/rule';
import { foldOf } from './fold-conversation';
import type { LogDb, RoundRow } from './log-db';
import { newestQuarter } from './newest-quarter';
import { ruleKey } from './rule-key';

export interface RateArgs {
  readonly shop: ShopId;
  readonly rule: Rule;
  readonly holidays?: Holidays;
  /** The key of the tallies to add up; absent: those counted by the rule as it is. */
  readonly key?: string;
  /** ms. */
  readonly now: number;
}

/** A unit that was not settled when it was last tallied, and what it is now. */
export interface OpenUnit {
  readonly unit: Unit;
  readonly verdict: Verdict;
}

/** How long the answers took, ms. */
export interface ReplyTimes {
  readonly mean: number;
  /** To within 1 %. */
  readonly median: number;
  readonly ninetieth: number;
}

export interface LoggedRate {
  readonly rate: Rate;
  /** `null` where nothing was answered. */
  readonly times: ReplyTimes | null;
  /** The open units of the window. */
  readonly open: readonly OpenUnit[];
}

/** What `rule` gives for its window at `now`: the days' tallies, and the open units judged now. */
export async function loggedRate(db: LogDb, args: RateArgs): Promise<LoggedRate> {
  const { shop, rule, now } = args;
  const key = args.key ?? ruleKey(rule, args.holidays);
  const from = localDayBefore(now, rule.window.days - 1, rule.zone);
  const [days, open] = await Promise.all([
    db.tallies
      .where('[shop+rule+day]')
      .between([shop, key, from.key], [shop, key, localDay(now, rule.zone).key], true, true)
      .toArray(),
    openUnits(db, args),
  ]);
  const inWindow = open.filter(({ unit }) => unit.start >= from.start);
  const verdicts = inWindow.map(({ verdict }) => verdict);
  const sum = sumOf(days, verdicts);
  const rate = rateFromSum(sum, rule);
  const times = timesIn(sum.tally);
  const { newestQuarterWeight: weight } = rule.window;
  if (weight === undefined || rate.value === null) return { rate, times, open: inWindow };
  const newest = await newestQuarter(db, args, rate.counted, [from.start, now]);
  return { rate: { ...rate, value: (1 - weight) * rate.value + weight * newest }, times, open: inWindow };
}

/** The units that were not settled when they were last tallied, judged at `now`. */
export async function openUnits(db: LogDb, { shop, rule, holidays = [], now }: RateArgs): Promise<OpenUnit[]> {
  const fold = foldOf(rule);
  const rows = await db.rounds
    .where('[shop+changesAt]')
    .between([shop], [shop, Dexie.maxKey])
    .filter(row => row.fold === fold)
    .toArray();
  const open: OpenUnit[] = [];
  for (const row of rows) {
    // Only a rule that judges the session as a whole needs its other rounds.
    const rounds = rule.unit === 'whole-session' ? await sessionOf(db, row) : [row];
    for (const unit of unitsOf(rounds, rule)) {
      if (changesAt(verdictOn(unit, rule, row.judgedAt, holidays)) === null) continue;
      open.push({ unit, verdict: verdictOn(unit, rule, now, holidays) });
    }
  }
  return open;
}

/** All rounds of the row's session, in order. */
export async function sessionOf(db: LogDb, { shop, conversation, fold, opening }: RoundRow): Promise<RoundRow[]> {
  const rounds = await db.rounds
    .where('[shop+conversation+fold+id]')
    .between([shop, conversation, fold], [shop, conversation, fold, Dexie.maxKey])
    .filter(round => round.opening === opening)
    .toArray();
  return rounds.sort((a, b) => a.startAt - b.startAt);
}

function timesIn({ times, timesMs }: Tally): ReplyTimes | null {
  const answered = Object.values(times).reduce((sum, count) => sum + count, 0);
  const [median, ninetieth] = [quantile(times, 0.5), quantile(times, 0.9)];
  return median === null || ninetieth === null ? null : { mean: timesMs / answered, median, ninetieth };
}
