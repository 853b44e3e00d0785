import { describe, expect, it } from 'vitest';
import type { PlatformId, ShopId } from '@/lib/chat/shop';
import { isFromShop, isNumbersPage, maySpeakFor, platformAt } from '@/lib/messaging/sender';
import { addresses } from '@/lib/platforms/addresses';

const id: ShopId = 'tiktok-shop/ID/7494';
const chat = 'https://seller-id.tokopedia.com/chat/inbox/current';
const abroad = 'https://seller.tiktokshopglobalselling.com/chat/inbox/current';

describe('a page may speak for', () => {
  it.each<[string, ShopId, string | undefined, boolean]>([
    ['its own shop', id, chat, true],
    ['its own shop, whatever its address adds', id, `${chat}?oec_seller_id=1&shop_region=VN#x`, true],
    ['its own shop, on the older host', id, 'https://seller-id.tiktok.com/chat', true],
    ['a shop of any market, where its host serves several', 'tiktok-shop/TH/1', abroad, true],
    ["no other market's shop", 'tiktok-shop/VN/7494', chat, false],
    ["no other platform's shop", 'shopee/ID/7494', chat, false],
    ['nobody from another host', id, 'https://evil.example/chat/inbox/current', false],
    [
      'nobody from a host that begins like ours',
      id,
      'https://seller-id.tokopedia.com.evil.example/chat/inbox/x',
      false,
    ],
    ['nobody from a host below ours', id, 'https://a.seller-id.tokopedia.com/chat/inbox/current', false],
    ['nobody from our host written as a user', id, 'https://seller-id.tokopedia.com@evil.example/chat/inbox/x', false],
    ['nobody from another port', id, 'https://seller-id.tokopedia.com:8443/chat/inbox/current', false],
    ['nobody without encryption', id, chat.replace('https', 'http'), false],
    [
      'a shop of the mini chat, from any page of its host',
      'shopee/VN/1',
      'https://seller.shopee.vn/portal/product',
      true,
    ],
    [
      "no other market's shop, from the mini chat either",
      'shopee/ID/1',
      'https://seller.shopee.vn/portal/product',
      false,
    ],
    ['nobody from the shop that buyers see', 'shopee/VN/1', 'https://shopee.vn/', false],
    ["nobody from the assistant's page", id, 'https://seller-id.tokopedia.com/chat/assistant', false],
    ['nobody from the log-in page', id, 'https://seller-id.tokopedia.com/account/login', false],
    ['nobody from the bare path on a host that has none', id, 'https://seller-id.tokopedia.com/chat', false],
    ['nobody without an address', id, undefined, false],
    ['nobody from an empty address', id, '', false],
    ['nobody from what is no address', id, 'chat', false],
    ['nobody from a page made of a script', id, 'blob:https://seller-id.tokopedia.com/1', false],
    ['no shop whose name is none', 'tiktok-shop/ID/a/b' as ShopId, chat, false],
  ])('%s', (_, shop, address, may) => {
    expect(maySpeakFor(shop, address, addresses)).toBe(may);
  });
});

describe('the numbers of a platform are told by', () => {
  const score = 'https://fxg.jinritemai.com/ffa/eco/experience-score';
  it.each<[string, PlatformId, string | undefined, boolean]>([
    ['the host that shows them', 'feige', score, true],
    ['no other host', 'feige', 'https://im.jinritemai.com/pc_seller_v2/main/workspace', false],
    ['no host without encryption', 'feige', score.replace('https', 'http'), false],
    ['nobody of a platform that shows none there', 'tiktok-shop', score, false],
    ['nobody without an address', 'feige', undefined, false],
    ['nobody from what is no address', 'feige', 'score', false],
  ])('%s', (_, platform, address, may) => {
    expect(isNumbersPage(platform, address, addresses)).toBe(may);
  });
});

describe('a message comes from the shop where', () => {
  const settings = 'https://seller-id.tokopedia.com/chat/settings';
  const blank = 'about:blank';
  const { origin } = new URL(chat);
  it.each<[string, { url?: string; origin?: string; tab?: { url?: string } }, boolean]>([
    ['its frame was loaded as the chat', { url: chat, tab: { url: settings } }, true],
    ['its page has become the chat without loading', { url: settings, tab: { url: chat } }, true],
    ['not where its page never was the chat', { url: settings, tab: { url: settings } }, false],
    ["not from another site's frame in a chat page", { url: 'https://evil.example/', tab: { url: chat } }, false],
    ["not from another market's frame", { url: 'https://seller-vn.tiktok.com/', tab: { url: chat } }, false],
    ['not from a frame without an address', { tab: { url: chat } }, false],
    ['its frame goes by the empty document it was made over', { url: blank, origin, tab: { url: chat } }, true],
    [
      'not from an empty frame of another site',
      { url: blank, origin: 'https://evil.example', tab: { url: chat } },
      false,
    ],
    ['not from an empty frame of no site', { url: blank, origin: 'null', tab: { url: chat } }, false],
    ['not from an empty frame in another page', { url: blank, origin, tab: { url: settings } }, false],
    [
      'not by the origin of a frame that has an address',
      { url: 'https://evil.example/', origin, tab: { url: chat } },
      false,
    ],
    ['not where addresses are none', { url: 'x', tab: { url: 'x' } }, false],
  ])('%s', (_, sender, may) => {
    expect(isFromShop(id, sender, addresses)).toBe(may);
  });
});

it('an address names its market', () => {
  expect(platformAt(chat, addresses)?.market).toMatchObject({ code: 'ID', host: 'seller-id.tokopedia.com' });
  expect(platformAt(abroad, addresses)?.market.code).toBe('XX');
  expect(platformAt('about:blank', addresses)).toBeNull();
});
