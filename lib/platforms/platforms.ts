import type { Platform } from './platform';
import { tiktokShop } from './tiktok-shop/tiktok-shop';

/** Every platform that is read. A new one is a folder, a line here, one in `wants`, and its hosts in `origins`. */
export const platforms: readonly Platform[] = [tiktokShop];
