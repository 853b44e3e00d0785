import type { IncomingMessage, ServerResponse } from 'node:http';
import { clientFile } from '../../serving/client-files.ts';
import { send } from '../../serving/send.ts';
import type { SimulatedTokopedia } from '../inbox.ts';
import { chatPage, discussionsPage, policy, signInPage } from './documents.ts';
import { answerOperation } from './operations.ts';

/** Decides by host and path what the simulated site answers. */
export async function answer(
  tokopedia: SimulatedTokopedia,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { host, graphqlHost } = tokopedia.options;
  const asked = (request.headers.host ?? host).replace(/:\d+$/, '');
  const { pathname } = new URL(request.url ?? '/', `https://${asked}`);
  if (asked === graphqlHost) return answerOperation(tokopedia, pathname, request, response);
  if (asked !== host) return send(response, 404, 'text/plain', 'nothing here');
  if (pathname === '/page-orders') return tokopedia.followOrders(response);
  if (pathname.startsWith('/page-files/')) {
    const script = clientFile(pathname.slice('/page-files/'.length));
    return script === undefined
      ? send(response, 404, 'text/plain', 'nothing here')
      : send(response, 200, 'text/javascript', script);
  }
  const page = pageAt(tokopedia, pathname);
  response.setHeader('content-security-policy', policy(tokopedia.options));
  send(response, page === undefined ? 404 : 200, 'text/html; charset=utf-8', page ?? 'nothing here');
}

function pageAt(tokopedia: SimulatedTokopedia, pathname: string): string | undefined {
  if (/^\/chat(\/|$)/.test(pathname)) return chatPage(tokopedia);
  if (pathname === '/inbox-talk') return discussionsPage();
  return pathname === '/login' ? signInPage() : undefined;
}
