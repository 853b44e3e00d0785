import { lastAt, type SimulatedConversation } from '../chat/conversation.ts';
import type { TokopediaOptions } from '../chat/options.ts';
import { idIn, timeIn } from './numbers.ts';

/** An answer as GraphQL wraps it: under `data` and the operation's name. */
export function graphqlAnswer(operation: string, body: object, { envelope }: TokopediaOptions): object {
  const answer = { data: { [operation]: body } };
  return envelope === 'single' ? answer : [answer];
}

/** The list tells the last words and their time, and whether a robot spoke them; whose they were it does not. */
export function listJson(shown: readonly SimulatedConversation[], hasNext: boolean, options: TokopediaOptions): object {
  const list = shown.map(c => {
    const last = c.replies.at(-1);
    return {
      msgID: idIn(Number(c.id), options),
      messageKey: `${options.shopUserId}~${c.buyerId}`,
      attributes: {
        contact: { name: c.name, role: 'User' },
        lastReplyMessage: last?.text ?? '',
        lastReplyTimeStr: String(timeIn(lastAt(c), options)),
        // Which number is which is not recorded.
        readStatus: c.unread === 0 ? 2 : 1,
        unreads: c.unread,
        pinStatus: 0,
        isReplyByTopbot: last?.origin === 'robot',
      },
    };
  });
  return { list, hasNext };
}
