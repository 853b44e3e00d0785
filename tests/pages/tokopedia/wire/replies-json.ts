import type { SimulatedConversation, StoredReply } from '../chat/conversation.ts';
import type { TokopediaOptions } from '../chat/options.ts';
import { idIn, timeIn } from './numbers.ts';

/** A page of a chat: a group for each day, in it one for each minute, in them the messages, oldest first. */
export function repliesJson(c: SimulatedConversation, page: readonly StoredReply[], options: TokopediaOptions): object {
  const days = grouped(page, 86_400_000).map(day => ({
    chats: grouped(day, 60_000).map(minute => ({ replies: minute.map(reply => replyJson(c, reply, options)) })),
  }));
  return {
    list: days,
    minReplyTime: timeIn(page[0]?.atMs ?? 0, options),
    maxReplyTime: timeIn(page.at(-1)?.atMs ?? 0, options),
    contacts: [
      { role: 'Shop Owner', interlocutor: false },
      { role: 'User', interlocutor: true },
    ],
    block: { isBlocked: c.blocked },
  };
}

function replyJson(c: SimulatedConversation, reply: StoredReply, options: TokopediaOptions): object {
  const fromBuyer = reply.origin === 'buyer';
  return {
    replyId: idIn(reply.replyId, options),
    msgId: idIn(Number(c.id), options),
    msg: reply.text,
    replyTime: timeIn(reply.atMs, options),
    senderId: idIn(fromBuyer ? c.buyerId : options.shopUserId, options),
    senderName: fromBuyer ? c.name : options.shopName,
    role: fromBuyer ? 'User' : 'Shop Owner',
    isOpposite: fromBuyer || reply.toldOpposite,
    isRead: !fromBuyer || c.unread === 0,
    source: options.sources[reply.origin],
    blastId: idIn(reply.blastId, options),
    status: 0,
    attachment: { type: options.attachmentTypes[reply.kind] },
  };
}

function grouped(replies: readonly StoredReply[], spanMs: number): StoredReply[][] {
  const groups = new Map<number, StoredReply[]>();
  for (const reply of replies) {
    const span = Math.floor(reply.atMs / spanMs);
    groups.set(span, [...(groups.get(span) ?? []), reply]);
  }
  return [...groups.values()];
}
