import Dexie from 'dexie';
import type { ShopId } from '../chat/shop';
import type { Counted } from '../rates/prospect';
import type { Rate } from '../rates/rate';
import { countedIn, rateFromSum, sumOf } from '../rates/rate-from-tallies';
import type { JudgedUnit } from '../rates/rate-of-units';
import { quantile, type TimeSummary } from '../rates/reply-times';
import type { Tally } from '../rates/tally';
import type { Holidays } from '../rates/verdict';
import { isWithin, type Window, windowOf } from '../rates/window';
import type { Rule } from '../rules/rule';
import type { LogDb, SessionRow, TallyRow } from './log-db';
import { newestCounted } from './newest-counted';
import { openUnits } from './open-units';
import { type CountedRule, countedRules } from './rule-key';
import { talliesOf } from './tallies-of';

export interface RateArgs {
  readonly shop: ShopId;
  readonly rule: Rule;
  readonly holidays: Holidays;
  /** Absent: the rule's own at `now`. */
  readonly window?: Window;
  /** ms. */
  readonly now: number;
  /** The shop's sessions that wait for some deadline, where who asks has read them already: see `unsettledSessions`. */
  readonly unsettled?: readonly SessionRow[];
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
  readonly counted: Counted;
  /** `null` where nothing was answered. */
  readonly times: ReplyTimes | null;
  /** How long each answer took, to be cut as one likes. */
  readonly spread: TimeSummary;
  /** The units of the window that their deadlines had not settled when they were last tallied, as they are now. */
  readonly open: readonly JudgedUnit[];
}

/** What `rule` gives for its window at `now`: the days' tallies, and the open units judged now. */
export async function loggedRate(db: LogDb, args: RateArgs): Promise<LoggedRate> {
  const { rule, now } = args;
  const window = args.window ?? windowOf(rule, now);
  const { days, open } = await talliedIn(db, { ...args, window });
  const sum = sumOf(
    days,
    open.map(({ verdict }) => verdict),
  );
  const { count } = countedIn(sum, rule, null);
  const quarter = Math.ceil((count + sum.pending) / 4);
  const isWeighed = rule.window.newestQuarterWeight !== undefined;
  const counted = countedIn(sum, rule, isWeighed ? await newestCounted(db, args, quarter, window) : null);
  return { rate: rateFromSum(sum, counted, rule), counted, times: timesIn(sum.tally), spread: sum.tally.times, open };
}

/** What a rate is made of: the tallies of a window's days, and the units that those do not hold yet, judged now. */
export async function talliedIn(
  db: LogDb,
  args: RateArgs & { readonly window: Window },
): Promise<{ readonly days: readonly TallyRow[]; readonly open: readonly JudgedUnit[] }> {
  const { shop, rule, holidays, window } = args;
  const versions = countedRules({ rules: [rule], holidays });
  const [days, found] = await Promise.all([talliesOf(db, shop, versions, window), findOpen(db, args, versions)]);
  return { days, open: found.filter(({ unit }) => isWithin(window, unit.start)) };
}

/** The sessions of a shop that the tallies do not hold whole yet, because waiting alone still changes what they count. */
export const unsettledSessions = (db: LogDb, shop: ShopId): Promise<SessionRow[]> =>
  db.sessions.where('[shop+changesAt]').between([shop], [shop, Dexie.maxKey]).toArray();

const findOpen = async (
  db: LogDb,
  { shop, now, unsettled }: RateArgs,
  versions: readonly CountedRule[],
): Promise<JudgedUnit[]> => openUnits(unsettled ?? (await unsettledSessions(db, shop)), versions, now);

/** The nearest instant (ms) at which one that is still pending no longer is; `null` where none is. */
export function firstDeadline(open: readonly JudgedUnit[]): number | null {
  const ends = open.flatMap(({ verdict }) => (verdict.is === 'pending' ? [verdict.until] : []));
  return ends.length > 0 ? Math.min(...ends) : null;
}

function timesIn({ times, timesMs }: Tally): ReplyTimes | null {
  const answered = Object.values(times).reduce((sum, count) => sum + count, 0);
  const [median, ninetieth] = [quantile(times, 0.5), quantile(times, 0.9)];
  return median === null || ninetieth === null ? null : { mean: timesMs / answered, median, ninetieth };
}
