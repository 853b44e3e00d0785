import type { Observation, SeenMessage } from '../../chat/observation';
import { contentOf } from '../bytedance-im/content';
import { listCap, valueCap } from '../bytedance-im/limits';
import type { MessageBody } from '../bytedance-im/message-body';
import { marksOf } from '../bytedance-im/message-marks';
import { seeMessage } from '../bytedance-im/see-message';
import { seeState } from '../bytedance-im/see-state';
import { type JsonRecord, recordOf } from '../json-record';
import { notUnderstood } from '../not-understood';
import { inside } from './decode-json';
import { feigeDialect } from './dialect';

/**
 * A list of conversations: who waits and since when, and the last messages of each (feige.md section 3). It comes in
 * pages, so what is not in it is not said to be gone.
 */
export function readConversationList({ data }: JsonRecord, at: number): readonly Observation[] | null {
  if (!Array.isArray(data) || data.length > listCap) return null;
  return data.flatMap((entry): Observation[] => {
    const item = recordOf(entry);
    const core = recordOf(item?.coreInfoMap);
    return item && core ? readConversation(item, core, at) : [notUnderstood('conversation')];
  });
}

function readConversation(item: JsonRecord, core: JsonRecord, at: number): Observation[] {
  const list = Array.isArray(item.msgList) ? item.msgList.slice(0, listCap) : [];
  const bodies = list.map((one: unknown) => inside(recordOf(one) ?? {}, 'messageBody'));
  // Where the name stands in a list was not recorded: at the conversation, or at its messages as everywhere else.
  const conversation = nameIn([item, core, ...bodies, ...bodies.map(body => inside(body, 'ext'))]);
  const state = {
    conversation,
    countdown: textOf(core.countdown),
    countdownTime: textOf(core.countdown_time),
    shop: '',
  };
  return [...seeState(state, at, feigeDialect), ...messagesOf(bodies, conversation, at)];
}

/** The last messages of a conversation, in order. Those without an id are told apart by author, minute and place. */
function messagesOf(bodies: readonly JsonRecord[], conversation: string, at: number): Observation[] {
  const seen = bodies.flatMap(body => seeMessage(bodyOf(body, conversation), at, feigeDialect) ?? []);
  const messages = seen.filter(one => one.is === 'message').sort((a, b) => a.sentAt - b.sentAt);
  const before = new Map<string, number>();
  const placed = messages.map((message): SeenMessage => {
    const { author, sentAt, id } = message;
    const alike = `${author} ${Math.floor(sentAt / 60_000)}`;
    const ordinal = before.get(alike) ?? 0;
    before.set(alike, ordinal + 1);
    return id === undefined ? { ...message, ordinal } : message;
  });
  return [...placed, ...seen.filter(one => one.is !== 'message')];
}

function bodyOf(body: JsonRecord, conversation: string): MessageBody {
  return {
    conversation: nameIn([body]) || conversation,
    id: textOf(body.serverId) || textOf(body.messageId) || null,
    index: 0,
    type: 1000,
    sender: textOf(body.sender),
    marks: marksOf(inside(body, 'ext')),
    createTime: Number(textOf(body.createTime)),
    content: contentOf(typeof body.content === 'string' ? body.content : ''),
  };
}

// The plain name first; a chat whose plain name is empty has only the other (bytedance-im.md section 2, MessageBody).
const nameKeys = ['conversationId', 'conversation_id', 'securityConversationId', 'security_conversation_id'];

function nameIn(places: readonly JsonRecord[]): string {
  const names = nameKeys.flatMap(key => places.map(place => textOf(place[key])));
  return names.find(name => name !== '') ?? '';
}

/** A short text, or a number or mark as text; empty for anything else. */
function textOf(value: unknown): string {
  const text =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
  return text.length <= valueCap ? text : '';
}
