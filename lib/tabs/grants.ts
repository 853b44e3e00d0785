import type { ShopId } from '../chat/shop';
import type { LogDb } from '../log/log-db';
import { forgetTab, noteAllowed } from '../log/watch-log';
import { sendMessage } from '../messaging/messenger';
import { grantedOrigins } from './chat-scripts';
import { originsOf } from './shop-hosts';

/** Notes which shops' pages the seller allows, and stops watching those that he allows no longer: scripts there live on. */
export async function noteGrants(db: LogDb): Promise<void> {
  const granted = await grantedOrigins();
  const isAllowed = (shop: ShopId) => {
    const origins = originsOf(shop);
    return origins.length === 0 || origins.some(origin => granted.includes(origin));
  };
  await noteAllowed(db, isAllowed, Date.now());
  const rows = await db.watch.toArray();
  for (const tab of new Set(rows.filter(({ shop }) => !isAllowed(shop)).map(({ tab }) => tab))) {
    // Nobody there to stop is as good as stopped.
    await sendMessage('stop', undefined, tab).catch(() => {});
    await forgetTab(db, tab);
  }
}
