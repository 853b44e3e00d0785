import { decodeCarried, type Site } from '../bytedance-im/decode-carried';
import { type Decoded, type Exchange, notOurs } from '../platform';
import type { Steps } from '../steps';
import { decodeJson } from './decode-json';
import { tiktokShopDialect } from './dialect';
import { shopCalls } from './shop-calls';

const site: Site = { aid: '5341', prefix: '', dialect: tiktokShopDialect };

/** Reads one exchange of TikTok Shop's chat by its address. Never throws. */
export function* decode(exchange: Exchange): Steps<Decoded> {
  const url = URL.parse(exchange.url, 'https://relative.invalid');
  if (!url) return notOurs;
  const carried = yield* decodeCarried(exchange, url, site);
  if (carried || exchange.via === 'socket') return carried ?? notOurs;
  const read = shopCalls.get(url.pathname);
  return read ? decodeJson(exchange, read) : notOurs;
}
