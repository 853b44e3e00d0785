import type { Observation } from '../../chat/observation';
import { sentMs, toMs } from '../instant-ms';
import { notUnderstood } from '../not-understood';
import { authorOf } from './author-of';
import { kindOf } from './kind-of';
import type { MessageBody } from './message-body';
import { meaningOf } from './message-type';

// The index follows create_time by 11 to 103 ms; a few seconds apart, one of the two was misread (section 5).
const witnessMs = 5000;

/**
 * What a message of the wire tells: itself, nothing (a command), or the name of what was not understood about it.
 * `at`: when it arrived, ms.
 */
export function seeMessage(body: MessageBody, at: number): Observation | null {
  const meaning = meaningOf(body.type);
  if (meaning === 'nothing') return null;
  if (meaning === 'unknown') return notUnderstood('message_type');
  const author = meaning === 'close' ? 'system' : authorOf(body);
  if (author === null) return notUnderstood('role');
  if (body.conversation === '') return notUnderstood('conversation_id');
  if (body.id === '' || body.id === '0') return notUnderstood('server_message_id');
  const sentAt = sentMs(body.createTime, at);
  if (sentAt === null) return notUnderstood('create_time');
  const witness = toMs(body.index);
  if (witness !== null && Math.abs(witness - sentAt) > witnessMs) return notUnderstood('index');
  return {
    is: 'message',
    sense: 'network',
    ...(body.marks.shop !== '' && { account: body.marks.shop }),
    conversation: body.conversation,
    id: body.id,
    ...(body.marks.session !== '' && { session: body.marks.session }),
    author,
    ...(author === 'seller' && body.sender !== '' && { agent: body.sender }),
    kind: meaning === 'close' ? 'close' : kindOf(body.marks.type),
    sentAt,
    ...(witness !== null && { order: body.index }),
  };
}
