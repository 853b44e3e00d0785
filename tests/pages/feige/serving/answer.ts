import type { IncomingMessage, ServerResponse } from 'node:http';
import { clientFile } from '../../serving/client-files.ts';
import { send } from '../../serving/send.ts';
import type { SimulatedWorkbench } from '../workbench.ts';
import { backOfficePage, chatPage, framePage, otherPage, policy, scorePage, signInPage } from './documents.ts';
import { hosts } from './hosts.ts';
import { answerChatCall } from './im-calls.ts';
import { answerJsonCall } from './json-calls.ts';
import { scoreAnswer } from './score-answer.ts';
import { styles } from './styles.ts';

const html = 'text/html; charset=utf-8';

/** Decides by host and path what the simulated site answers. */
export async function answer(
  workbench: SimulatedWorkbench,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const asked = (request.headers.host ?? hosts.chat).replace(/:\d+$/, '');
  const url = new URL(request.url ?? '/', `https://${asked}`);
  if (asked === hosts.calls) {
    const isProtobuf = url.pathname.startsWith('/pigeon_im/');
    return isProtobuf
      ? answerChatCall(workbench, url, request, response)
      : answerJsonCall(workbench, url, request, response);
  }
  if (asked === hosts.backOffice) return answerBackOffice(workbench, url, response);
  if (url.pathname.startsWith('/pigeon-pc/')) return sendFile(workbench, url.pathname.slice(11), response);
  sendChat(workbench, url, response);
}

function sendChat(workbench: SimulatedWorkbench, url: URL, response: ServerResponse) {
  const { frame, path } = workbench.options;
  // The framed chat has the address of the other form of the page, so that both are the workbench's own.
  const outside = frame && url.pathname === path;
  const isChat = /^\/pc_seller_v2\/main(\/workspace)?$/.test(url.pathname);
  const elsewhere = ['/pc_seller/', '/pc_seller_desk_v2/main/workspace'];
  if (!isChat && !elsewhere.includes(url.pathname)) return send(response, 404, 'text/plain', 'nothing here');
  response.setHeader('content-security-policy', policy(workbench.options));
  const page = isChat ? (outside ? framePage(workbench, url) : chatPage(workbench, url)) : otherPage();
  send(response, 200, html, page);
}

function answerBackOffice(workbench: SimulatedWorkbench, url: URL, response: ServerResponse) {
  if (url.pathname === '/governance/shop/experiencescore/getAnalysisScore') {
    return send(response, 200, 'application/json', JSON.stringify(scoreAnswer(workbench)));
  }
  if (url.pathname.startsWith('/pigeon-pc/')) return sendFile(workbench, url.pathname.slice(11), response);
  const pages: Record<string, () => string> = {
    '/login/common': signInPage,
    '/ffa/mshop/homepage/index': () => backOfficePage(workbench),
    '/ffa/eco/experience-score': scorePage,
  };
  const page = pages[url.pathname];
  if (page === undefined) return send(response, 404, 'text/plain', 'nothing here');
  response.setHeader('content-security-policy', policy(workbench.options));
  send(response, 200, html, page());
}

function sendFile(workbench: SimulatedWorkbench, name: string, response: ServerResponse) {
  if (name === 'workbench.css') return send(response, 200, 'text/css', styles(workbench.options.salt));
  const script = clientFile(name);
  if (script === undefined) return send(response, 404, 'text/plain', 'nothing here');
  send(response, 200, 'text/javascript', script);
}
