import type { ShopId } from '../chat/shop';
import { rulesFor, type ShopRules } from '../rules/rules-for';
import type { Settings } from './settings';

/** How each shop is counted by these settings. */
export function rulesBy({ counting }: Settings): (shop: ShopId) => ShopRules {
  return shop => rulesFor(shop, counting?.[shop]);
}
