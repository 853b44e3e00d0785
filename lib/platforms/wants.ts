import { wantsFeige } from './feige/wants';
import { wantsShopee } from './shopee/wants';
import { wantsTiktokShop } from './tiktok-shop/wants';
import { wantsTokopedia } from './tokopedia/wants';

/** What each platform wants copied. For the page's own world, where nothing heavier may be imported. */
export const wants: readonly ((url: string) => boolean)[] = [wantsTiktokShop, wantsFeige, wantsShopee, wantsTokopedia];
