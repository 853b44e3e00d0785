/** The marketplaces Lekas reads. */
export const platformIds = ['tiktok-shop', 'feige', 'shopee', 'tokopedia'] as const;
export type PlatformId = (typeof platformIds)[number];

/** One seller account on one platform and market: `tiktok-shop/ID/7494…`. */
export type ShopId = `${PlatformId}/${string}/${string}`;

export interface ShopParts {
  readonly platform: PlatformId;
  /** Market code as the platform writes it: ISO 3166 alpha-2, or `XX` where the page does not say. */
  readonly market: string;
  /** The seller's id on that platform. */
  readonly seller: string;
}

const shopPattern = /^(tiktok-shop|feige|shopee|tokopedia)\/([A-Z]{2})\/([\w-]{1,64})$/;

export function shopId({ platform, market, seller }: ShopParts): ShopId {
  return `${platform}/${market}/${seller}`;
}

/** The parts of a shop's name, or `null` where the text is not one. */
export function shopParts(shop: string): ShopParts | null {
  const found = shopPattern.exec(shop);
  if (!found) return null;
  const [, platform, market, seller] = found;
  return { platform: platform as PlatformId, market: market ?? '', seller: seller ?? '' };
}

export const isShopId = (value: unknown): value is ShopId => typeof value === 'string' && shopParts(value) !== null;
