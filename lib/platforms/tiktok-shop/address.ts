import type { Market, PlatformAddress } from '../platform';
import { tiktokShopMarkets } from './markets';

const oldHost = 'seller-id.tiktok.com';
const sellerPattern = /^[\w-]{1,64}$/;
const marketPattern = /^[A-Z]{2}$/;

function marketOf({ protocol, host }: URL): Market | undefined {
  return protocol === 'https:' ? tiktokShopMarkets.find(market => market.host === host) : undefined;
}

/** The inbox, and not the assistant's settings or another page under `/chat` (tiktok-shop.md section 1). */
function isChatPage(url: URL): boolean {
  const market = marketOf(url);
  if (!market) return false;
  return url.pathname.startsWith('/chat/inbox/') || (market.host === oldHost && url.pathname === '/chat');
}

export function isSignedOutPage(url: URL): boolean {
  return marketOf(url) !== undefined && /^\/account\/login\/?$/.test(url.pathname);
}

/** `oec_seller_id` and `shop_region`; the host's own market where the address names none. */
function shopOf(url: URL): { readonly seller?: string; readonly market?: string } {
  const seller = url.searchParams.get('oec_seller_id') ?? '';
  const host = marketOf(url)?.code;
  const market = [url.searchParams.get('shop_region'), url.searchParams.get('cb_shop_region'), host].find(
    code => code && code !== 'XX' && marketPattern.test(code),
  );
  return { ...(sellerPattern.test(seller) && { seller }), ...(market && { market }) };
}

// The path is the same on every market's host, and the page finds its shop by `oec_seller_id` (tiktok-shop.md section 1).
function chatUrl({ host }: Market, seller?: string): string {
  const inbox = `https://${host}/chat/inbox/current`;
  return seller === undefined ? inbox : `${inbox}?oec_seller_id=${seller}`;
}

export const tiktokShopAddress: PlatformAddress = {
  id: 'tiktok-shop',
  markets: tiktokShopMarkets,
  // The inbox, and the older market's bare `/chat`.
  paths: ['chat*'],
  inFrames: false,
  isChatPage,
  isSignedOutPage,
  shopOf,
  chatUrl,
};
