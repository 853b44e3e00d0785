import { describe, expect, it } from 'vitest';
import { addresses } from '../../../../lib/platforms/addresses';
import { shopee } from '../../../../lib/platforms/shopee/shopee';

const at = (url: string) => new URL(url);
const hosts = shopee.markets.map(({ host }) => host);

describe('the chat page', () => {
  it.each(hosts)('is the new and the older chat on %s', host => {
    for (const path of ['new-webchat/conversations', 'webchat/conversations']) {
      expect(shopee.isChatPage(at(`https://${host}/${path}`))).toBe(true);
      expect(shopee.isChatPage(at(`https://${host}/${path}/`))).toBe(true);
      expect(shopee.isChatPage(at(`https://${host}/${path}/123?lang=id#x`))).toBe(true);
    }
    expect(shopee.isChatPage(at(`https://${host}/portal/sale/order`))).toBe(false);
    expect(shopee.isChatPage(at(`https://${host}/`))).toBe(false);
  });

  it('is on both hosts of Vietnam, the one that code runs on first', () => {
    expect(shopee.markets.filter(({ code }) => code === 'VN').map(({ host }) => host)).toEqual([
      'banhang.shopee.vn',
      'seller.shopee.vn',
    ]);
  });

  it.each([
    'http://seller.shopee.co.id/new-webchat/conversations',
    'https://seller.shopee.co.id:8443/new-webchat/conversations',
    'https://seller.shopee.co.id.example/new-webchat/conversations',
    'https://shopee.co.id/new-webchat/conversations',
    'https://seller.shopee.co.id/new-webchat/conversations-archive',
    'https://seller.shopee.co.id/new-webchat/settings',
    'https://seller.shopee.co.id/portal/new-webchat/conversations',
  ])('is not %s', url => {
    expect(shopee.isChatPage(at(url))).toBe(false);
  });

  it('is opened at its address of today', () => {
    for (const market of shopee.markets) expect(shopee.isChatPage(at(shopee.chatUrl(market, '1')))).toBe(true);
  });
});

describe('the mini chat', () => {
  it.each([
    'https://seller.shopee.co.th/',
    'https://seller.shopee.co.th/portal/product/list',
    'https://seller.shopee.tw/x',
  ])('may be on %s', url => {
    expect(shopee.mayReceive?.(at(url))).toBe(true);
  });

  it.each([
    'https://seller.shopee.co.th/new-webchat/conversations',
    'https://shopee.co.th/',
    'http://seller.shopee.co.th/portal/product/list',
  ])('is not looked for on %s', url => {
    expect(shopee.mayReceive?.(at(url))).toBe(false);
  });
});

it('the address names the market, never a shop', () => {
  expect(shopee.shopOf(at('https://seller.shopee.com.br/new-webchat/conversations?shop_id=5'))).toEqual({
    market: 'BR',
  });
  expect(shopee.shopOf(at('https://seller.shopee.vn/'))).toEqual({ market: 'VN' });
  expect(shopee.shopOf(at('https://shopee.vn/'))).toEqual({});
});

it('no address says that a sign-in was lost', () => {
  expect(shopee.isSignedOutPage(at('https://seller.shopee.co.id/account/signin'))).toBe(false);
});

it('the scripts run on every page of a host, for the mini chat may be on each', () => {
  expect(addresses.find(({ id }) => id === 'shopee')).toMatchObject({ paths: ['*'], inFrames: false });
});
