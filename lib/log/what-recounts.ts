import type { ShopId } from '../chat/shop';
import type { Counting } from '../rules/counting';
import { rulesFor } from '../rules/rules-for';
import { keysOf } from './books';
import { countedRules } from './rule-key';

/**
 * The rules, by their ids in the list, whose tallies must be counted anew once a shop is counted by `after` instead of
 * `before`. A target or a window only chooses among what is counted, and is none of them.
 */
export function whatRecounts(shop: ShopId, before: Counting, after: Counting): readonly string[] {
  const known = keysOf(countedRules(rulesFor(shop, before)));
  const { rules, holidays } = rulesFor(shop, after);
  return rules
    .filter(rule => countedRules({ rules: [rule], holidays }).some(({ key }) => !known.has(key)))
    .map(({ id, presetOf }) => presetOf ?? id);
}
