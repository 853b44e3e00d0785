import { type PlatformId, type ShopId, shopParts } from '../chat/shop';
import type { PublishedRule } from './rule';
import { tiktokShopRules } from './tiktok-shop';

const rulesOfPlatform = {
  'tiktok-shop': tiktokShopRules,
  feige: () => [],
  shopee: () => [],
  tokopedia: () => [],
} satisfies Record<PlatformId, (market: string) => PublishedRule[]>;

// Asked for on every record and every look; a shop's rules do not change while the extension runs.
const known = new Map<ShopId, readonly PublishedRule[]>();

/** The rules a shop is judged by, the official one first. Empty for a name that is no shop's. */
export function rulesOf(shop: ShopId): readonly PublishedRule[] {
  const before = known.get(shop);
  if (before) return before;
  const parts = shopParts(shop);
  const rules = parts ? rulesOfPlatform[parts.platform](parts.market) : [];
  known.set(shop, rules);
  return rules;
}
