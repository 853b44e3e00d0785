import type { Sense } from '../../chat/message';
import type { Observation, SeenMessage } from '../../chat/observation';
import { countOf, idOf, type JsonRecord, nameOf, recordOf } from '../json-record';
import { notUnderstood } from '../not-understood';
import type { Notes } from '../notes';
import { readSentAt } from '../sent-at';
import { isBareCard, kindOf } from './kind-of';
import { noteBuyer, noteShop } from './shop-notes';

/**
 * What a conversation of a list tells: whose it is, its buyer, and its newest message, which has an id, a side and a time
 * (shopee.md section 3). So a chat whose thread was never opened waits all the same, since its last word.
 */
export function seeConversation(raw: unknown, at: number, notes: Notes): Observation[] {
  const record = recordOf(raw);
  const conversation = idOf(record?.id);
  if (!record || conversation === '') return [notUnderstood('conversation')];
  const shop = idOf(record.shop_id);
  noteBuyer(notes, conversation, idOf(record.to_id));
  const last = lastWord(record, { sense: 'network', at });
  const buyer = nameOf(record.to_name);
  const unread = countOf(record.unread_count);
  return [
    ...noteShop(notes, shop),
    {
      is: 'conversation',
      sense: 'network',
      ...(shop !== '' && { account: shop }),
      conversation,
      at,
      ...(buyer !== '' && { buyer }),
      ...waitingBy(last),
      ...(unread !== null && { unread }),
      ...(typeof record.is_blocked === 'boolean' && { blocked: record.is_blocked }),
    },
    ...(last ? [last] : []),
  ];
}

/**
 * The newest message, from what a conversation says of it; `null` where there is none. On the shop's side nothing tells a
 * person's answer from an automatic one, and a card without text is the page's own.
 */
export function lastWord(
  record: JsonRecord,
  { sense, at }: { readonly sense: Sense; readonly at: number },
): SeenMessage | ReturnType<typeof notUnderstood> | null {
  const id = idOf(record.latest_message_id);
  if (id === '') return null;
  const [from, to] = [idOf(record.latest_message_from_id), idOf(record.to_id)];
  if (from === '' || to === '') return notUnderstood('latest_message_from_id');
  const time = readSentAt(record.last_message_time_nano, at) ?? readSentAt(record.last_message_time, at);
  if (!time) return notUnderstood('last_message_time');
  const kind = kindOf(record.latest_message_type);
  const shop = idOf(record.shop_id);
  const isCard = from !== to && isBareCard(kind, record.latest_message_content);
  return {
    is: 'message',
    sense,
    ...(shop !== '' && { account: shop }),
    conversation: idOf(record.id),
    id,
    ...(from === to
      ? { author: 'buyer' as const }
      : isCard
        ? { author: 'system' as const }
        : { author: 'seller' as const, guess: 'side' as const }),
    kind,
    ...time,
  };
}

/** The buyer's last word may need a reply. The shop's settles nothing: a robot may have written it. */
export function waitingBy(last: ReturnType<typeof lastWord>): { waiting?: true; waitingSince?: number } {
  return last?.is === 'message' && last.author === 'buyer' ? { waiting: true, waitingSince: last.sentAt } : {};
}
