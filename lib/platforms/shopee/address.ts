import type { Market, PlatformAddress } from '../platform';
import { shopeeMarkets } from './markets';

const chatPath = /^\/(?:new-)?webchat\/conversations(?:\/|$)/;

function marketOf({ protocol, host }: URL): Market | undefined {
  return protocol === 'https:' ? shopeeMarkets.find(market => market.host === host) : undefined;
}

/** The chat of today and the older one (shopee.md section 1). */
function isChatPage(url: URL): boolean {
  return marketOf(url) !== undefined && chatPath.test(url.pathname);
}

/** The mini chat lives on every page of Seller Centre. */
function mayReceive(url: URL): boolean {
  return marketOf(url) !== undefined && !isChatPage(url);
}

/** The address names no shop: its id comes with the data. */
function shopOf(url: URL): { readonly market?: string } {
  const code = marketOf(url)?.code;
  return code === undefined ? {} : { market: code };
}

export const shopeeAddress: PlatformAddress = {
  id: 'shopee',
  markets: shopeeMarkets,
  paths: ['*'],
  // The mini chat was seen in the page itself.
  inFrames: false,
  isChatPage,
  mayReceive,
  // No marker of a lost sign-in was recorded: a chat page without list and calls is not recognised, never empty.
  isSignedOutPage: () => false,
  shopOf,
  chatUrl: ({ host }) => `https://${host}/new-webchat/conversations`,
};
