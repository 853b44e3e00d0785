import { describe, expect, it } from 'vitest';
import { addresses } from '../../../../lib/platforms/addresses';
import { tokopedia } from '../../../../lib/platforms/tokopedia/tokopedia';

const at = (url: string) => new URL(url);

describe("Tokopedia's older chat", () => {
  it.each([
    'https://seller.tokopedia.com/chat',
    'https://seller.tokopedia.com/chat/',
    'https://seller.tokopedia.com/chat/7?x=1',
  ])('is %s', url => {
    expect(tokopedia.isChatPage(at(url))).toBe(true);
  });

  it.each([
    'https://seller.tokopedia.com/chatbot',
    'https://seller.tokopedia.com/inbox-talk',
    'https://seller.tokopedia.com/edu/chat',
    'https://seller.tokopedia.com/home',
    'http://seller.tokopedia.com/chat',
    'https://www.tokopedia.com/chat',
    'https://seller-id.tokopedia.com/chat/inbox/current',
  ])('is not %s', url => {
    expect(tokopedia.isChatPage(at(url))).toBe(false);
  });

  it('is opened where it was, in Indonesia alone, and its address names no shop', () => {
    const [market, ...more] = tokopedia.markets;
    expect(more).toEqual([]);
    expect(market && tokopedia.chatUrl(market, '5')).toBe('https://seller.tokopedia.com/chat');
    expect(tokopedia.shopOf(at('https://seller.tokopedia.com/chat?shop=5'))).toEqual({ market: 'ID' });
    expect(tokopedia.shopOf(at('https://www.tokopedia.com/chat'))).toEqual({});
    expect(tokopedia.isSignedOutPage(at('https://seller.tokopedia.com/login'))).toBe(false);
  });
});

it('the merged Seller Center is TikTok Shop’s, and no page is two platforms’', () => {
  const merged = at('https://seller-id.tokopedia.com/chat/inbox/current');
  expect(addresses.filter(address => address.isChatPage(merged)).map(({ id }) => id)).toEqual(['tiktok-shop']);
});

it('nothing of the page is looked for', () => {
  const document = new Proxy({}, { get: () => expect.unreachable() }) as Document;
  const look = {
    at: 0,
    zone: 'Asia/Jakarta',
    url: at('https://seller.tokopedia.com/chat'),
    inPage: () => [],
    accounts: new Set<string>(),
  };
  expect(tokopedia.page.read(document, look)).toEqual({ is: 'unknown' });
});
