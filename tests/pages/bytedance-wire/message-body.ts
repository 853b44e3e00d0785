import { int, map, message, text } from './fields.ts';

/** What the simulated platform knows of one message; ids are decimal text because they exceed 2^53. */
export interface WireMessage {
  conversationId: string;
  /** 2 on TikTok Shop, 10 on Feige. */
  conversationType: number;
  conversationShortId: string;
  id: string;
  /** Microseconds. */
  index: bigint;
  type: number;
  sender: string;
  content: string;
  ext: Record<string, string>;
  createTimeMs: number;
}

/** `MessageBody` (bytedance-im, section 2). */
export function messageBody(m: WireMessage): Uint8Array {
  return message(
    text(1, m.conversationId),
    int(2, m.conversationType),
    int(3, m.id),
    int(4, m.index),
    int(5, m.conversationShortId),
    int(6, m.type),
    int(7, m.sender),
    text(8, m.content),
    map(9, m.ext),
    int(10, m.createTimeMs),
    int(11, 0),
    int(12, 0),
  );
}
