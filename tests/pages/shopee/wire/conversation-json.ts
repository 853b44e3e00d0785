import { lastAt, type SimulatedConversation } from '../chat/conversation.ts';
import type { ShopeeOptions } from '../chat/options.ts';
import { userId } from './message-json.ts';
import { isoIn, nanoOf } from './times.ts';

/** A chat as the list tells it. Who spoke last stands in it; who waits does not. */
export function conversationJson(c: SimulatedConversation, options: ShopeeOptions): object {
  const { sources, timeZone, nano } = options;
  const user = userId(options);
  const last = c.messages.at(-1);
  const at = lastAt(c);
  return {
    id: c.id,
    to_id: user(c.buyerId),
    to_name: c.name,
    shop_id: user(c.shop.id),
    to_shop_id: user(0),
    status: c.status,
    unread_count: c.unread,
    pinned: c.pinned,
    last_read_message_id: c.lastReadId,
    latest_message_id: last?.id ?? '0',
    latest_message_type: last?.type ?? 'text',
    latest_message_content: last?.content.text === undefined ? {} : { text: last.content.text },
    latest_message_from_id: user(last?.side === 'shop' ? c.shop.userId : c.buyerId),
    latest_message_source: sources[last?.origin ?? 'buyer'],
    last_message_time: isoIn(at, timeZone),
    last_message_time_nano: nano === 'text' ? String(nanoOf(at)) : Number(nanoOf(at)),
    biz_id: c.bizId,
    is_blocked: c.blocked,
  };
}
