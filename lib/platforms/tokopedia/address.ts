import type { Market, PlatformAddress } from '../platform';

/** The older chat alone; the merged Seller Center is TikTok Shop's (tokopedia.md section 1). */
// The zone is named here, and not looked up: the page's script would carry those of every market.
const market: Market = { host: 'seller.tokopedia.com', code: 'ID', zone: 'Asia/Jakarta', language: 'id' };

const isHere = ({ protocol, host }: URL): boolean => protocol === 'https:' && host === market.host;

/** Known good until 2023; today's state is unknown. Discussions (`/inbox-talk`) and the education pages are not the chat. */
function isChatPage(url: URL): boolean {
  return isHere(url) && /^\/chat(?:\/|$)/.test(url.pathname);
}

export const tokopediaAddress: PlatformAddress = {
  id: 'tokopedia',
  markets: [market],
  paths: ['chat*'],
  inFrames: false,
  // Where the Resolution Center's list stands was not recorded (tokopedia.md section 1).
  caseDomain: 'tokopedia.com',
  isChatPage,
  // No marker of a lost sign-in was recorded.
  isSignedOutPage: () => false,
  // The address names no shop.
  shopOf: url => (isHere(url) ? { market: market.code } : {}),
  chatUrl: ({ host }) => `https://${host}/chat`,
};
