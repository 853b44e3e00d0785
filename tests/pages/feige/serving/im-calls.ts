import type { IncomingMessage, ServerResponse } from 'node:http';
import { command, response as imResponse, refusal, sendAnswer } from '../../bytedance-wire/answers.ts';
import { type Asked, askedOf, whole, words } from '../../bytedance-wire/asked.ts';
import { bodyOf } from '../../serving/body-of.ts';
import { send } from '../../serving/send.ts';
import type { SimulatedWorkbench } from '../workbench.ts';
import { leaveForOrigin } from './leave-for-origin.ts';

/** The chat's protobuf calls over HTTP: a bare response, no frame. Their host is our choice, their paths are recorded. */
export async function answerChatCall(
  workbench: SimulatedWorkbench,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  leaveForOrigin(response);
  const call = calls[url.pathname.slice('/pigeon_im'.length)];
  if (request.method === 'OPTIONS') return send(response, 204, 'text/plain', '');
  if (call === undefined) return send(response, 404, 'text/plain', 'nothing here');
  const asked = askedOf(await bodyOf(request), call.command);
  const self = url.searchParams.get('selfId');
  const answer = workbench.signedIn ? call.answer(workbench, asked, self) : refusal(call.command, 100);
  send(response, 200, 'application/x-protobuf', answer);
}

interface Call {
  command: number;
  answer: (workbench: SimulatedWorkbench, asked: Asked, self: string | null) => Uint8Array;
}

const calls: Record<string, Call> = {
  '/v2/message/get_by_user_init': {
    command: command.init,
    answer: (workbench, asked) => workbench.initAnswer(Number(whole(asked, 1))),
  },
  '/v1/message/get_by_conversation': {
    command: command.history,
    answer: (workbench, asked) => {
      const chat = workbench.conversation(words(asked, 1));
      return chat === undefined ? refusal(command.history, 15) : workbench.historyAnswer(chat, whole(asked, 2));
    },
  },
  '/v1/message/send': {
    command: command.send,
    answer: (workbench, asked, self) => {
      const chat = workbench.conversation(words(asked, 1));
      if (chat === undefined) return refusal(command.send, 15);
      const agent = workbench.options.agents.find(({ id }) => id === self)?.name;
      return sendAnswer(workbench.sellerAnswers(chat, { text: words(asked, 4), agent }).id, words(asked, 8));
    },
  },
  '/v3/conversation/mark_read': {
    command: command.markRead,
    answer: (workbench, asked) => {
      const chat = workbench.conversation(words(asked, 1));
      if (chat !== undefined) workbench.markRead(chat);
      return imResponse(command.markRead, new Uint8Array(0));
    },
  },
};
