import type { Author, Guess } from '../../chat/message';
import type { Observation } from '../../chat/observation';
import { idOf, type JsonRecord, recordOf } from '../json-record';
import { notUnderstood } from '../not-understood';
import type { Notes } from '../notes';
import { readSentAt } from '../sent-at';
import { isBareCard, kindOf } from './kind-of';
import { buyerOf, isOwnShop, isOwnUser, noteBuyer, noteShop } from './shop-notes';

/** What a message is read with. */
export interface Around {
  /** When it arrived, ms. */
  readonly at: number;
  readonly notes: Notes;
  /** The conversation it was asked for in; empty where only the message can say. */
  readonly conversation: string;
}

// The two times of a message tell of the same instant; this far apart (ms), one of them was misread.
const witnessMs = 5000;

/** What a message of an answer or of the socket tells (shopee.md section 3), or the name of what was not understood. */
export function seeMessage(raw: unknown, { at, notes, conversation: asked }: Around): Observation[] {
  const record = recordOf(raw);
  if (!record) return [notUnderstood('message')];
  const conversation = idOf(record.conversation_id) || asked;
  const side = sideOf(record, conversation, notes);
  if (side === null) return [notUnderstood('author')];
  const isShop = side === 'shop';
  const shop = idOf(isShop ? record.from_shop_id : record.to_shop_id);
  return [...noteShop(notes, shop), ...see(record, { at, conversation, shop, ...authorOf(record, isShop) })];
}

/**
 * What the answer to a send tells: the page asked for it, so a person typed it here. The shop is not named; it is that of
 * the conversation.
 */
export function seeSent(raw: unknown, { at, notes }: Around): Observation[] {
  const record = recordOf(raw);
  if (!record) return [notUnderstood('message')];
  const conversation = idOf(record.conversation_id);
  noteBuyer(notes, conversation, idOf(record.to_id));
  const { author } = authorOf(record, true);
  return see(record, { at, conversation, shop: idOf(record.from_shop_id), author });
}

/** Notes what a message that is known to be ours tells of its thread: our shop, and who the buyer is. */
export function learnFrom(raw: unknown, { notes, conversation: asked }: Around): Observation[] {
  const record = recordOf(raw);
  if (record?.send_by_yourself !== true) return [];
  noteBuyer(notes, idOf(record.conversation_id) || asked, idOf(record.to_id));
  return [...noteShop(notes, idOf(record.from_shop_id))];
}

/**
 * Whose side wrote; `null`: cannot be told. A message of a colleague's is not sent by oneself, so that alone never makes
 * it the buyer's.
 */
function sideOf(record: JsonRecord, conversation: string, notes: Notes): 'buyer' | 'shop' | null {
  const [from, to] = [idOf(record.from_id), idOf(record.to_id)];
  const buyer = buyerOf(notes, conversation);
  if (record.send_by_yourself === true) return 'shop';
  if (from !== '' && from === buyer) return 'buyer';
  if (isOwnShop(notes, idOf(record.from_shop_id)) || isOwnUser(notes, from)) return 'shop';
  if (buyer !== undefined) return to === buyer ? 'shop' : null;
  return isOwnShop(notes, idOf(record.to_shop_id)) || isOwnUser(notes, to) ? 'buyer' : null;
}

/** No flag tells a person's answer from an automatic one, so the author of what the shop's side wrote is a guess. */
function authorOf(record: JsonRecord, isShop: boolean): { author: Author; guess?: Guess } {
  if (!isShop) return { author: 'buyer' };
  const isCard = isBareCard(kindOf(record.type ?? record.message_type), record.content);
  return isCard ? { author: 'system' } : { author: 'seller', guess: 'side' };
}

interface Known {
  readonly at: number;
  readonly conversation: string;
  readonly shop: string;
  readonly author: Author;
  readonly guess?: Guess;
}

function see(record: JsonRecord, { at, conversation, shop, author, guess }: Known): Observation[] {
  const id = idOf(record.id, record.message_id);
  if (conversation === '') return [notUnderstood('conversation_id')];
  if (id === '') return [notUnderstood('message_id')];
  const stamp = readSentAt(record.created_timestamp, at);
  const written = readSentAt(record.created_at, at);
  const time = stamp && written && written.uncertain === undefined ? written : (stamp ?? written);
  if (!time) return [notUnderstood('created_timestamp')];
  const disagree = stamp !== null && written !== null && Math.abs(stamp.sentAt - written.sentAt) > witnessMs;
  return [
    {
      is: 'message',
      sense: 'network',
      ...(shop !== '' && { account: shop }),
      conversation,
      id,
      author,
      ...(guess !== undefined && { guess }),
      kind: kindOf(record.type ?? record.message_type),
      ...(disagree ? stamp : time),
    },
    ...(disagree ? [notUnderstood('created_at')] : []),
  ];
}
