import { expect, it } from 'vitest';
import { shopName } from '@/components/shop-name';
import type { ShopId } from '@/lib/chat/shop';
import { textIn } from '@/lib/i18n/text-in';
import { platformAt } from '@/lib/messaging/sender';
import { addresses } from '@/lib/platforms/addresses';

it.each<[string, ShopId, string]>([
  ['the merged shop of Indonesia', 'tiktok-shop/ID/7494000000000000001', 'TikTok Shop by Tokopedia'],
  ['a shop of another market', 'tiktok-shop/VN/7494000000000000001', 'TikTok Shop'],
  ["a shop of Tokopedia's older chat", 'tokopedia/ID/90001234', 'Tokopedia (older chat)'],
  ['a shop of Shopee', 'shopee/ID/280001111', 'Shopee'],
])('%s is called by its own name', (_, shop, name) => {
  expect(shopName(textIn('en'), shop).platform).toBe(name);
});

it('a shop on the merged Seller Center of Tokopedia is called TikTok Shop by Tokopedia', () => {
  const found = platformAt('https://seller-id.tokopedia.com/chat/inbox/current', addresses);
  const shop: ShopId = `${found?.platform.id ?? 'feige'}/${found?.market.code}/1`;
  for (const locale of ['en', 'id'] as const)
    expect(shopName(textIn(locale), shop).platform).toBe('TikTok Shop by Tokopedia');
});
