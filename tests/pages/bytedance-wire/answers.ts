import { int, map, message, part, parts, text } from './fields.ts';
import { messageBody, type WireMessage } from './message-body.ts';

/** Commands; each is also the number of its body's field. */
export const command = { send: 100, poll: 200, init: 203, history: 301, push: 500, markRead: 604 } as const;

let sequence = 10_000;

/** `Response`. Over HTTP it travels bare, over the socket inside a frame. */
export function response(cmd: number, body: Uint8Array, statusCode = 0): Uint8Array {
  sequence += 1;
  return message(
    int(1, cmd),
    int(2, sequence),
    int(3, statusCode),
    text(4, statusCode === 0 ? 'OK' : 'refused'),
    part(6, message(part(cmd, body))),
    text(7, `log${sequence.toString(16)}`),
    map(8, { 'x-im-cluster': 'simulated' }),
  );
}

/** An answer that refuses: no body, only a status (1 and 100: the token is no longer good). */
export function refusal(cmd: number, statusCode: number): Uint8Array {
  return message(int(1, cmd), int(2, 1), int(3, statusCode), text(4, 'refused'));
}

export interface Cursors {
  previous: bigint;
  next: bigint;
}

export function pushAnswer(m: WireMessage, cursors: Cursors): Uint8Array {
  const notify = message(
    text(2, m.conversationId),
    int(3, m.conversationType),
    int(4, 1),
    part(5, messageBody(m)),
    int(6, cursors.previous),
    int(7, cursors.next),
    int(8, m.index),
  );
  return response(command.push, notify);
}

export interface InitPage {
  messages: readonly WireMessage[];
  conversations: readonly Uint8Array[];
  perUserCursor: bigint;
  nextCursor: bigint;
  hasMore: boolean;
}

export function initAnswer(page: InitPage): Uint8Array {
  const body = message(
    parts(1, page.messages.map(messageBody)),
    parts(2, page.conversations),
    int(3, page.perUserCursor),
    int(4, page.nextCursor),
    int(5, page.hasMore ? 1 : 0),
  );
  return response(command.init, body);
}

export interface MessagePage {
  messages: readonly WireMessage[];
  nextCursor: bigint;
  hasMore: boolean;
}

/** A history page (301), or with `command.poll` the page's regular poll (200): the same three fields. */
export function messagesAnswer(page: MessagePage, cmd: 200 | 301 = command.history): Uint8Array {
  const body = message(parts(1, page.messages.map(messageBody)), int(2, page.nextCursor), int(3, page.hasMore ? 1 : 0));
  return response(cmd, body);
}

export function sendAnswer(messageId: string, clientMessageId: string, status = 0): Uint8Array {
  return response(command.send, message(int(1, messageId), int(3, status), text(4, clientMessageId)));
}
