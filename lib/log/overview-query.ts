import type { ShopId } from '../chat/shop';
import { deadlinesOf, type WaitingRound } from '../rates/deadlines';
import { type ChosenLeads, leadsOf } from '../rules/leads';
import { popupRules } from '../rules/popup-rules';
import { isPublished, type PublishedRule } from '../rules/rule';
import type { ShopRules } from '../rules/rules-for';
import { allShops } from './all-shops-query';
import { shownBy } from './books';
import { shopHealth } from './health-query';
import type { LogDb } from './log-db';
import { byNearness } from './nearness';
import type { Overview, ShopLine, ShopOverview, WaitingRow } from './overview';
import { unsettledSessions } from './rate-query';
import { rateView } from './rate-view';
import type { CountedBy } from './rule-key';
import { seenLately } from './seen-lately';
import { untimelyMessages } from './untimely-messages';
import { owedRounds } from './waiting-query';

export interface OverviewArgs {
  /** What to show; absent or unknown: all shops, or the only one that was seen lately. */
  readonly shop?: ShopId | 'all' | undefined;
  /** Days of the window; absent: each rule's own. */
  readonly days?: number | undefined;
  /** How a shop is to be counted. */
  rulesOf(shop: ShopId): ShopRules;
  /** The lead times the seller chose. */
  readonly leads?: ChosenLeads;
  /** Whether buyers are named; absent: they are. */
  readonly names?: boolean;
  /** ms. */
  readonly now: number;
}

/** All that the popup shows, read from tallies and open sessions: one look, for a transaction for each read would take most of it. */
export function overview(db: LogDb, args: OverviewArgs): Promise<Overview> {
  const { shops, sessions, conversations, tallies, watch, coverage, filled, officials, untimely } = db;
  const tables = [shops, sessions, conversations, tallies, watch, coverage, filled, officials, untimely];
  return db.transaction('r', tables, () => overviewInside(db, args));
}

async function overviewInside(db: LogDb, args: OverviewArgs): Promise<Overview> {
  const { shop, rulesOf, leads = {}, names = true, now } = args;
  const known = (await db.shops.toArray()).map(row => row.shop);
  const waiting = new Map<ShopId, WaitingRow[]>();
  for (const name of known) {
    const { waiting: open, promised } = await owedRounds(db, name, now);
    const waits = waitingRows(open, rulesOf(name), leads, now);
    const rows = [...waits, ...promised.map(promisedRow).sort(oldestFirst)];
    waiting.set(name, names ? rows : rows.map(row => ({ ...row, buyer: null })));
  }
  const lines = await Promise.all(known.map(name => shopLine(db, name, waiting.get(name) ?? [], now)));
  const shops = lines.sort((a, b) => nearestFirst(a, b, now));
  const shown = shownOf(shops, shop);
  if (!shown) return { at: now, shops, shown: null };
  if (shown === 'all') return { at: now, shops, shown: await allShops(db, { ...args, lines: shops, waiting }) };
  return { at: now, shops, shown: await shopOverview(db, shown, waiting.get(shown.shop) ?? [], args) };
}

function shownOf(shops: readonly ShopLine[], wanted: OverviewArgs['shop']): ShopLine | 'all' | undefined {
  const lately = shops.filter(line => line.lately);
  const several = lately.length > 1;
  if (wanted === 'all' && several) return 'all';
  return shops.find(({ shop }) => shop === wanted) ?? (several ? 'all' : (lately[0] ?? shops[0]));
}

async function shopOverview(
  db: LogDb,
  { shop, health, healthSince }: ShopLine,
  waiting: readonly WaitingRow[],
  { days, rulesOf, now }: OverviewArgs,
): Promise<ShopOverview> {
  const row = await db.shops.get(shop);
  const { rules, holidays }: CountedBy = shownBy(row, rulesOf(shop));
  const listed = rules.filter(isPublished);
  const inPopup = popupRules(listed);
  const unsettled = await unsettledSessions(db, shop);
  const view = (rule: PublishedRule) => rateView(db, { shop, rule, holidays, now, unsettled });
  const [rates, more, untimely] = await Promise.all([
    Promise.all(inPopup.map(rule => view(days ? { ...rule, window: { days } } : rule))),
    Promise.all(listed.filter(rule => !inPopup.includes(rule)).map(view)),
    untimelyMessages(db, shop),
  ]);
  const shownDays = days ?? inPopup[0]?.window.days ?? 30;
  const again = row?.again ? { done: row.again.done, of: row.again.of } : null;
  return { is: 'shop', shop, health, healthSince, days: shownDays, rates, more, again, untimely, waiting };
}

function waitingRows(rounds: readonly WaitingRound[], by: ShopRules, chosen: ChosenLeads, now: number): WaitingRow[] {
  const rules = popupRules(by.rules);
  return rounds
    .map((round): WaitingRow => {
      const [nearest] = deadlinesOf(round, rules, now, by.holidays);
      return {
        shop: round.shop,
        conversation: round.conversation,
        buyer: round.buyer ?? null,
        since: round.startAt,
        uncertain: round.uncertain ?? 0,
        messages: round.asks.length,
        deadline: nearest?.at ?? null,
        rule: nearest?.rule.id ?? null,
        leads: nearest ? leadsOf(nearest.rule, chosen) : null,
        robotAnswered: robotIn(round),
        promisedAt: round.promisedAt ?? null,
        isPromiseOnly: false,
      };
    })
    .sort((a, b) => byNearness(a, b, now) || oldestFirst(a, b));
}

/** No rule sets a deadline for it. */
function promisedRow({ shop, conversation, buyer, startAt: since, uncertain = 0 }: WaitingRound): WaitingRow {
  const none = { messages: 0, deadline: null, rule: null, leads: null, robotAnswered: false } as const;
  return {
    shop,
    conversation,
    buyer: buyer ?? null,
    since,
    uncertain,
    ...none,
    promisedAt: since,
    isPromiseOnly: true,
  };
}

const oldestFirst = (a: WaitingRow, b: WaitingRow) => a.since - b.since;

function robotIn({ asks }: WaitingRound): WaitingRow['robotAnswered'] {
  const answered = asks.filter(({ robot }) => robot);
  if (answered.length === 0) return false;
  return answered.every(({ guessed }) => guessed) ? 'guessed' : 'surely';
}

async function shopLine(db: LogDb, shop: ShopId, waiting: readonly WaitingRow[], now: number): Promise<ShopLine> {
  const seen = await shopHealth(db, shop, now);
  return {
    shop,
    waiting: waiting.filter(({ isPromiseOnly }) => !isPromiseOnly).length,
    nearestDeadline: waiting[0]?.deadline ?? null,
    health: seen.health,
    healthSince: seen.since,
    lately: seenLately(seen, now),
  };
}

const nearestFirst = (a: ShopLine, b: ShopLine, now: number) =>
  Number(b.lately) - Number(a.lately) ||
  byNearness({ deadline: a.nearestDeadline }, { deadline: b.nearestDeadline }, now) ||
  b.waiting - a.waiting;
