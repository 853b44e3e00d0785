import { describe, expect, it } from 'vitest';
import { addresses } from '../../../../lib/platforms/addresses';
import { chatOrigins } from '../../../../lib/platforms/origins';
import { tiktokShop } from '../../../../lib/platforms/tiktok-shop/tiktok-shop';

const at = (url: string) => new URL(url);

describe('the chat page', () => {
  it.each(tiktokShop.markets.map(({ host }) => host))('is the inbox on %s', host => {
    expect(tiktokShop.isChatPage(at(`https://${host}/chat/inbox/current?lang=en`))).toBe(true);
    expect(tiktokShop.isChatPage(at(`https://${host}/chat/assistant-v2/chatbot`))).toBe(false);
    expect(tiktokShop.isChatPage(at(`https://${host}/homepage`))).toBe(false);
    expect(tiktokShop.isChatPage(at(`http://${host}/chat/inbox/current`))).toBe(false);
  });

  it('is /chat on the old Indonesian host alone', () => {
    expect(tiktokShop.isChatPage(at('https://seller-id.tiktok.com/chat?x=1'))).toBe(true);
    expect(tiktokShop.isChatPage(at('https://seller-id.tokopedia.com/chat'))).toBe(false);
    expect(tiktokShop.isChatPage(at('https://seller-id.tiktok.com/chat/assistant'))).toBe(false);
  });

  it.each([
    'https://www.tiktok.com/chat/inbox/current',
    'https://affiliate-id.tokopedia.com/seller/im',
    'https://seller-id.tokopedia.com.example/chat/inbox/current',
    'https://seller-id.tokopedia.com:8443/chat/inbox/current',
  ])('is not %s', url => {
    expect(tiktokShop.isChatPage(at(url))).toBe(false);
  });

  it('has gone where the address is the log-in page', () => {
    expect(tiktokShop.isSignedOutPage(at('https://seller.tiktokshopglobalselling.com/account/login?redirect=x'))).toBe(
      true,
    );
    expect(tiktokShop.isSignedOutPage(at('https://seller.tiktokshopglobalselling.com/account/login/help'))).toBe(false);
    expect(tiktokShop.isSignedOutPage(at('https://elsewhere.example/account/login'))).toBe(false);
  });
});

describe('the shop in the address', () => {
  const id = '7490000000000000002';
  it.each([
    [
      `https://seller.tiktokshopglobalselling.com/chat/inbox/current?oec_seller_id=${id}&shop_region=TH`,
      { seller: id, market: 'TH' },
    ],
    [
      `https://seller.tiktokshopglobalselling.com/chat/inbox/current?oec_seller_id=${id}&cb_shop_region=VN`,
      { seller: id, market: 'VN' },
    ],
    [`https://seller.tiktokshopglobalselling.com/chat/inbox/current?oec_seller_id=${id}`, { seller: id }],
    [`https://seller-id.tokopedia.com/chat/inbox/current?oec_seller_id=${id}`, { seller: id, market: 'ID' }],
    ['https://seller-id.tokopedia.com/chat/inbox/current', { market: 'ID' }],
    ['https://seller-id.tokopedia.com/chat/inbox/current?oec_seller_id=%3Cb%3E&shop_region=id', { market: 'ID' }],
    [`https://seller-id.tokopedia.com/chat/inbox/current?oec_seller_id=${'9'.repeat(65)}`, { market: 'ID' }],
  ])('%s', (url, shop) => {
    expect(tiktokShop.shopOf(at(url))).toEqual(shop);
  });
});

describe('the list of platforms', () => {
  it('names every host once, with a zone that exists', () => {
    const markets = addresses.flatMap(platform => platform.markets);
    expect(markets.length).toBeGreaterThan(10);
    expect(new Set(markets.map(({ host }) => host)).size).toBe(markets.length);
    for (const { zone, language } of markets) {
      expect(() => new Intl.DateTimeFormat(language, { timeZone: zone })).not.toThrow();
    }
    expect(chatOrigins).toEqual(markets.map(({ host }) => `https://${host}/*`));
  });
});
