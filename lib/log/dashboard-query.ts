import type { ShopId } from '../chat/shop';
import { localDayNamed } from '../rates/local-day';
import { type Window, windowOf } from '../rates/window';
import { listedId } from '../rules/listed-id';
import { popupRules } from '../rules/popup-rules';
import { isPublished, type PublishedRule, type Rule } from '../rules/rule';
import type { ShopRules } from '../rules/rules-for';
import { shownBy } from './books';
import { coverageStrip } from './coverage';
import type { Dashboard, OfficialBeside, ShopDashboard, ShopFigures } from './dashboard';
import { loggedDays } from './day-series-query';
import { shopHealth } from './health-query';
import type { LogDb } from './log-db';
import { officialsOf } from './officials';
import { loggedRate, type RateArgs } from './rate-query';
import { rateView, type ViewArgs } from './rate-view';
import type { CountedBy } from './rule-key';
import { seenLately } from './seen-lately';

export interface DashboardArgs {
  /** Absent or unknown: the first that was seen lately. */
  readonly shop?: ShopId | undefined;
  /** The id of a rule in the list; absent or unknown: the first of the shop's. */
  readonly rule?: string | undefined;
  /** ISO days in the rule's zone; absent or none: the rule's own window. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** How a shop is to be counted. */
  rulesOf(shop: ShopId): ShopRules;
  /** ms. */
  readonly now: number;
}

/** Days in the chart. */
const shownDays = 90;

/** More figures than a seller types in a quarter; older ones are still in the export. */
const officialsShown = 30;

/** All that the dashboard shows of tallies, coverage and the platform's own figures. */
export async function dashboard(db: LogDb, args: DashboardArgs): Promise<Dashboard> {
  const { now } = args;
  const names = await shopsLatelyFirst(db, now);
  const shops: ShopFigures[] = [];
  for (const shop of names) shops.push(await figuresOf(db, shop, args));
  const shop = names.find(name => name === args.shop) ?? names[0];
  return { at: now, shops, shown: shop === undefined ? null : await shopDashboard(db, shop, args) };
}

/** The days that are asked for, where there are such; else the rule's own. */
export function chosenWindow(
  rule: Pick<Rule, 'window' | 'zone'>,
  args: Pick<DashboardArgs, 'from' | 'to' | 'now'>,
): Window {
  const [from, to] = [args.from, args.to].map(key => localDayNamed(key ?? '', rule.zone));
  return from && to && from.start <= to.start ? { from, to } : windowOf(rule, args.now);
}

async function shopDashboard(db: LogDb, shop: ShopId, args: DashboardArgs): Promise<ShopDashboard | null> {
  const { rulesOf, now } = args;
  const row = await db.shops.get(shop);
  const { rules: counted, holidays }: CountedBy = shownBy(row, rulesOf(shop));
  const rules = counted.filter(isPublished);
  const rule = rules.find(one => listedId(one) === args.rule || one.id === args.rule) ?? rules[0];
  if (!rule) return null;
  const [window, own] = [chosenWindow(rule, args), windowOf(rule, now)];
  const view: ViewArgs = { shop, rule, holidays, window, now };
  return {
    shop,
    again: row?.again ? { done: row.again.done, of: row.again.of } : null,
    rules,
    holidays,
    view: await rateView(db, view),
    window,
    isOwnWindow: window.from.key === own.from.key && window.to.key === own.to.key,
    days: await loggedDays(db, { ...view, last: window.to, shown: shownDays }),
    spread: (await loggedRate(db, view)).spread,
    strip: await coverageStrip(db, shop, window.from.start, Math.min(now, window.to.end)),
    officials: await officialsBeside(db, view),
  };
}

async function officialsBeside(
  db: LogDb,
  args: RateArgs & { readonly rule: PublishedRule },
): Promise<OfficialBeside[]> {
  const { shop, rule } = args;
  const rows = (await officialsOf(db, shop, rule)).slice(0, officialsShown);
  const besides: OfficialBeside[] = [];
  for (const row of rows) {
    const days = row.days === undefined ? rule : { ...rule, window: { ...rule.window, days: row.days } };
    const { rate } = await loggedRate(db, { ...args, rule: days, window: windowOf(days, row.at) });
    besides.push({ ...row, ours: rate.value });
  }
  return besides;
}

async function figuresOf(db: LogDb, shop: ShopId, args: DashboardArgs): Promise<ShopFigures> {
  const { rules, holidays }: CountedBy = shownBy(await db.shops.get(shop), args.rulesOf(shop));
  const rates: ShopFigures['rates'][number][] = [];
  for (const rule of popupRules(rules.filter(isPublished))) {
    const { rate } = await loggedRate(db, { shop, rule, holidays, window: chosenWindow(rule, args), now: args.now });
    rates.push({ rule, rate });
  }
  return { shop, rates };
}

async function shopsLatelyFirst(db: LogDb, now: number): Promise<ShopId[]> {
  const rows = await db.shops.toArray();
  const seen = await Promise.all(
    rows.map(async ({ shop }) => ({ shop, lately: seenLately(await shopHealth(db, shop, now), now) })),
  );
  return seen.sort((a, b) => Number(b.lately) - Number(a.lately) || (a.shop < b.shop ? -1 : 1)).map(({ shop }) => shop);
}
