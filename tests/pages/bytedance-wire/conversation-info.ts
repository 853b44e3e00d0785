import { int, map, message, part, text } from './fields.ts';

export interface WireConversation {
  id: string;
  shortId: string;
  type: number;
  buyerId: string;
  shopId: string;
  agentId: string;
  unread: number;
  /** Second at which the buyer's wait began; undefined when nobody waits. */
  waitingSinceS: number | undefined;
  readIndex: bigint;
  infoVersion: number;
  createdMs: number;
}

/** `ConversationInfoV2` with its core and setting info (bytedance-im, section 2). */
export function conversationInfo(c: WireConversation): Uint8Array {
  return message(
    text(1, c.id),
    int(2, c.shortId),
    int(3, c.type),
    text(4, `ticket-${c.shortId.slice(-6)}`),
    part(6, participants(c)),
    int(7, 2),
    int(8, 1),
    int(10, c.unread),
    part(50, coreInfo(c)),
    part(51, settingInfo(c)),
  );
}

/** A page of participants; that it holds them as its first field is our choice, no reader needs it. */
function participants(c: WireConversation): Uint8Array {
  return message(
    part(1, message(int(1, c.buyerId), int(2, c.createdMs), int(3, 1))),
    part(1, message(int(1, c.agentId), int(2, c.createdMs), int(3, 2))),
  );
}

function coreInfo(c: WireConversation): Uint8Array {
  const ext: Record<string, string> = {
    countdown: String(c.waitingSinceS !== undefined),
    pigeon_uid: c.buyerId,
    pigeon_shop_id: c.shopId,
    robot_read_index: String(c.readIndex),
    's:sync_event_time': `${c.createdMs}000000`,
  };
  if (c.waitingSinceS !== undefined) ext.countdown_time = String(c.waitingSinceS);
  return message(
    text(1, c.id),
    int(2, c.shortId),
    int(3, c.type),
    int(4, c.infoVersion),
    map(11, ext),
    int(12, c.shopId),
  );
}

function settingInfo(c: WireConversation): Uint8Array {
  return message(text(1, c.id), int(2, c.shortId), int(3, c.type), int(5, c.readIndex), int(10, 1));
}
