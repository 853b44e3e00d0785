import type { ShopId } from '../chat/shop';
import type { Window } from '../rates/window';
import type { LogDb, TallyRow } from './log-db';
import type { CountedRule } from './rule-key';

/** The tallies of a rule's versions in a window, each of its own days. */
export async function talliesOf(
  db: LogDb,
  shop: ShopId,
  versions: readonly CountedRule[],
  { from, to }: Window,
): Promise<TallyRow[]> {
  const rows = versions.map(({ rule: { days }, key }) => {
    const isBegun = days.after === undefined || days.after < from.key;
    const first = isBegun ? from.key : (days.after ?? from.key);
    const last = days.until !== undefined && days.until < to.key ? days.until : to.key;
    if (last < first) return [];
    return db.tallies.where('[shop+rule+day]').between([shop, key, first], [shop, key, last], isBegun, true).toArray();
  });
  return (await Promise.all(rows)).flat();
}
