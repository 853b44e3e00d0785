import { type ShopId, shopId, shopParts } from '../chat/shop';
import { platformAt } from '../messaging/sender';
import { addresses } from '../platforms/addresses';

/** The hosts on which a shop's chat may be: its market's own, then those that serve several. */
export function hostsOf(shop: ShopId): string[] {
  const parts = shopParts(shop);
  const markets = addresses.find(({ id }) => id === parts?.platform)?.markets ?? [];
  return [parts?.market, 'XX'].flatMap(code => markets.filter(market => market.code === code)).map(({ host }) => host);
}

/** The match patterns of a shop's hosts, as a permission is asked for. */
export const originsOf = (shop: ShopId): string[] => hostsOf(shop).map(host => `https://${host}/*`);

/** The shop that a chat page's address names; `null` where it names none. */
export function shopAt(address: string | undefined): ShopId | null {
  const found = platformAt(address, addresses);
  if (!found) return null;
  const { seller, market } = found.platform.shopOf(found.url);
  return seller !== undefined && market !== undefined ? shopId({ platform: found.platform.id, market, seller }) : null;
}
