import type { IncomingMessage, ServerResponse } from 'node:http';
import { command, response as imResponse, refusal, sendAnswer } from '../../bytedance-wire/answers.ts';
import { type Asked, askedOf, whole, words } from '../../bytedance-wire/asked.ts';
import { bodyOf } from '../../serving/body-of.ts';
import type { SimulatedInbox } from '../inbox.ts';

/** The chat's own HTTP calls: protobuf both ways, on a host of their own, hence with leave for the page's origin. */
export async function answerChatCall(
  inbox: SimulatedInbox,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('access-control-allow-origin', `https://${inbox.options.host}`);
  response.setHeader('access-control-allow-credentials', 'true');
  response.setHeader('access-control-allow-headers', 'content-type');
  response.setHeader('access-control-allow-methods', 'GET, POST, OPTIONS');
  response.setHeader('cache-control', 'no-store');
  const call = calls[url.pathname];
  if (request.method === 'OPTIONS' || call === undefined) {
    response.writeHead(call === undefined ? 404 : 204).end();
    return;
  }
  const asked = askedOf(await bodyOf(request), call.command);
  const answer = inbox.signedIn ? call.answer(inbox, asked) : refusal(call.command, 100);
  response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end(answer);
}

interface Call {
  command: number;
  answer: (inbox: SimulatedInbox, asked: Asked) => Uint8Array;
}

const calls: Record<string, Call> = {
  '/v2/message/get_by_user_init': {
    command: command.init,
    answer: (inbox, asked) => inbox.initAnswer(Number(whole(asked, 1))),
  },
  '/v1/message/get_by_conversation': {
    command: command.history,
    answer: (inbox, asked) => {
      const conversation = inbox.conversation(words(asked, 1));
      return conversation === undefined
        ? refusal(command.history, 15)
        : inbox.historyAnswer(conversation, whole(asked, 2));
    },
  },
  '/v1/message/get_by_user': {
    command: command.poll,
    answer: (inbox, asked) => inbox.pollAnswer(whole(asked, 1)),
  },
  '/v1/message/send': {
    command: command.send,
    answer: (inbox, asked) => {
      const conversation = inbox.conversation(words(asked, 1));
      if (conversation === undefined) return refusal(command.send, 15);
      return sendAnswer(inbox.sellerAnswers(conversation, { text: words(asked, 4) }).id, words(asked, 8));
    },
  },
  '/v3/conversation/mark_read': {
    command: command.markRead,
    answer: (inbox, asked) => {
      const conversation = inbox.conversation(words(asked, 1));
      if (conversation !== undefined) inbox.markRead(conversation);
      return imResponse(command.markRead, new Uint8Array(0));
    },
  },
};
