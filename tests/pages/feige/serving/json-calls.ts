import type { IncomingMessage, ServerResponse } from 'node:http';
import { send } from '../../serving/send.ts';
import type { SimulatedWorkbench } from '../workbench.ts';
import { leaveForOrigin } from './leave-for-origin.ts';

/** The JSON calls. Without a sign-in they all answer `10005`. A test may have prepared another answer. */
export function answerJsonCall(
  workbench: SimulatedWorkbench,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
) {
  leaveForOrigin(response);
  const call = calls[url.pathname];
  if (request.method === 'OPTIONS') return send(response, 204, 'text/plain', '');
  if (call === undefined) return send(response, 404, 'text/plain', 'nothing here');
  const prepared = workbench.preparedAnswer(url.pathname);
  if (prepared !== undefined) return send(response, 200, 'application/json', prepared);
  const answer = workbench.signedIn ? call(workbench, url) : { code: 10005, msg: '登录已过期' };
  send(response, 200, 'application/json', JSON.stringify(answer));
}

type Call = (workbench: SimulatedWorkbench, url: URL) => object;

const conversation = '/chat/api/backstage/conversation';

const calls: Record<string, Call> = {
  [`${conversation}/get_current_conversation_list`]: (workbench, url) => workbench.listAnswer('current', pageOf(url)),
  [`${conversation}/get_last_conversation_list`]: (workbench, url) => workbench.listAnswer('last', pageOf(url)),
  [`${conversation}/get_recent_conversation_list`]: (workbench, url) => workbench.listAnswer('last', pageOf(url)),
  [`${conversation}/get_history_conversation_list`]: (workbench, url) => workbench.listAnswer('last', pageOf(url)),
  // The path is ours: bodies with `msg_body_list` were recorded without one.
  '/chat/api/backstage/suggestion': (workbench, url) => {
    const chat = workbench.conversation(url.searchParams.get('conversationId') ?? '');
    return chat === undefined ? { code: 0, data: { msg_body_list: [] } } : workbench.suggestionAnswer(chat);
  },
  '/backstage/currentuser': (workbench, url) => {
    const { shopId, shopName, agents } = workbench.options;
    const self = agents.find(({ id }) => id === url.searchParams.get('selfId')) ?? workbench.agent();
    const CustomerServiceInfo = { id: self.id, screen_name: self.name };
    return { code: 0, data: { ShopId: shopId, ShopName: shopName, CustomerServiceInfo } };
  },
  '/backstage/onlineservice': () => ({ code: 0, data: { online_status: 1 } }),
};

function pageOf(url: URL) {
  const number = (name: string, otherwise: number) => Number(url.searchParams.get(name)) || otherwise;
  return { pageNo: number('pageNo', 1), pageSize: Math.min(number('pageSize', 20), 200) };
}
