import type { Decoded, Exchange } from '../platform';
import type { Steps } from '../steps';
import { decodeIm } from './decode-im';
import type { Dialect } from './dialect';

/** How one site carries the chat (bytedance-im.md section 1). */
export interface Site {
  /** `aid` of its socket. */
  readonly aid: string;
  /** What its HTTP paths begin with. */
  readonly prefix: string;
  readonly dialect: Dialect;
}

// Paths whose answers are known to be the chat's protobuf.
const known = new Set([
  '/v2/message/get_by_user_init',
  '/v1/message/get_by_conversation',
  '/v1/message/send',
  '/v3/conversation/mark_read',
  '/v1/conversation/get_group_list',
]);
const kin = /^\/v\d\/(?:message|conversation)\/[a-z_]+$/;

/** Reads an exchange of the site's chat by its address; `null` where it is another's. Never throws. */
export function* decodeCarried(exchange: Exchange, url: URL, site: Site): Steps<Decoded | null> {
  const { aid, prefix, dialect } = site;
  if (exchange.via === 'socket') {
    const isChat = url.pathname === '/ws/v2' && url.searchParams.get('aid') === aid;
    return isChat ? yield* decodeIm(exchange, dialect) : null;
  }
  if (!url.pathname.startsWith(prefix)) return null;
  const path = url.pathname.slice(prefix.length);
  if (known.has(path)) return yield* decodeIm(exchange, dialect);
  if (!kin.test(path)) return null;
  // A path that nobody recorded: ours where it reads as the chat's answer or as its refusal, else another product's.
  const seen = yield* decodeIm(exchange, dialect);
  return 'notUnderstood' in seen && seen.notUnderstood !== 'status_code' ? null : seen;
}
