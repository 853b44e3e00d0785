import type { Notes } from '../../../../lib/platforms/notes';
import type { Decoded } from '../../../../lib/platforms/platform';
import { shopee } from '../../../../lib/platforms/shopee/shopee';
import { whole } from '../decoded';

// Invented people and numbers; fields as in shopee.md section 3.

export const noon = Date.UTC(2026, 10, 22, 5);
export const api = 'https://seller.shopee.co.id/webchat/api/v1.2';
export const shop = '280001111';
export const shopUser = '280009999';
export const buyer = '770001234';
export const chat = '1202580000770001234';
export const firstId = '2289301740393709938';

/** 10:00:00.250 of that morning, as the list writes it. */
export const asked = Date.UTC(2026, 10, 22, 3, 0, 0, 250);

export const conversation = (more: object = {}) => ({
  id: chat,
  to_id: Number(buyer),
  to_name: 'sari.contoh',
  shop_id: Number(shop),
  to_shop_id: 0,
  status: 0,
  unread_count: 2,
  pinned: false,
  last_read_message_id: '0',
  latest_message_id: firstId,
  latest_message_type: 'text',
  latest_message_content: { text: 'words nobody keeps' },
  latest_message_from_id: Number(buyer),
  latest_message_source: 0,
  last_message_time: new Date(asked).toISOString(),
  last_message_time_nano: `${asked}123456`,
  biz_id: 0,
  is_blocked: false,
  ...more,
});

/** A buyer's message of the thread; the shop's with `fromShop`. */
export const message = (more: object = {}) => ({
  id: firstId,
  conversation_id: chat,
  from_id: Number(buyer),
  to_id: Number(shopUser),
  from_shop_id: 0,
  to_shop_id: Number(shop),
  from_user_name: 'sari.contoh',
  type: 'text',
  content: { text: 'words nobody keeps' },
  created_timestamp: Math.floor(asked / 1000),
  send_by_yourself: false,
  status: 'normal',
  source: 1,
  ...more,
});

export const fromShop = (more: object = {}) =>
  message({
    id: '2289301740393709955',
    from_id: Number(shopUser),
    to_id: Number(buyer),
    from_shop_id: Number(shop),
    to_shop_id: 0,
    from_user_name: 'toko.contoh',
    send_by_yourself: true,
    ...more,
  });

/** The answer to a send: fewer fields, and none that names the sender. */
export const sent = (more: object = {}) => ({
  id: '2289301740393709955',
  request_id: 'a1b2-c3',
  to_id: Number(buyer),
  type: 'text',
  content: { text: 'words nobody keeps' },
  conversation_id: chat,
  created_timestamp: Math.floor(asked / 1000) + 60,
  created_at: new Date(asked + 60_000).toISOString(),
  source_type: 3,
  message_option: 0,
  ...more,
});

/** Reads answers of one page, in order; what the last one told. */
export function decoded(...exchanges: readonly (readonly [path: string, body: unknown])[]): Decoded {
  const notes: Notes = new Map();
  let last: Decoded = [];
  for (const [path, body] of exchanges) {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const url = path.startsWith('https:') ? path : `${api}/${path}`;
    last = whole(shopee.network.decode({ url, via: 'xhr', body: text, at: noon }, notes));
  }
  return last;
}

export const ourShop = { is: 'shop', seller: shop, account: shop };
export const ask = {
  is: 'message',
  sense: 'network',
  account: shop,
  conversation: chat,
  id: firstId,
  author: 'buyer',
  kind: 'text',
};
export const answer = { ...ask, id: '2289301740393709955', author: 'seller', guess: 'side' };
export const toTheSecond = { sentAt: Math.floor(asked / 1000) * 1000, uncertain: 999 };
