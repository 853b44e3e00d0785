import type { Market } from '../platform';

const local = (code: string, zone: string, language: string, evidence: string): Market => ({
  host: `seller-${code.toLowerCase()}.tiktok.com`,
  code,
  zone,
  language,
  evidence,
});

/**
 * Every host with a chat page (tiktok-shop.md section 1). None was found for the United Kingdom. Zones are the
 * market's own; where a market has several, and the evidence names none, one was chosen and says so.
 */
export const tiktokShopMarkets: readonly Market[] = [
  {
    host: 'seller-id.tokopedia.com',
    code: 'ID',
    zone: 'Asia/Jakarta',
    language: 'id',
    evidence: 'host and path, two sources, Sep 2025 and 2026',
  },
  local('ID', 'Asia/Jakarta', 'id', 'host and path /chat, one source, Jan 2023, before the move to Tokopedia'),
  local('VN', 'Asia/Ho_Chi_Minh', 'vi', 'host and path, one source, 2026'),
  // Sellers set a zone of their own; Pacific time is where the platform has its American seat.
  local('US', 'America/Los_Angeles', 'en', 'host and path, two sources; zone chosen by us'),
  local('BR', 'America/Sao_Paulo', 'pt-BR', 'host and path, one source; zone of most of the country'),
  local('MY', 'Asia/Kuala_Lumpur', 'en', 'host only, one source; path inferred'),
  local('TH', 'Asia/Bangkok', 'th', 'host only, one source; path inferred'),
  local('PH', 'Asia/Manila', 'en', 'host only, one source; path inferred'),
  local('SG', 'Asia/Singapore', 'en', 'host only, one source; path inferred'),
  // One host for the shops of many markets, whose pages were seen in Chinese; the address names the shop's market.
  {
    host: 'seller.tiktokshopglobalselling.com',
    code: 'XX',
    zone: 'Asia/Shanghai',
    language: 'zh-CN',
    evidence: 'host and path, one source, 27-29 Aug 2026, a shop in Thailand; zone chosen by us',
  },
  {
    host: 'seller.us.tiktokshopglobalselling.com',
    code: 'XX',
    zone: 'Asia/Shanghai',
    language: 'zh-CN',
    evidence: 'host only, one source; path inferred, zone chosen by us',
  },
];
