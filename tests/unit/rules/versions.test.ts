import { describe, expect, it } from 'vitest';
import type { ShopId } from '@/lib/chat/shop';
import { popupRulesOf, rulesInForce, rulesOf } from '@/lib/rules/rules-of';

const on = (shop: ShopId, day: string) => rulesInForce(shop, day).map(({ id }) => id);
const indonesia: ShopId = 'tiktok-shop/ID/1';

describe('the rules in force on a day', () => {
  it('of TikTok Shop are the 24 hours until 14 Aug 2025 and the 12 hours from the 15th', () => {
    expect(on(indonesia, '2025-08-14').filter(id => /\d+h/.test(id))).toEqual(['tiktok-shop/24h']);
    expect(on(indonesia, '2025-08-15').filter(id => /\d+h/.test(id))).toEqual(['tiktok-shop/12h']);
  });

  it('of the United States are the 24 hours before and after', () => {
    for (const day of ['2025-01-01', '2025-08-14', '2025-08-15', '2026-11-22']) {
      expect(on('tiktok-shop/US/1', day)).toEqual([
        'tiktok-shop/24h',
        'tiktok-shop/3min',
        'tiktok-shop/average-response',
      ]);
    }
  });

  it('of Vietnam have the weekly judgement since there is a 12-hour rate', () => {
    expect(on('tiktok-shop/VN/1', '2025-08-14')).not.toContain('tiktok-shop/12h-weekly');
    expect(on('tiktok-shop/VN/1', '2025-08-15')).toContain('tiktok-shop/12h-weekly');
  });

  it('of Douyin have the mean since the rule of 7 May 2026', () => {
    expect(on('feige/CN/1', '2026-05-06')).not.toContain('feige/mean-response');
    expect(on('feige/CN/1', '2026-05-07')).toContain('feige/mean-response');
  });

  it('are today those of rulesOf, none of which has ended', () => {
    for (const shop of [indonesia, 'tiktok-shop/VN/1', 'feige/CN/1', 'shopee/TH/1', 'tokopedia/ID/1'] as const) {
      expect(rulesInForce(shop, '2026-11-22')).toEqual(rulesOf(shop));
      expect(rulesOf(shop).filter(({ until }) => until)).toEqual([]);
    }
  });

  it('are none for what is no shop', () => {
    expect(rulesInForce('elsewhere/ID/1' as ShopId, '2026-11-22')).toEqual([]);
  });
});

describe('the popup', () => {
  it.each<[ShopId, string[]]>([
    ['tiktok-shop/ID/1', ['tiktok-shop/12h', 'tiktok-shop/3min']],
    ['tiktok-shop/VN/1', ['tiktok-shop/12h', 'tiktok-shop/3min']],
    ['tiktok-shop/US/1', ['tiktok-shop/24h', 'tiktok-shop/3min']],
    ['feige/CN/1', ['feige/3min']],
    ['shopee/ID/1', ['shopee/12h', 'shopee/3min']],
    ['tokopedia/ID/1', ['tokopedia/reply-rate', 'tokopedia/3min']],
  ])('of %s shows %j', (shop, ids) => {
    expect(popupRulesOf(shop).map(({ id }) => id)).toEqual(ids);
  });
});
