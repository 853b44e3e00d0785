import { nothingWhole, wholeAfter } from '../bytedance-im/whole-stretch';
import type { Platform } from '../platform';
import { tiktokShopAddress } from './address';
import { decode } from './decode';
import { read } from './page/read';
import { wantsTiktokShop } from './wants';

/** TikTok Shop, and TikTok Shop by Tokopedia in Indonesia: one web app on a host per market. */
export const tiktokShop: Platform = {
  ...tiktokShopAddress,
  network: { wants: wantsTiktokShop, decode, whole: { none: nothingWhole, after: wholeAfter } },
  page: { read },
};
