import type { Author, Guess } from '../../chat/message';
import type { Observation } from '../../chat/observation';
import { idOf, recordOf } from '../json-record';
import { notUnderstood } from '../not-understood';
import { type Notes, note } from '../notes';
import { readSentAt } from '../sent-at';
import { placeInMinute } from './place-in-minute';

/** What a message is read with. */
export interface Around {
  /** When it arrived, ms. */
  readonly at: number;
  readonly notes: Notes;
}

/** A message by what thread and socket both say of it, under one name. */
interface Said {
  readonly conversation: string;
  /** Empty on the socket, which names none. */
  readonly id: string;
  readonly user: string;
  readonly role: unknown;
  readonly opposite: unknown;
  readonly source: unknown;
  readonly blast: unknown;
  readonly attachment: unknown;
  readonly time: unknown;
}

/** A reply of a thread, or the name of what was not understood about it. */
export function seeReply(raw: unknown, around: Around): readonly Observation[] {
  const reply = recordOf(raw);
  if (!reply) return [notUnderstood('reply')];
  const id = idOf(reply.replyId);
  if (id === '') return [notUnderstood('replyId')];
  const { role, isOpposite, source, blastId, attachment, replyTime } = reply;
  return see(
    {
      ...{ conversation: idOf(reply.msgId), id, user: idOf(reply.senderId), role, source, attachment },
      ...{ opposite: isOpposite, blast: blastId, time: replyTime },
    },
    around,
  );
}

/** A message of the socket. */
export function seeSocketMessage(raw: unknown, around: Around): readonly Observation[] {
  const data = recordOf(raw);
  if (!data) return [notUnderstood('message')];
  const { from_role: role, is_opposite: opposite, source, blast_id: blast, attachment } = data;
  const time = recordOf(data.message)?.timestamp_unix;
  return see(
    {
      conversation: idOf(data.msg_id),
      id: '',
      user: idOf(data.from_uid),
      role,
      opposite,
      source,
      blast,
      attachment,
      time,
    },
    around,
  );
}

function see(said: Said, { at, notes }: Around): Observation[] {
  const { conversation, id, role, opposite, user } = said;
  if (conversation === '') return [notUnderstood('msg_id')];
  const time = readSentAt(said.time, at);
  if (!time) return [notUnderstood('time')];
  const by = authorOf(said, notes.get(`topbot ${conversation}`) === String(time.sentAt));
  if (typeof by === 'string') return [notUnderstood(by)];
  const seen: Observation[] = [];
  // No field names the shop. Its owner's user id is the one name that the chat's data has for it, and the first that is
  // seen stands for the page: one page shows one shop.
  if (role === owner && opposite !== true && user !== '' && !notes.has('shop')) {
    note(notes, 'shop', user);
    seen.push({ is: 'shop', seller: user });
  }
  const place = placeInMinute(notes, `${conversation} ${by.author}`, time.sentAt);
  seen.push({
    is: 'message',
    sense: 'network',
    conversation,
    ...(id === '' ? { ordinal: place } : { id }),
    ...by,
    // What the numbers of attachments mean was not recorded.
    kind: idOf(recordOf(said.attachment)?.type) === '' ? 'text' : 'other',
    ...time,
  });
  return seen;
}

const owner = 'Shop Owner';

/**
 * Who wrote, by the role; or the name of what was not understood. Whether the owner is "opposite" depends on who looks
 * (tokopedia.md section 3), so that says nothing. A buyer who is not opposite would be ourselves, buying elsewhere.
 */
function authorOf(
  { role, opposite, source, blast }: Said,
  byTopbot: boolean,
): { author: Author; guess?: Guess } | 'role' | 'is_opposite' {
  if (role === 'User') return opposite === false ? 'is_opposite' : { author: 'buyer' };
  if (role !== owner) return 'role';
  // A broadcast, or the reply that the list calls the robot's.
  if (idOf(blast) !== '' || byTopbot) return { author: 'robot' };
  // `inbox` is an ordinary message. What other sources there are was not recorded, so who of the shop wrote is a guess.
  return source === 'inbox' ? { author: 'seller' } : { author: 'seller', guess: 'side' };
}
