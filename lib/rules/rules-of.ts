import { type PlatformId, type ShopId, shopParts } from '../chat/shop';
import { feigeRules } from './feige';
import type { PublishedRule } from './rule';
import { shopeeRules } from './shopee';
import { tiktokShopRules } from './tiktok-shop';
import { tokopediaRules } from './tokopedia';

/** The rules of a market as they stand, the official share first. */
export function rulesOfMarket(platform: PlatformId, market: string): readonly PublishedRule[] {
  return rulesOfPlatform[platform](market);
}

const rulesOfPlatform = {
  'tiktok-shop': tiktokShopRules,
  feige: () => feigeRules,
  shopee: shopeeRules,
  tokopedia: () => tokopediaRules,
} satisfies Record<PlatformId, (market: string) => readonly PublishedRule[]>;

// Asked for on every record and every look; a shop's rules do not change while the extension runs.
const known = new Map<ShopId, readonly PublishedRule[]>();

/** The rules a shop is judged by as the list has them, the official one first. Empty for a name that is no shop's. */
export function rulesOf(shop: ShopId): readonly PublishedRule[] {
  const before = known.get(shop);
  if (before) return before;
  const parts = shopParts(shop);
  const rules = parts ? rulesOfMarket(parts.platform, parts.market) : [];
  known.set(shop, rules);
  return rules;
}
