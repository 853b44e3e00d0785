import { zoneOfMarket } from '../../chat/market-zone';
import type { Market } from '../platform';

const local = (code: string, language: string): Market => ({
  host: `seller-${code.toLowerCase()}.tiktok.com`,
  code,
  zone: zoneOfMarket(code),
  language,
});

// The pages of cross-border shops were seen in Chinese; the address names the shop's market. The zone is our choice.
const crossBorder = (host: string): Market => ({ host, code: 'XX', zone: 'Asia/Shanghai', language: 'zh-CN' });

/** Every host with a chat page (tiktok-shop.md section 1). None was found for the United Kingdom. */
export const tiktokShopMarkets: readonly Market[] = [
  // Host and path: two sources, Sep 2025 and 2026.
  { ...local('ID', 'id'), host: 'seller-id.tokopedia.com' },
  // Host and the path /chat: one source, Jan 2023, before the move to Tokopedia.
  local('ID', 'id'),
  // Host and path: one source, 2026.
  local('VN', 'vi'),
  // Host and path: two sources.
  local('US', 'en'),
  // Host and path: one source.
  local('BR', 'pt-BR'),
  // Hosts only, one source; the path is inferred.
  local('MY', 'en'),
  local('TH', 'th'),
  local('PH', 'en'),
  local('SG', 'en'),
  // Host and path: one source, 27-29 Aug 2026, a shop in Thailand.
  crossBorder('seller.tiktokshopglobalselling.com'),
  // Host only, one source; the path is inferred.
  crossBorder('seller.us.tiktokshopglobalselling.com'),
];
