import type { IncomingMessage, ServerResponse } from 'node:http';
import { clientFile } from '../../serving/client-files.ts';
import { send } from '../../serving/send.ts';
import type { SimulatedShopee } from '../inbox.ts';
import { answerCall } from './calls.ts';
import { chatPage, policy, sellerCentrePage, signInPage } from './documents.ts';
import { styles } from './styles.ts';

/** Decides by path what the simulated site answers. */
export async function answer(
  shopee: SimulatedShopee,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { host } = shopee.options;
  const { pathname, searchParams } = new URL(request.url ?? '/', `https://${host}`);
  if (pathname === '/page-orders') return shopee.followOrders(response);
  if (pathname.startsWith('/webchat/api/')) return answerCall(shopee, pathname, searchParams, request, response);
  if (pathname === '/page-files/page.css') return send(response, 200, 'text/css', styles(shopee.options.salt));
  if (pathname.startsWith('/page-files/')) {
    const script = clientFile(pathname.slice('/page-files/'.length));
    return script === undefined ? nothing(response) : send(response, 200, 'text/javascript', script);
  }
  const page = pageAt(shopee, pathname);
  if (page === undefined) return nothing(response);
  response.setHeader('content-security-policy', policy(host));
  send(response, 200, 'text/html; charset=utf-8', page);
}

/** Both chats are served whichever the test asked for, and the Seller Centre everywhere else that is recorded. */
function pageAt(shopee: SimulatedShopee, pathname: string): string | undefined {
  if (/^\/(new-)?webchat\/conversations(\/|$)/.test(pathname)) return chatPage(shopee);
  if (pathname === '/account/signin') return signInPage(shopee);
  return pathname === '/' || pathname.startsWith('/portal/') ? sellerCentrePage(shopee) : undefined;
}

function nothing(response: ServerResponse): void {
  send(response, 404, 'text/plain', 'nothing here');
}
