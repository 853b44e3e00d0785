import type { ShopId } from '../chat/shop';
import { popupRules } from '../rules/popup-rules';
import { isPublished } from '../rules/rule';
import type { ShopRules } from '../rules/rules-for';
import { shownBy } from './books';
import type { LogDb } from './log-db';
import { byNearness } from './nearness';
import type { AllShops, ShopGlance, ShopLine, WaitingRow } from './overview';
import { firstDeadline, loggedRate } from './rate-query';
import type { CountedBy } from './rule-key';

interface AllShopsArgs {
  readonly lines: readonly ShopLine[];
  readonly waiting: ReadonlyMap<ShopId, readonly WaitingRow[]>;
  readonly days?: number | undefined;
  rulesOf(shop: ShopId): ShopRules;
  /** ms. */
  readonly now: number;
}

/** The shops that were seen lately, each with its rates alone, and everybody who waits in any of them. */
export async function allShops(db: LogDb, args: AllShopsArgs): Promise<AllShops> {
  const { lines, waiting, days, now } = args;
  const shops = await Promise.all(lines.filter(({ lately }) => lately).map(line => glance(db, line, args)));
  const rows = shops.flatMap(({ shop }) => waiting.get(shop) ?? []);
  return {
    is: 'all',
    days: days ?? shops[0]?.rates[0]?.rule.window.days ?? 30,
    shops,
    waiting: rows.sort((a, b) => promisesLast(a, b) || byNearness(a, b, now) || a.since - b.since),
  };
}

async function glance(db: LogDb, line: ShopLine, { days, rulesOf, now }: AllShopsArgs): Promise<ShopGlance> {
  const { shop } = line;
  const { rules, holidays }: CountedBy = shownBy(await db.shops.get(shop), rulesOf(shop));
  const rates = popupRules(rules.filter(isPublished)).map(async ({ window, ...rest }) => {
    const rule = { ...rest, window: days ? { days } : window };
    const { rate, open } = await loggedRate(db, { shop, rule, holidays, now });
    return { rule, rate, firstDeadline: firstDeadline(open) };
  });
  return { ...line, rates: await Promise.all(rates) };
}

const promisesLast = (a: WaitingRow, b: WaitingRow) => Number(a.isPromiseOnly) - Number(b.isPromiseOnly);
