import type { ShopId } from '../chat/shop';
import type { ShopRow } from './log-db';
import type { CountedRule } from './rule-key';

/** A shop that has nothing logged yet: whatever it will count is complete from the start. */
export function newShop(shop: ShopId, counted: readonly CountedRule[], now: number): ShopRow {
  return { shop, firstSeenAt: now, complete: completeFor(counted) };
}

export function completeFor(counted: readonly CountedRule[]): Record<string, string> {
  return Object.fromEntries(counted.map(({ rule, key }) => [rule.id, key]));
}
