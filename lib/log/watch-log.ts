import type { ShopId } from '../chat/shop';
import type { Sign } from '../messaging/protocol';
import { cover } from './coverage';
import type { LogDb } from './log-db';

/**
 * Notes a tab's sign of life. A page that is seen, if only in part, covers the time since its last sign. A sign without
 * a shop is the shop's that the tab showed before: a page that is signed out no longer says whose it is.
 */
export async function noteSign(db: LogDb, tab: number, sign: Sign, now: number): Promise<void> {
  await db.transaction('rw', [db.watch, db.coverage, db.shops], async () => {
    const before = await db.watch.get(tab);
    const shop: ShopId | undefined = sign.shop ?? before?.shop;
    if (!shop) return;
    const { health, notUnderstood } = sign;
    if (health.state === 'closed') {
      await db.watch.delete(tab);
      return;
    }
    if (!(await db.shops.get(shop))) await db.shops.add({ shop, firstSeenAt: now });
    const isSame = before?.shop === shop && JSON.stringify(before.health) === JSON.stringify(health);
    await db.watch.put({ tab, shop, health, notUnderstood, at: now, since: isSame ? before.since : now });
    if (health.state === 'watching' || health.state === 'partly') await cover(db, shop, now);
  });
}

/** The tab shows no chat any more: closed, or gone elsewhere. */
export async function forgetTab(db: LogDb, tab: number): Promise<void> {
  await db.watch.delete(tab);
}

/** The tab was sent to the log-in page: its shop is signed out. */
export async function noteSignedOut(db: LogDb, tab: number, now: number): Promise<void> {
  await noteSign(db, tab, { shop: null, health: { state: 'signed-out' }, notUnderstood: 0 }, now);
}
