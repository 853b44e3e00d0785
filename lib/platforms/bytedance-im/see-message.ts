import { isChatId, isId } from '../../chat/id-forms';
import type { Kind } from '../../chat/message';
import type { Observation } from '../../chat/observation';
import { sentMs, toMs } from '../instant-ms';
import { notUnderstood } from '../not-understood';
import type { Dialect, Judged } from './dialect';
import { kindOf } from './kind-of';
import type { MessageBody } from './message-body';
import { meaningOf } from './message-type';

// The index follows create_time by 11 to 103 ms; a few seconds apart, one of the two was misread (section 5).
const witnessMs = 5000;

/**
 * What a message of the wire tells: itself, nothing (a command, or no chat with a buyer), or the name of what was not
 * understood about it. `at`: when it arrived, ms.
 */
export function seeMessage(body: MessageBody, at: number, dialect: Dialect): Observation | null {
  const meaning = meaningOf(body.type);
  if (meaning === 'nothing') return null;
  if (meaning === 'unknown') return notUnderstood('message_type');
  const { marks, id, index, sender, createTime } = body;
  const conversation = body.conversation || marks.conversation;
  const account = isChatId(conversation) ? dialect.accountOf(conversation, marks.shop) : undefined;
  if (account === undefined) return notUnderstood('conversation_id');
  if (account === null) return null;
  if (account !== '' && !isId(account)) return notUnderstood('shop_id');
  const judged: Judged | null = meaning === 'close' ? { author: 'system', closes: true } : dialect.judge(body);
  if (judged === null) return notUnderstood('role');
  if (id !== null && (id === '0' || !isId(id))) return notUnderstood('server_message_id');
  if (marks.session !== '' && !isId(marks.session)) return notUnderstood('talk_id');
  if (sender !== '' && !isId(sender)) return notUnderstood('sender');
  const sentAt = sentMs(createTime, at);
  if (sentAt === null) return notUnderstood('create_time');
  const witness = toMs(index);
  if (witness !== null && Math.abs(witness - sentAt) > witnessMs) return notUnderstood('index');
  const { author, promise } = judged;
  return {
    is: 'message',
    sense: 'network',
    ...(account !== '' && { account }),
    conversation,
    ...(id !== null && { id }),
    ...(marks.session !== '' && { session: marks.session }),
    author,
    ...(author === 'seller' && sender !== '' && { agent: sender }),
    kind: kindFrom(judged, marks.type),
    ...(promise && { promise }),
    sentAt,
    // A count of seconds tells no more than the second.
    ...(createTime < 1e10 && { uncertain: 999 }),
    // A count of ns is beyond exact numbers.
    ...(witness !== null && Number.isSafeInteger(index) && { order: index }),
  };
}

function kindFrom({ closes, greets }: Judged, type: string): Kind {
  if (closes) return 'close';
  return greets ? 'greeting' : kindOf(type);
}
