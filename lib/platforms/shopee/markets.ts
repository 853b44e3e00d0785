import { zoneOfMarket } from '../../chat/market-zone';
import type { Market } from '../platform';

const market = (host: string, code: string, language: string): Market => ({
  host,
  code,
  zone: zoneOfMarket(code),
  language,
});

/** Every host with a chat page (shopee.md section 1). The languages are the markets'; all share one bundle. */
export const shopeeMarkets: readonly Market[] = [
  // Chat seen live; two or more sources.
  market('seller.shopee.co.id', 'ID', 'id'),
  // The host that code was seen to run on, then the one that tables name: the sources conflict, so both.
  market('banhang.shopee.vn', 'VN', 'vi'),
  market('seller.shopee.vn', 'VN', 'vi'),
  market('seller.shopee.co.th', 'TH', 'th'),
  market('seller.shopee.com.my', 'MY', 'en'),
  market('seller.shopee.ph', 'PH', 'en'),
  market('seller.shopee.sg', 'SG', 'en'),
  market('seller.shopee.tw', 'TW', 'zh-TW'),
  market('seller.shopee.com.br', 'BR', 'pt-BR'),
  // One source.
  market('seller.shopee.com.mx', 'MX', 'es-MX'),
];
