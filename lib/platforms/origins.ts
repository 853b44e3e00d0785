import { tiktokShopMarkets } from './tiktok-shop/markets';

/** Match patterns of every host with a chat page: what the welcome page asks for, marketplace by marketplace. */
export const chatOrigins: string[] = tiktokShopMarkets.map(({ host }) => `https://${host}/*`);
