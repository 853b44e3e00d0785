import type { PageLook } from '../client/look.ts';
import type { Container } from '../wire/containers.ts';
import type { Unit } from '../wire/times.ts';
import type { Origin, SimulatedShop } from './conversation.ts';
import { markets, type SellerHost } from './markets.ts';

export interface ShopeeOptions extends PageLook {
  host: SellerHost;
  path: '/new-webchat/conversations' | '/webchat/conversations';
  /** All shops of the one sign-in. Several are a sub-account's. */
  shops: readonly [SimulatedShop, ...SimulatedShop[]];
  /** The person signed in. */
  userId: number;
  /** The call the page lists its chats by: the several shops of a sub-account have one of their own. */
  listCall: 'conversations' | 'subaccount' | 'serving';
  listMethod: 'GET' | 'POST';
  /** Where in the answer the list of chats is. */
  container: Container;
  /** The unit of a message's time; `mixed` tells each of a chat in another one. */
  times: Unit | 'mixed';
  /** `last_message_time_nano`: 19 digits are more than a number holds. */
  nano: 'text' | 'number';
  /** `id, type` or `message_id, message_type`. */
  messageNames: 'short' | 'long';
  /** A message's `content`: an object, or its JSON text. */
  contentAs: 'object' | 'text';
  /** Users and shops by number or by text. */
  userIds: 'number' | 'text';
  /** Values of `source` and `source_type`; none is recorded. */
  sources: Readonly<Record<Origin, number>>;
  /** How the page makes its calls; a copy must see both. */
  calls: 'fetch' | 'xhr';
  /** When the page puts its socket where others can find it. */
  socketAfterMs: number;
  /** Chats per page of the list, and messages per page of a thread. */
  conversationsPerPage: number;
  pageSize: number;
  heartbeatMs: number;
  /** How the launcher of the mini chat tells that it is open. */
  miniOpenBy: 'class' | 'aria';
}

/** The platform's own numbers for hand and machine are not known: these mean nothing elsewhere. */
const opaqueSources = { buyer: 4, hand: 61, 'auto-reply': 17, faq: 38, broadcast: 52, game: 29, attached: 73 };

export function withDefaults(given: Partial<ShopeeOptions>): ShopeeOptions {
  const host = given.host ?? 'seller.shopee.co.id';
  const { code: _, ...market } = markets[host];
  return {
    ...market,
    host,
    path: '/new-webchat/conversations',
    shops: [{ id: 710_204_411, userId: 690_118_027, name: 'Toko Simulasi' }],
    userId: 802_551_903,
    listCall: (given.shops?.length ?? 1) > 1 ? 'subaccount' : 'conversations',
    listMethod: 'GET',
    container: 'body',
    times: 's',
    nano: 'text',
    messageNames: 'short',
    contentAs: 'object',
    userIds: 'number',
    sources: opaqueSources,
    calls: 'fetch',
    socketAfterMs: 300,
    conversationsPerPage: 50,
    pageSize: 20,
    heartbeatMs: 25_000,
    miniOpenBy: 'class',
    layout: 'named',
    row: 'root',
    sectionLagMs: 0,
    automaticMarks: 'none',
    fibers: 6,
    rowsInPage: 20,
    messagesInPage: 20,
    salt: Math.random().toString(36).slice(2, 8),
    now: Date.now,
    ...given,
  };
}
