import type { Observation, SeenMessage } from '../../../../lib/chat/observation';
import { feige } from '../../../../lib/platforms/feige/feige';
import type { Decoded, Exchange } from '../../../../lib/platforms/platform';
import { type BuiltMessage, frame, push } from '../build-frames';
import { whole } from '../decoded';

/** Invented people and ids throughout; keys as in feige.md sections 3 and 5. */
export const shopId = '7490001';
export const staff = '660001';
export const chat = `5550001:${shopId}::2:1:pigeon`;
export const noon = Date.UTC(2026, 10, 23, 4);
export const shopSeen = { is: 'shop', seller: shopId, account: shopId, market: 'CN' };

export const buyerExt = {
  type: 'text',
  sender_role: '1',
  's:sender_biz_role': 'Buyer',
  attention: 'true',
  talk_id: '4001',
};
export const staffExt = {
  type: 'text',
  sender_role: '2',
  's:sender_biz_role': 'CurrentServer',
  'p:check_Send': '1',
  talk_id: '4001',
};

const socketUrl = 'wss://ws.fxg.jinritemai.com/ws/v2?aid=1383&fpid=92&device_platform=web';

export const decode = (exchange: Exchange): Decoded => whole(feige.network.decode(exchange, new Map()));
export const pushed = (built: BuiltMessage, at = noon + 500): Decoded =>
  decode({
    url: socketUrl,
    via: 'socket',
    body: frame(push({ conversation: chat, sender: staff, createTime: noon, ext: staffExt, ...built })),
    at,
  });

/** The one message that a push tells; or what else it told besides whose shop it is and the chain. */
export function told(built: BuiltMessage): Partial<SeenMessage> | Observation | null {
  const decoded = pushed(built);
  if (!Array.isArray(decoded)) throw new Error(JSON.stringify(decoded));
  const seen = (decoded as Observation[]).filter(({ is }) => is !== 'shop' && is !== 'cursor');
  if (seen.length > 1) throw new Error(JSON.stringify(seen));
  return seen[0] ?? null;
}

export const json = (url: string, body: unknown, at = noon + 500): Decoded =>
  decode({ url, via: 'xhr', body: typeof body === 'string' ? body : JSON.stringify(body), at });

export const listUrl =
  'https://pigeon.jinritemai.com/chat/api/backstage/conversation/get_current_conversation_list?pageNo=1&pageSize=200';
