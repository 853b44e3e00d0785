import Dexie from 'dexie';
import type { Health } from '../chat/health';
import type { ShopId } from '../chat/shop';
import type { Sign } from '../messaging/protocol';
import { nothingCounted } from './books';
import { cover, fill } from './coverage';
import type { LogDb, WatchRow } from './log-db';

/**
 * Notes a tab's sign of life for every shop it speaks for. A page that is seen, if only in part, covers the time since
 * its last sign. A sign that names no shop is of those the tab showed before: a page that is signed out no longer says
 * whose it is.
 */
export async function noteSign(db: LogDb, tab: number, sign: Sign, now: number): Promise<void> {
  const { health, notUnderstood, whole } = sign;
  if (health.state === 'closed') return forgetTab(db, tab);
  await db.transaction('rw', [db.watch, db.coverage, db.filled, db.shops], async () => {
    const rows = await rowsOf(db, tab);
    const shops = sign.shops.length > 0 ? sign.shops : rows.map(({ shop }) => shop);
    for (const shop of shops) {
      const before = rows.find(row => row.shop === shop);
      if (!(await db.shops.get(shop))) {
        await db.shops.add({ shop, firstSeenAt: now, complete: nothingCounted, turn: 0 });
      }
      const isSame = JSON.stringify(before?.health) === JSON.stringify(health);
      await db.watch.put({ tab, shop, health, notUnderstood, at: now, since: before && isSame ? before.since : now });
      if (health.state === 'watching' || health.state === 'partly') await cover(db, shop, now);
    }
    // A page of several shops does not say whose inbox it has whole.
    const [only, ...others] = shops;
    if (whole && only && others.length === 0) await fill(db, only, whole.from, Math.min(whole.to, now));
    const gone = rows.filter(({ shop }) => !shops.includes(shop));
    await db.watch.bulkDelete(gone.map(({ shop }): [number, ShopId] => [tab, shop]));
  });
}

/** Notes what is known of a tab that gives no sign of life: of the shops it showed, or of `shops` where it showed none yet. */
export async function noteHealth(
  db: LogDb,
  tab: number,
  health: Health,
  now: number,
  shops: readonly ShopId[] = [],
): Promise<void> {
  await db.transaction('rw', db.watch, async () => {
    const rows = await rowsOf(db, tab);
    const known =
      rows.length > 0 ? rows : shops.map(shop => ({ tab, shop, health, notUnderstood: 0, since: now, at: now }));
    const isSame = (row: WatchRow) => JSON.stringify(row.health) === JSON.stringify(health);
    await db.watch.bulkPut(known.map(row => ({ ...row, health, at: now, since: isSame(row) ? row.since : now })));
  });
}

/** Notes of every shop whether the seller allows its pages. */
export async function noteAllowed(db: LogDb, isAllowed: (shop: ShopId) => boolean, now: number): Promise<void> {
  await db.transaction('rw', db.shops, async () => {
    for (const row of await db.shops.toArray()) {
      const { notAllowedSince, ...rest } = row;
      if (isAllowed(row.shop) === (notAllowedSince === undefined)) continue;
      await db.shops.put(isAllowed(row.shop) ? rest : { ...rest, notAllowedSince: now });
    }
  });
}

/** A tab that goes on under another name. */
export async function renameTab(db: LogDb, before: number, after: number): Promise<void> {
  await db.transaction('rw', db.watch, async () => {
    const rows = await rowsOf(db, before);
    await forgetTab(db, before);
    await db.watch.bulkPut(rows.map(row => ({ ...row, tab: after })));
  });
}

/** The tab shows no chat any more: closed, or gone elsewhere. */
export async function forgetTab(db: LogDb, tab: number): Promise<void> {
  await db.watch.where('[tab+shop]').between([tab], [tab, Dexie.maxKey]).delete();
}

/** The tab was sent to the log-in page: its shops are signed out. */
export async function noteSignedOut(db: LogDb, tab: number, now: number): Promise<void> {
  await noteSign(db, tab, { shops: [], health: { state: 'signed-out' }, notUnderstood: 0 }, now);
}

/** The tabs that showed a chat when they were last heard of. */
export async function watchedTabs(db: LogDb): Promise<number[]> {
  return [...new Set((await db.watch.toArray()).map(({ tab }) => tab))];
}

const rowsOf = (db: LogDb, tab: number) => db.watch.where('[tab+shop]').between([tab], [tab, Dexie.maxKey]).toArray();
