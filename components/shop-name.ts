import { type PlatformId, type ShopId, shopParts } from '@/lib/chat/shop';
import type { MessageKey } from '@/lib/i18n/i18n-for';
import type { Text } from '@/lib/i18n/text-in';

const platformKeys = {
  'tiktok-shop': 'platform_tiktokShop_name',
  feige: 'platform_feige_name',
  shopee: 'platform_shopee_name',
  tokopedia: 'platform_tokopedia_name',
} satisfies Record<PlatformId, MessageKey>;

/** What a marketplace is called; in a market, where it goes by another name there. */
export function platformName({ t }: Text, platform: PlatformId, market?: string): string {
  // Since 2025 Indonesia's TikTok Shop and Tokopedia are one shop in one Seller Center.
  const isMerged = platform === 'tiktok-shop' && market === 'ID';
  return t(isMerged ? 'platform_tiktokShopTokopedia_name' : platformKeys[platform]);
}

/** Marketplaces of one country, which their names tell already. */
const inOneCountry = {
  'tiktok-shop': market => market === 'ID',
  feige: () => true,
  shopee: () => false,
  tokopedia: () => true,
} satisfies Record<PlatformId, (market: string) => boolean>;

/** A shop in a row, where room is dear: its country only where the marketplace does not tell it. */
export function shopLine(text: Text, shop: ShopId): string {
  const parts = shopParts(shop);
  const isTold = parts !== null && inOneCountry[parts.platform](parts.market);
  return text.t(isTold ? 'waiting_shop_line' : 'popup_shop_option', shopName(text, shop));
}

/** A shop in words, short enough for one line: marketplace, country, and the end of the seller's id. */
export function shopName(text: Text, shop: ShopId): { platform: string; country: string; shop: string } {
  const parts = shopParts(shop);
  if (!parts) return { platform: '', country: '', shop };
  const { platform, market, seller } = parts;
  return {
    platform: platformName(text, platform, market),
    country: text.country(market),
    shop: seller.length > 8 ? `…${seller.slice(-4)}` : seller,
  };
}
