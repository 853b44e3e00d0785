import { describe, expect, it } from 'vitest';
import { casePage } from '@/lib/platforms/case-pages';

describe('the page a case was started from', () => {
  it.each([
    [
      'https://www.tokopedia.com/resolution-center/detail/123?x=1',
      'https://www.tokopedia.com/resolution-center/detail/123?x=1',
    ],
    ['https://seller.tokopedia.com/chat#top', 'https://seller.tokopedia.com/chat'],
    ['https://tokopedia.com/', 'https://tokopedia.com/'],
    ['https://seller.shopee.co.id/portal/sale/return', 'https://seller.shopee.co.id/portal/sale/return'],
    ['https://seller-id.tokopedia.com/order', 'https://seller-id.tokopedia.com/order'],
  ])('%s is kept', (address, page) => {
    expect(casePage(address, 500)).toBe(page);
  });

  it.each([
    'http://www.tokopedia.com/',
    'https://eviltokopedia.com/',
    'https://www.tokopedia.com.evil.example/',
    'https://user@www.tokopedia.com/',
    'https://www.tokopedia.com:8443/',
    'https://example.com/',
    'javascript:alert(1)',
    'nothing',
    '',
    `https://www.tokopedia.com/${'x'.repeat(500)}`,
  ])('%s is not', address => {
    expect(casePage(address, 500)).toBeNull();
  });

  it('is none where none is said', () => {
    expect(casePage(undefined, 500)).toBeNull();
  });
});
