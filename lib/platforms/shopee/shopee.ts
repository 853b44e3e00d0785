import type { Platform } from '../platform';
import { shopeeAddress } from './address';
import { decode } from './decode';
import { hears } from './live';
import { read } from './page/read';
import { wantsShopee } from './wants';

/** Shopee: one web chat on a host per market, and the mini chat on every other page of Seller Centre. */
export const shopee: Platform = {
  ...shopeeAddress,
  network: { wants: wantsShopee, hears, decode },
  page: { read },
};
