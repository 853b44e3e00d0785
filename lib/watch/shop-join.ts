import type { SeenShop } from '../chat/observation';
import { type PlatformId, type ShopId, shopId } from '../chat/shop';

/** What is known of whose page this is. */
export interface ShopJoin {
  readonly platform: PlatformId;
  /** What the address says. */
  readonly address: { readonly seller?: string; readonly market?: string };
  /** What the network said, newest last. */
  readonly seen: readonly SeenShop[];
  /** The network may still be about to name the page's shops: an account is nobody's until then. */
  readonly isOpen?: boolean;
}

/** The join where the address says this of the shop; the same one where it says nothing new. */
export function addressed(join: ShopJoin, { seller, market }: ShopJoin['address']): ShopJoin {
  if (seller === join.address.seller && market === join.address.market) return join;
  return { ...join, address: { ...(seller !== undefined && { seller }), ...(market !== undefined && { market }) } };
}

/** The join after one more word on a shop; the same one where it says nothing new. */
export function joined(join: ShopJoin, shop: SeenShop): ShopJoin {
  const { seller, account, market } = shop;
  if (join.seen.some(one => one.seller === seller && one.account === account && one.market === market)) return join;
  const others = join.seen.filter(one => one.seller !== seller);
  return { ...join, seen: [...others, shop].slice(-64) };
}

/**
 * The shop that something belongs to which carries `account` (the platform's inner name) or `seller` (the name in
 * addresses), or neither; `null` while that cannot be told. An account that is known to be another shop's is never
 * given to the one in the address.
 */
export function shopFor(join: ShopJoin, { account, seller }: { account?: string; seller?: string }): ShopId | null {
  const named = join.seen.find(shop => (account !== undefined ? shop.account === account : shop.seller === seller));
  if (named && (account ?? seller) !== undefined) return nameOf(join, named.seller, named.market);
  if (seller !== undefined) return nameOf(join, seller);
  const addressed = join.seen.find(shop => shop.seller === join.address.seller);
  if (account !== undefined && (addressed?.account !== undefined || (join.isOpen && join.seen.length === 0)))
    return null;
  if (join.address.seller !== undefined) return nameOf(join, join.address.seller, addressed?.market);
  const [only, ...more] = join.seen;
  return only && more.length === 0 && account === undefined ? nameOf(join, only.seller, only.market) : null;
}

function nameOf({ platform, address }: ShopJoin, seller: string, market = address.market): ShopId | null {
  return market === undefined ? null : shopId({ platform, market, seller });
}

/** The inner names by which the page's shops are known: what such a shop sends, it sends under one of them. */
export function accountsOf({ seen }: ShopJoin): ReadonlySet<string> {
  return new Set(seen.flatMap(({ account }) => (account === undefined ? [] : [account])));
}
