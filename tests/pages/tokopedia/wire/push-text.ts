import type { SimulatedConversation, StoredReply } from '../chat/conversation.ts';
import type { TokopediaOptions } from '../chat/options.ts';
import { idIn, timeIn } from './numbers.ts';

/** A new message, code 103. It bears no id of its own. */
export function messagePush(c: SimulatedConversation, reply: StoredReply, options: TokopediaOptions): string {
  const fromBuyer = reply.origin === 'buyer';
  return JSON.stringify({
    code: 103,
    data: {
      msg_id: idIn(Number(c.id), options),
      from_uid: idIn(fromBuyer ? c.buyerId : options.shopUserId, options),
      from_role: fromBuyer ? 'User' : 'Shop Owner',
      is_opposite: fromBuyer || reply.toldOpposite,
      // The name under which the words themselves come is not recorded.
      message: { timestamp_unix: timeIn(reply.atMs, options), words: reply.text },
      source: options.sources[reply.origin],
      attachment: { type: options.attachmentTypes[reply.kind] },
      blast_id: idIn(reply.blastId, options),
    },
  });
}

/** Somebody has read a chat, code 301. Only the code is recorded; the rest repeats a message's names. */
export function readPush(c: SimulatedConversation, atMs: number, options: TokopediaOptions): string {
  const message = { timestamp_unix: timeIn(atMs, options) };
  const msg_id = idIn(Number(c.id), options);
  return JSON.stringify({
    code: 301,
    data: { msg_id, from_uid: idIn(c.buyerId, options), from_role: 'User', is_opposite: true, message },
  });
}
