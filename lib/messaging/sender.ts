import { type PlatformId, type ShopId, shopParts } from '../chat/shop';
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

/** Whether a page shows the chat, or may show a smaller view of it. */
export function mayShowChat({ platform, url }: { platform: PlatformAddress; url: URL }): boolean {
  return platform.isChatPage(url) || (platform.mayReceive?.(url) ?? false);
}

/**
 * Whether a page at `address` may speak for `shop`: its own platform's chat page or one with a smaller view of the chat, and
 * its own market's unless the host serves several. A page is believed about its own shops only.
 */
export function maySpeakFor(shop: ShopId, address: string | undefined, platforms: readonly PlatformAddress[]): boolean {
  const found = platformAt(address, platforms);
  const parts = shopParts(shop);
  if (!found || !parts || found.platform.id !== parts.platform) return false;
  if (!mayShowChat(found)) return false;
  return found.market.code === 'XX' || found.market.code === parts.market;
}

/** Whether a page at `address` is the one on which a platform shows its own numbers. */
export function isNumbersPage(
  id: PlatformId,
  address: string | undefined,
  platforms: readonly PlatformAddress[],
): boolean {
  const url = address === undefined ? null : URL.parse(address);
  const host = platforms.find(platform => platform.id === id)?.numbers?.host;
  return url?.protocol === 'https:' && url.host === host;
}

/** Where a message came from, as the browser says. */
export interface Sender {
  /** The frame's address. */
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
  readonly tab?: { readonly url?: string | undefined } | undefined;
}

/**
 * Whether who sent a message may speak for `shop`. Chromium goes on giving the address that the frame was loaded with
 * when the page moves on without loading (seen in 156), so the tab's own counts as well, as long as it is of one origin. A
 * frame that is filled over its first empty document keeps that one's address there, `about:blank`; its origin is its own.
 */
export function isFromShop(shop: ShopId, { url, origin, tab }: Sender, platforms: readonly PlatformAddress[]): boolean {
  if (maySpeakFor(shop, url, platforms)) return true;
  const from = url === 'about:blank' ? origin : url;
  return isOfOneOrigin(from, tab?.url) && maySpeakFor(shop, tab?.url, platforms);
}

function isOfOneOrigin(one: string | undefined, other: string | undefined): boolean {
  return !!one && !!other && URL.parse(one)?.origin === URL.parse(other)?.origin;
}
