import { type ShopId, shopParts } from '../chat/shop';
import type { PlatformAddress } from '../platforms/platform';

/** The platform and market that an address belongs to; `null` where it is none of ours. */
export function platformAt<T extends PlatformAddress>(address: string | undefined, platforms: readonly T[]) {
  if (!address || !URL.canParse(address)) return null;
  const url = new URL(address);
  for (const platform of platforms) {
    const market = platform.markets.find(({ host }) => host === url.host);
    if (market && url.protocol === 'https:') return { platform, market, url };
  }
  return null;
}

/**
 * Whether a page at `address` may speak for `shop`: its own platform's chat page, and its own market's unless the host
 * serves several. A page is believed about its own shops only.
 */
export function maySpeakFor(shop: ShopId, address: string | undefined, platforms: readonly PlatformAddress[]): boolean {
  const found = platformAt(address, platforms);
  const parts = shopParts(shop);
  if (!found || !parts || found.platform.id !== parts.platform) return false;
  if (!found.platform.isChatPage(found.url)) return false;
  return found.market.code === 'XX' || found.market.code === parts.market;
}
