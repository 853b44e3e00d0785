import { describe, expect, it } from 'vitest';
import type { SeenShop } from '@/lib/chat/observation';
import { accountsOf, joined, type ShopJoin, shopFor } from '@/lib/watch/shop-join';

const one: SeenShop = { is: 'shop', seller: '7494', account: '88', market: 'ID' };
const other: SeenShop = { is: 'shop', seller: '7500', account: '99', market: 'MY' };

const page = (address: ShopJoin['address'], ...seen: SeenShop[]): ShopJoin =>
  seen.reduce(joined, { platform: 'tiktok-shop', address, seen: [] } as ShopJoin);
const at = { seller: '7494', market: 'ID' };

describe('whose it is', () => {
  it.each<[string, ShopJoin, { account?: string; seller?: string }, string | null]>([
    ['the shop in the address, where nothing else is said', page(at), {}, 'ID/7494'],
    ['the shop in the address, until the network names it', page(at), { account: '88' }, 'ID/7494'],
    ['the shop that carries the account', page(at, one, other), { account: '99' }, 'MY/7500'],
    ['the shop that carries the account, without an address', page({}, one), { account: '88' }, 'ID/7494'],
    ['the seller that is named', page(at, one), { seller: '7500' }, 'ID/7500'],
    ['the seller that is named, in its own market', page(at, one, other), { seller: '7500' }, 'MY/7500'],
    ['nobody known, where the address has another account', page(at, one), { account: '77' }, null],
    ['the only shop that was seen', page({}, one), {}, 'ID/7494'],
    ['nobody known, where two shops were seen', page({}, one, other), {}, null],
    ['nobody known, where the account is no seen one', page({}, one), { account: '77' }, null],
    ['nobody known, where nothing was said at all', page({ market: 'ID' }), {}, null],
    ['nobody known, while the market is not', page({ seller: '7494' }), {}, null],
    ['the market that the network named', page({ seller: '7494' }, one), {}, 'ID/7494'],
    [
      'the market of the address, where the network named none',
      page(at, { is: 'shop', seller: '7494' }),
      {},
      'ID/7494',
    ],
  ])('%s', (_, join, carried, expected) => {
    expect(shopFor(join, carried)).toBe(expected && `tiktok-shop/${expected}`);
  });
});

it('the last word on a shop is the one that counts', () => {
  const join = page(at, one, { ...one, account: '89' });
  expect([...accountsOf(join)]).toEqual(['89']);
  expect(shopFor(join, { account: '89' })).toBe('tiktok-shop/ID/7494');
});

it('a word that is no news leaves the join as it is', () => {
  const join = page(at, one);
  expect(joined(join, { ...one })).toBe(join);
  expect(joined(join, { ...one, market: 'MY' })).not.toBe(join);
});

it('a page that names shops without end is remembered by its newest', () => {
  const many = Array.from({ length: 200 }, (_, i): SeenShop => ({ is: 'shop', seller: String(i), account: `a${i}` }));
  const join = page(at, ...many);
  expect(join.seen).toHaveLength(64);
  expect(accountsOf(join).has('a199')).toBe(true);
});

it("an account is nobody's while the page may still name its shops, and the address's afterwards", () => {
  const open: ShopJoin = { platform: 'tiktok-shop', address: { seller: '1', market: 'ID' }, seen: [], isOpen: true };
  expect(shopFor(open, { account: 'a' })).toBeNull();
  expect(shopFor(open, {})).toBe('tiktok-shop/ID/1');
  expect(shopFor({ ...open, isOpen: false }, { account: 'a' })).toBe('tiktok-shop/ID/1');
  const named = joined(open, { is: 'shop', seller: '2', account: 'a', market: 'ID' });
  expect(shopFor(named, { account: 'a' })).toBe('tiktok-shop/ID/2');
});
