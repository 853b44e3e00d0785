import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf } from '../../serving/body-of.ts';
import type { SimulatedInbox } from '../inbox.ts';

/** The JSON calls on the seller host. Without a sign-in they all answer like a stale signature. */
export async function answerShopCall(
  inbox: SimulatedInbox,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await bodyOf(request);
  const call = calls[url.pathname.slice('/api/v1/shop_im'.length)];
  response.writeHead(call === undefined ? 404 : 200, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
  });
  if (!inbox.signedIn) response.end(JSON.stringify({ code: 98001002, message: 'signature expired' }));
  else response.end(JSON.stringify({ code: 0, message: 'success', data: call?.(inbox, body) ?? {} }));
}

type Call = (inbox: SimulatedInbox, body: Buffer) => object;

const calls: Record<string, Call> = {
  '/multi_shop/user/get_info_list': ({ options }) => ({
    shop_infos: [{ outer_shop_id: options.sellerId, shop_region: options.region, im_shop_id: options.imShopId }],
  }),
  '/shop/user/get_token': ({ options, token }) => ({
    token,
    websocket_url: `wss://${options.socketHost}/ws/v2?aid=5341&fpid=92&device_platform=web`,
    im_customer_service_id: options.agentId,
  }),
  '/shop/conversation/get_wait_user_count': inbox => ({
    unresponsive_conversation_count: inbox.conversationsWaiting().length,
  }),
  '/shop/user/get_shop_live_metrics': inbox => {
    const unread_count = inbox.conversations.reduce((sum, c) => sum + c.unread, 0);
    const metrics = { oec_shop_id: inbox.options.sellerId, unread_count, queue_length: 0 };
    return { shop_live_metrics: [metrics], delay_seconds: 30 };
  },
  '/shop/user/mget_info_v2': (inbox, body) => {
    const asked: { imcloud_conversation_ids: string[] } = JSON.parse(body.toString());
    const known = asked.imcloud_conversation_ids.flatMap(id => inbox.conversation(id) ?? []);
    const infos = known.map(c => ({
      imcloud_conversation_id: c.id,
      pigeon_uid: c.buyerId,
      nickname: c.name,
      system_tag: [3],
    }));
    return { user_infos: infos };
  },
};
