import type { Platform } from '../platform';
import { isChatPage, isSignedOutPage, shopOf } from './address';
import { decode } from './decode';
import { tiktokShopMarkets } from './markets';
import { read } from './page/read';
import { wantsTiktokShop } from './wants';

/** TikTok Shop, and TikTok Shop by Tokopedia in Indonesia: one web app on a host per market. */
export const tiktokShop: Platform = {
  id: 'tiktok-shop',
  markets: tiktokShopMarkets,
  isChatPage,
  isSignedOutPage,
  shopOf,
  network: { wants: wantsTiktokShop, decode },
  page: { read },
};
