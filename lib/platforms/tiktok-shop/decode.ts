import { decodeIm } from '../bytedance-im/decode-im';
import { type Decoded, type Exchange, notOurs } from '../platform';
import type { Steps } from '../steps';
import { decodeJson } from './decode-json';
import { shopCalls } from './shop-calls';

// Paths whose answers are known to be the chat's protobuf (bytedance-im.md section 1).
const imPaths = new Set([
  '/v2/message/get_by_user_init',
  '/v1/message/get_by_conversation',
  '/v1/message/send',
  '/v3/conversation/mark_read',
  '/v1/conversation/get_group_list',
]);
const imKin = /^\/v\d\/(?:message|conversation)\/[a-z_]+$/;

/** Reads one exchange of TikTok Shop's chat by its address. Never throws. */
export function* decode(exchange: Exchange): Steps<Decoded> {
  const url = URL.parse(exchange.url, 'https://relative.invalid');
  if (!url) return notOurs;
  if (exchange.via === 'socket') {
    const isChat = url.pathname === '/ws/v2' && url.searchParams.get('aid') === '5341';
    return isChat ? yield* decodeIm(exchange) : notOurs;
  }
  if (imPaths.has(url.pathname)) return yield* decodeIm(exchange);
  if (imKin.test(url.pathname)) {
    // A path that nobody recorded: ours where it reads as the chat's answer or as its refusal, else another product's.
    const seen = yield* decodeIm(exchange);
    return 'notUnderstood' in seen && seen.notUnderstood !== 'status_code' ? notOurs : seen;
  }
  const read = shopCalls.get(url.pathname);
  return read ? decodeJson(exchange, read) : notOurs;
}
