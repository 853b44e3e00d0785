import type { SeenOfficial } from '../chat/observation';
import { type PlatformId, shopParts } from '../chat/shop';
import type { LogDb } from './log-db';
import { noteOfficials } from './officials';

/**
 * Keeps numbers that a page shows of a shop without saying which: they are of the only shop of its platform that is known.
 * `false`: there is none, or more than one, and none is given what may be another's.
 */
export async function recordNumbers(
  db: LogDb,
  platform: PlatformId,
  numbers: readonly SeenOfficial[],
): Promise<boolean> {
  return db.transaction('rw', [db.shops, db.officials], async () => {
    const shops = (await db.shops.toArray()).filter(({ shop }) => shopParts(shop)?.platform === platform);
    const [only, ...more] = shops;
    if (!only || more.length > 0) return false;
    await noteOfficials(db, only.shop, numbers);
    return true;
  });
}
