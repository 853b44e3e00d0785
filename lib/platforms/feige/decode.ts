import type { Observation } from '../../chat/observation';
import { decodeCarried, type Site } from '../bytedance-im/decode-carried';
import { type Decoded, type Exchange, notOurs } from '../platform';
import type { Steps } from '../steps';
import { readConversationList } from './conversation-list';
import { readCurrentUser } from './current-user';
import { decodeJson, type ReadAnswer } from './decode-json';
import { feigeDialect } from './dialect';
import { isLateNotice } from './late-notice';
import { seenShop } from './seen-shop';

const site: Site = { aid: '1383', prefix: '/pigeon_im', dialect: feigeDialect };

const lists = '/chat/api/backstage/conversation/';
/** The JSON calls that are read, by their path (feige.md section 3). */
const calls: ReadonlyMap<string, ReadAnswer> = new Map<string, ReadAnswer>([
  [`${lists}get_current_conversation_list`, readConversationList],
  // Siblings of the same family: one source.
  [`${lists}get_last_conversation_list`, readConversationList],
  [`${lists}get_recent_conversation_list`, readConversationList],
  [`${lists}get_history_conversation_list`, readConversationList],
  [`${lists}search_conversation`, readConversationList],
  ['/backstage/currentuser', readCurrentUser],
]);

/** Reads one exchange of Feige's workbench by its address. Never throws. */
export function* decode(exchange: Exchange): Steps<Decoded> {
  const url = URL.parse(exchange.url, 'https://relative.invalid');
  if (!url) return notOurs;
  const carried = yield* decodeCarried(exchange, url, site);
  if (carried) return withShops(withoutNotice(carried, exchange));
  const read = exchange.via === 'socket' ? undefined : calls.get(url.pathname);
  return read ? withShops(decodeJson(exchange, read)) : notOurs;
}

/** A late notice is no chat: where one came, what could not be read of its frame is it. */
function withoutNotice(decoded: Decoded, { body }: Exchange): Decoded {
  if (!isRead(decoded)) return 'notUnderstood' in decoded && isLateNotice(body) ? [] : decoded;
  const isWhole = decoded.every(({ is }) => is !== 'not-understood');
  return isWhole || !isLateNotice(body) ? decoded : decoded.filter(({ is }) => is !== 'not-understood');
}

/** No address names the shop, so what bears its id says whose page it is (feige.md section 1). */
function withShops(decoded: Decoded): Decoded {
  if (!isRead(decoded)) return decoded;
  const accounts = new Set(
    decoded.flatMap(seen => ('account' in seen && seen.is !== 'shop' ? (seen.account ?? []) : [])),
  );
  return [...[...accounts].map(seenShop), ...decoded];
}

const isRead = (decoded: Decoded): decoded is readonly Observation[] => Array.isArray(decoded);
