import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf } from '../../serving/body-of.ts';
import type { SimulatedConversation } from '../chat/conversation.ts';
import type { SimulatedShopee } from '../inbox.ts';
import { sendAnswer, userId } from '../wire/message-json.ts';

interface Asked {
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
}

type Call = (shopee: SimulatedShopee, asked: Asked) => object | undefined;
type ChatCall = (shopee: SimulatedShopee, c: SimulatedConversation, asked: Asked) => object;

/** The JSON calls. Without a sign-in each is refused, as is a method that the evidence does not give. */
export async function answerCall(
  shopee: SimulatedShopee,
  pathname: string,
  query: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = (await bodyOf(request)).toString();
  const asked = { query, body: body === '' ? {} : JSON.parse(body) };
  const answer = shopee.signedIn ? answerOf(shopee, `${request.method} ${plain(pathname)}`, asked) : undefined;
  const refusal = shopee.signedIn ? 404 : 403;
  response.writeHead(answer === undefined ? refusal : 200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(answer ?? { message: 'refused' }));
}

/** The mini chat's calls are the same behind one more step. */
function plain(pathname: string): string {
  return pathname.slice('/webchat/api'.length).replace('/v1.2/mini/', '/v1.2/');
}

function answerOf(shopee: SimulatedShopee, call: string, asked: Asked): object | undefined {
  const known = calls[call];
  if (known !== undefined) return known(shopee, asked);
  const [, method, id = '', what] = /^(GET|PUT) \/v1\.2\/conversations\/(\d+)\/(messages|read)$/.exec(call) ?? [];
  const c = shopee.conversation(id);
  return c && chatCalls[`${method} ${what}`]?.(shopee, c, asked);
}

const list: Call = (shopee, { query, body }) =>
  shopee.listAnswer({
    cursor: textOf(query.get('latest_message_id') ?? body.latest_message_id),
    limit: Number(query.get('limit') ?? body.limit ?? shopee.options.conversationsPerPage),
  });

const calls: Readonly<Record<string, Call>> = {
  'GET /coreapi/v1.2/login': ({ options, token }) => {
    const user = userId(options);
    const [shop] = options.shops;
    return { token, user: { id: user(options.userId) }, shop: { id: user(shop.id), user_id: user(shop.userId) } };
  },
  // The shape is not recorded; it repeats the sign-in's.
  'GET /v1.2/shop_list': ({ options }) => {
    const user = userId(options);
    return { shops: options.shops.map(({ id, userId: own, name }) => ({ id: user(id), user_id: user(own), name })) };
  },
  'GET /v1.2/user/sync': () => ({}),
  'GET /v1.2/conversation/unread-count': shopee => ({
    unread_count: shopee.conversations.reduce((sum, c) => sum + c.unread, 0),
  }),
  'GET /v1.2/conversations': list,
  'POST /v1.2/conversations': list,
  'POST /v1.2/subaccount/serving_mode/conversations': list,
  'POST /v1.2/conversation/serving/list': (shopee, { body }) => {
    const segment = textOf(body.segment);
    const limit = Number(body.limit);
    const cursor = textOf(body.latest_message_id);
    return shopee.listAnswer({ cursor, limit, segment: segment === 'all' ? undefined : segment });
  },
  'POST /v1.2/messages': (shopee, { body }) => {
    const c = shopee.conversation(String(body.conversation_id));
    if (c === undefined) return undefined;
    const { id } = shopee.sellerAnswers(c, { text: textIn(body.content) });
    const message = c.messages.find(m => m.id === id);
    return message && sendAnswer(c, message, String(body.request_id), shopee.options);
  },
  'POST /v1.2/conversation/open': (shopee, { body }) => {
    shopee.opened.push(String(body.conversation_id));
    return {};
  },
  'POST /v1.2/conversation/enter': () => ({}),
};

const chatCalls: Readonly<Record<string, ChatCall>> = {
  'GET messages': (shopee, c, { query }) =>
    shopee.messagesAnswer(c, query.get('message_id') ?? undefined, Number(query.get('limit') ?? 20)),
  'PUT read': (shopee, c) => {
    shopee.markRead(c);
    return {};
  },
};

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function textIn(content: unknown): string | undefined {
  if (typeof content !== 'object' || content === null || !('text' in content)) return undefined;
  return textOf(content.text);
}
