import type { PlatformAddress } from '../platform';
import { feigeMarkets } from './markets';

const [market] = feigeMarkets;
const backOffice = 'fxg.jinritemai.com';

const isOn = ({ protocol, host }: URL, wanted: string) => protocol === 'https:' && host === wanted;

/** The workbench; not the older address, nor the desktop client's, which no browser shows (feige.md section 1). */
function isChatPage(url: URL): boolean {
  return isOn(url, market.host) && url.pathname.startsWith('/pc_seller_v2/');
}

/**
 * The sign-in page. A lost sign-in may also end on the back office's home page, where people go by themselves too: there
 * it is only known that the chat is not open.
 */
export function isSignedOutPage(url: URL): boolean {
  return isOn(url, backOffice) && /^\/login\/common\/?$/.test(url.pathname);
}

export const feigeAddress: PlatformAddress = {
  id: 'feige',
  markets: feigeMarkets,
  paths: ['pc_seller_v2/*'],
  inFrames: true,
  // The page of the experience score, and what it is opened from without loading.
  numbers: { host: backOffice, paths: ['ffa/*'] },
  isChatPage,
  isSignedOutPage,
  // No shop in it: `selfId` is the member of staff (feige.md section 1).
  shopOf: url => (isOn(url, market.host) ? { market: market.code } : {}),
  chatUrl: ({ host }) => `https://${host}/pc_seller_v2/main/workspace`,
};
