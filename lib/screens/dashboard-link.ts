import { isShopId, type ShopId } from '../chat/shop';

/** What the dashboard is to show, as its address says. What is absent is chosen by the dashboard. */
export interface DashboardLink {
  readonly shop?: ShopId;
  /** The rule's id in the list, whichever reading of it is in use. */
  readonly rule?: string;
  /** ISO days in the rule's zone, the first and the last. */
  readonly from?: string;
  readonly to?: string;
}

/** Reads `#shop=…&rule=…&from=…&to=…`. A part that cannot be is absent, and the days are known both or not at all. */
export function readDashboardLink(hash: string): DashboardLink {
  const said = new URLSearchParams(hash.replace(/^#/, ''));
  const [shop, rule, from, to] = ['shop', 'rule', 'from', 'to'].map(name => said.get(name) ?? '');
  return {
    ...(isShopId(shop) && { shop }),
    ...(rule && { rule }),
    ...(from && to && isDay.test(from) && isDay.test(to) && from <= to && { from, to }),
  };
}

/** The address's end that leads to it; `` where nothing is chosen. */
export function dashboardHash({ shop, rule, from, to }: DashboardLink): string {
  const parts = Object.entries({ shop, rule, from, to }).flatMap(([name, value]) =>
    // A slash may stand in a fragment, and is easier to read.
    value === undefined ? [] : [`${name}=${encodeURIComponent(value).replaceAll('%2F', '/')}`],
  );
  return parts.length > 0 ? `#${parts.join('&')}` : '';
}

const isDay = /^\d{4}-\d{2}-\d{2}$/;
