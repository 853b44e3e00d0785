import type { SeenShop } from '../../chat/observation';
import { feigeMarkets } from './markets';

const [{ code: market }] = feigeMarkets;

/** A shop, which addresses never name: it goes by the one id that its conversations bear. */
export function seenShop(id: string): SeenShop {
  return { is: 'shop', seller: id, account: id, market };
}
