import type { ShopId } from '../chat/shop';
import { bandsAround } from '../rates/bands-around';
import { deadlinesOf, type WaitingRound } from '../rates/deadlines';
import { localDayBefore } from '../rates/local-day';
import { outlookOf } from '../rates/outlook';
import { windowOf } from '../rates/window';
import { type ChosenLeads, leadsOf } from '../rules/leads';
import { popupRules } from '../rules/popup-rules';
import { isPublished, type PublishedRule } from '../rules/rule';
import type { ShopRules } from '../rules/rules-for';
import { shownBy } from './books';
import { coverageOf } from './coverage';
import { shopHealth } from './health-query';
import { judgedNext } from './judged-next';
import type { LogDb } from './log-db';
import { officialsOf } from './officials';
import type { Overview, RateView, ShopLine, ShopOverview, WaitingRow } from './overview';
import { loggedRate, type RateArgs } from './rate-query';
import type { CountedBy } from './rule-key';
import { untimelyMessages } from './untimely-messages';
import { waitingRounds } from './waiting-query';
import { waitingUnits } from './waiting-units';

export interface OverviewArgs {
  /** The shop to show; absent or unknown: the one with the nearest deadline. */
  readonly shop?: ShopId | undefined;
  /** Days of the window; absent: each rule's own. */
  readonly days?: number | undefined;
  /** How a shop is to be counted. */
  rulesOf(shop: ShopId): ShopRules;
  /** The lead times the seller chose. */
  readonly leads?: ChosenLeads;
  /** ms. */
  readonly now: number;
}

/** All that the popup shows, read from tallies and open rounds. */
export async function overview(db: LogDb, args: OverviewArgs): Promise<Overview> {
  const { shop, rulesOf, leads = {}, now } = args;
  const known = (await db.shops.toArray()).map(row => row.shop);
  const waiting = new Map<ShopId, WaitingRow[]>();
  for (const name of known) {
    waiting.set(name, waitingRows(await waitingRounds(db, name, now), rulesOf(name), leads, now));
  }
  const shops = known.map(name => shopLine(name, waiting.get(name) ?? [])).sort(nearestFirst);
  const shown = shops.find(line => line.shop === shop)?.shop ?? shops[0]?.shop;
  if (!shown) return { at: now, shops, shown: null };
  return { at: now, shops, shown: await shopOverview(db, shown, waiting.get(shown) ?? [], args) };
}

async function shopOverview(
  db: LogDb,
  shop: ShopId,
  waiting: readonly WaitingRow[],
  { days, rulesOf, now }: OverviewArgs,
): Promise<ShopOverview> {
  const row = await db.shops.get(shop);
  const { rules, holidays }: CountedBy = shownBy(row, rulesOf(shop));
  const listed = rules.filter(isPublished);
  const inPopup = popupRules(listed);
  const { health, since } = await shopHealth(db, shop, now);
  const view = (rule: PublishedRule) => rateView(db, { shop, rule, holidays, now });
  const rates: RateView[] = [];
  for (const rule of inPopup) rates.push(await view(days ? { ...rule, window: { days } } : rule));
  const more: RateView[] = [];
  for (const rule of listed) if (!inPopup.includes(rule)) more.push(await view(rule));
  const shownDays = days ?? inPopup[0]?.window.days ?? 30;
  const again = row?.again ? { done: row.again.done, of: row.again.of } : null;
  const untimely = await untimelyMessages(db, shop);
  return { shop, health, healthSince: since, days: shownDays, rates, more, again, untimely, waiting };
}

interface ViewArgs extends RateArgs {
  readonly rule: PublishedRule;
}

async function rateView(db: LogDb, args: ViewArgs): Promise<RateView> {
  const { shop, rule, holidays, now } = args;
  const { rate, counted, times, open } = await loggedRate(db, args);
  const waiting = await waitingUnits(db, args, open);
  const ends = open.flatMap(({ verdict }) => (verdict.is === 'pending' ? [verdict.until] : []));
  const [official] = await officialsOf(db, shop, rule);
  const { from } = windowOf(rule, now);
  const { share, since } = await coverageOf(db, shop, from.start, now);
  const before = await valueBefore(db, args);
  return {
    rule,
    rate,
    ...outlookOf({ rule, counted, waiting, holidays, now }),
    judgedNext: await judgedNext(db, args),
    trend: rate.value === null || before === null ? null : rate.value - before,
    coverage: share,
    watchedSince: since > from.start ? since : null,
    times,
    ...bandsAround(rule, counted, rate.value),
    firstDeadline: ends.length > 0 ? Math.min(...ends) : null,
    official: official ?? null,
  };
}

/** The value of the same window as it ended seven days ago. */
async function valueBefore(db: LogDb, args: ViewArgs): Promise<number | null> {
  const { rule, now } = args;
  const then = localDayBefore(now, 7, rule.zone);
  return (await loggedRate(db, { ...args, window: windowOf(rule, then.start) })).rate.value;
}

function waitingRows(rounds: readonly WaitingRound[], by: ShopRules, chosen: ChosenLeads, now: number): WaitingRow[] {
  const rules = popupRules(by.rules);
  return rounds
    .map((round): WaitingRow => {
      const [nearest] = deadlinesOf(round, rules, now, by.holidays);
      return {
        conversation: round.conversation,
        buyer: round.buyer ?? null,
        since: round.startAt,
        uncertain: round.uncertain ?? 0,
        messages: round.asks.length,
        deadline: nearest?.at ?? null,
        rule: nearest?.rule.id ?? null,
        leads: nearest ? leadsOf(nearest.rule, chosen) : null,
        robotAnswered: robotIn(round),
      };
    })
    .sort((a, b) => orderOf(a, now) - orderOf(b, now) || a.since - b.since);
}

function robotIn({ asks }: WaitingRound): WaitingRow['robotAnswered'] {
  const answered = asks.filter(({ robot }) => robot);
  if (answered.length === 0) return false;
  return answered.every(({ guessed }) => guessed) ? 'guessed' : 'surely';
}

// Ahead by nearness, then those past their last deadline, then those that no rule counts.
const orderOf = ({ deadline }: WaitingRow, now: number) =>
  deadline === null ? Number.MAX_VALUE : deadline >= now ? deadline : Number.MAX_SAFE_INTEGER - deadline;

function shopLine(shop: ShopId, waiting: readonly WaitingRow[]): ShopLine {
  return { shop, waiting: waiting.length, nearestDeadline: waiting[0]?.deadline ?? null };
}

const nearestFirst = (a: ShopLine, b: ShopLine) =>
  (a.nearestDeadline ?? Number.MAX_VALUE) - (b.nearestDeadline ?? Number.MAX_VALUE) || b.waiting - a.waiting;
