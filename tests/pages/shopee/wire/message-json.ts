import type { SimulatedConversation, StoredMessage } from '../chat/conversation.ts';
import type { ShopeeOptions } from '../chat/options.ts';
import { messageTimes } from './times.ts';

/** A message as history and pushes tell it. The buyer has no shop, which is told as shop 0. */
export function messageJson(c: SimulatedConversation, m: StoredMessage, options: ShopeeOptions): object {
  const { messageNames, contentAs, sources, timeZone } = options;
  const user = userId(options);
  const fromBuyer = m.side === 'buyer';
  const long = messageNames === 'long';
  return {
    [long ? 'message_id' : 'id']: m.id,
    conversation_id: c.id,
    from_id: user(fromBuyer ? c.buyerId : c.shop.userId),
    to_id: user(fromBuyer ? c.shop.userId : c.buyerId),
    from_shop_id: user(fromBuyer ? 0 : c.shop.id),
    to_shop_id: user(fromBuyer ? c.shop.id : 0),
    from_user_name: fromBuyer ? c.name : c.shop.name,
    [long ? 'message_type' : 'type']: m.type,
    content: contentAs === 'object' ? m.content : JSON.stringify(m.content),
    ...messageTimes(m.atMs, m.unit, timeZone),
    send_by_yourself: !fromBuyer,
    // The values are not recorded.
    status: 'normal',
    source: sources[m.origin],
  };
}

/** The answer to a send: it says neither who sent nor, as a message does, that it was the shop. */
export function sendAnswer(c: SimulatedConversation, m: StoredMessage, requestId: string, options: ShopeeOptions) {
  return {
    id: m.id,
    request_id: requestId,
    to_id: userId(options)(c.buyerId),
    type: m.type,
    content: options.contentAs === 'object' ? m.content : JSON.stringify(m.content),
    conversation_id: c.id,
    ...messageTimes(m.atMs, m.unit, options.timeZone),
    source_type: options.sources[m.origin],
    message_option: 0,
  };
}

export function userId({ userIds }: Pick<ShopeeOptions, 'userIds'>): (id: number) => number | string {
  return id => (userIds === 'number' ? id : String(id));
}
