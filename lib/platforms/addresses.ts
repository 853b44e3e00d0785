import { feigeAddress } from './feige/address';
import type { PlatformAddress } from './platform';
import { shopeeAddress } from './shopee/address';
import { tiktokShopAddress } from './tiktok-shop/address';
import { tokopediaAddress } from './tokopedia/address';

/** Every platform by its addresses alone, for those who read no page: their bundles carry no reader. */
export const addresses: readonly PlatformAddress[] = [tiktokShopAddress, feigeAddress, shopeeAddress, tokopediaAddress];
