import type { IncomingMessage, ServerResponse } from 'node:http';
import { clientFile } from '../../serving/client-files.ts';
import { send } from '../../serving/send.ts';
import type { SimulatedInbox } from '../inbox.ts';
import { assistantPage, chatPage, homePage, policy, signInPage } from './documents.ts';
import { answerChatCall } from './im-calls.ts';
import { answerShopCall } from './shop-calls.ts';
import { styles } from './styles.ts';

/** Decides by host and path what the simulated site answers. */
export async function answer(inbox: SimulatedInbox, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { host, imHost } = inbox.options;
  const asked = (request.headers.host ?? host).replace(/:\d+$/, '');
  const url = new URL(request.url ?? '/', `https://${asked}`);
  if (asked === imHost) return answerChatCall(inbox, url, request, response);
  if (asked !== host) return send(response, 404, 'text/plain', 'nothing here');
  if (url.pathname.startsWith('/api/v1/shop_im/')) return answerShopCall(inbox, url, request, response);
  if (url.pathname.startsWith('/pigeon-pc/'))
    return sendFile(inbox, url.pathname.slice('/pigeon-pc/'.length), response);
  sendPage(inbox, url, response);
}

function sendPage(inbox: SimulatedInbox, url: URL, response: ServerResponse) {
  const pages: Record<string, () => string> = {
    '/chat/inbox/current': () => chatPage(inbox, url),
    '/chat/assistant-v2/chatbot': () => assistantPage(inbox),
    '/account/login': signInPage,
    '/homepage': () => homePage(inbox),
    '/': () => homePage(inbox),
  };
  const page = pages[url.pathname];
  if (page === undefined) return send(response, 404, 'text/plain', 'nothing here');
  response.setHeader('content-security-policy', policy(inbox.options));
  send(response, 200, 'text/html; charset=utf-8', page());
}

function sendFile(inbox: SimulatedInbox, name: string, response: ServerResponse) {
  if (name === 'inbox.css') return send(response, 200, 'text/css', styles(inbox.options.salt));
  const script = clientFile(name);
  if (script === undefined) return send(response, 404, 'text/plain', 'nothing here');
  send(response, 200, 'text/javascript', script);
}
