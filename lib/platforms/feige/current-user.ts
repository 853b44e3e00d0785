import type { Observation } from '../../chat/observation';
import type { JsonRecord } from '../json-record';
import { inside } from './decode-json';
import { seenShop } from './seen-shop';

/** Whose page it is: `ShopId` of the signed-in user (feige.md section 3, one source), bare or inside `data`. */
export function readCurrentUser(answer: JsonRecord): readonly Observation[] | null {
  const id = answer.ShopId ?? inside(answer, 'data').ShopId;
  const shop = typeof id === 'string' || typeof id === 'number' ? String(id) : '';
  return /^\d{1,24}$/.test(shop) ? [seenShop(shop)] : null;
}
