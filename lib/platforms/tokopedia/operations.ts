import type { Observation } from '../../chat/observation';
import { countOf, idOf, type JsonRecord, nameOf, recordOf } from '../json-record';
import { notUnderstood } from '../not-understood';
import { note } from '../notes';
import { readSentAt } from '../sent-at';
import type { Steps } from '../steps';
import { type Around, seeReply } from './see-message';

/** Reads an answer; `null` where it is not of the shape that is known. */
type Read = (answer: JsonRecord, around: Around) => Steps<readonly Observation[] | null>;

/** Entries of one list. The page asks for tens at a time. */
const longest = 2000;

/** The operations that are read (tokopedia.md section 3: one source for the list, two for replies, to 2023). */
export const operations: ReadonlyMap<string, Read> = new Map([
  ['chatListMessage', readList],
  ['chatReplies', readReplies],
]);

/** Names and unread numbers. Who wrote last, and in which message, the list does not say. */
function* readList({ list }: JsonRecord, { at, notes }: Around): Steps<readonly Observation[] | null> {
  if (!isList(list)) return null;
  const seen: Observation[] = [];
  for (const each of list) {
    const entry = recordOf(each);
    const attributes = recordOf(entry?.attributes);
    const conversation = idOf(entry?.msgID);
    if (conversation === '' || !attributes) {
      seen.push(notUnderstood('conversation'));
      continue;
    }
    const buyer = nameOf(recordOf(attributes.contact)?.name);
    const unread = countOf(attributes.unreads);
    seen.push({
      is: 'conversation',
      sense: 'network',
      conversation,
      at,
      ...(buyer !== '' && { buyer }),
      ...(unread !== null && { unread }),
    });
    // Which reply was the robot's only its time can tell, once the thread is read.
    const last = attributes.isReplyByTopbot === true ? readSentAt(attributes.lastReplyTimeStr, at) : null;
    if (last) note(notes, `topbot ${conversation}`, String(last.sentAt));
    yield;
  }
  return seen;
}

/** A thread comes by days, each with its stretches of chat, each with its replies. */
function* readReplies({ list, block }: JsonRecord, around: Around): Steps<readonly Observation[] | null> {
  if (!isList(list)) return null;
  const seen: Observation[] = [];
  let conversation = '';
  for (const reply of list.flatMap(day => within(day, 'chats')).flatMap(chat => within(chat, 'replies'))) {
    conversation ||= idOf(recordOf(reply)?.msgId);
    seen.push(...seeReply(reply, around));
    yield;
  }
  const blocked = recordOf(block)?.isBlocked;
  if (conversation !== '' && typeof blocked === 'boolean') {
    seen.push({ is: 'conversation', sense: 'network', conversation, at: around.at, blocked });
  }
  return seen;
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value) && value.length <= longest;

/** What a part of the thread holds; itself where it holds nothing of the kind, so that it is counted. */
function within(part: unknown, name: string): readonly unknown[] {
  const list = recordOf(part)?.[name];
  return isList(list) ? list : [null];
}
