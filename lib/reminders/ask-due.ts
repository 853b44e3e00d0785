import type { ShopId } from '../chat/shop';
import type { LogDb } from '../log/log-db';
import { sweep } from '../log/record';
import { waitingRounds } from '../log/waiting-query';
import { popupRules } from '../rules/popup-rules';
import type { ShopRules } from '../rules/rules-for';
import { type Due, due, keysOf } from './due';

/** Fired keys older than this (ms) belong to rounds that no longer wait. */
const forgetMs = 40 * 86_400_000;

/**
 * What is due at `now` (ms), by the log. What it says is marked as fired in the same transaction: recorded first, shown
 * afterwards, and two who ask at once are not both told.
 */
export async function askDue(db: LogDb, now: number, rulesOf: (shop: ShopId) => ShopRules): Promise<Due> {
  const shops = (await db.shops.toArray()).map(({ shop }) => shop);
  for (const shop of shops) await sweep(db, shop, now);
  const waiting = (await Promise.all(shops.map(shop => waitingRounds(db, shop, now)))).flat();
  const reminded = (shop: ShopId) => ({ ...rulesOf(shop), rules: popupRules(rulesOf(shop).rules) });
  return db.transaction('rw', [db.reminders, db.meta], async () => {
    const rows = await db.reminders.bulkGet(keysOf(waiting, reminded));
    const fired = new Set(rows.flatMap(row => (row ? [row.key] : [])));
    const lastAsked = (await db.meta.get('last-asked'))?.value ?? now;
    const found = due({ now, waiting, rulesOf: reminded, fired, lastAsked });
    const keys = [...found.now.map(({ key }) => key), ...found.silent];
    await db.reminders.bulkPut(keys.map(key => ({ key, at: now })));
    await db.reminders
      .where('at')
      .below(now - forgetMs)
      .delete();
    await db.meta.put({ key: 'last-asked', value: Math.max(lastAsked, now) });
    return found;
  });
}
