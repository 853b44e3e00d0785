import type { WireMessage } from '../../bytedance-wire/message-body.ts';

/** Conversation type of every seller chat in the recording. */
export const conversationType = 2;

/** One chat as the platform keeps it. */
export interface SimulatedConversation {
  readonly id: string;
  readonly shortId: string;
  readonly buyerId: string;
  readonly name: string;
  readonly createdMs: number;
  /** Oldest first, by index. */
  readonly messages: WireMessage[];
  /** `talk_id` of the open session. */
  session: string | undefined;
  unread: number;
  waitingSinceS: number | undefined;
  /** False once the chat has left the list of current ones. */
  current: boolean;
  infoVersion: number;
}

export function lastIndex(conversation: SimulatedConversation): bigint {
  return conversation.messages.at(-1)?.index ?? 0n;
}

export function lastAt(conversation: SimulatedConversation): number {
  return conversation.messages.at(-1)?.createTimeMs ?? conversation.createdMs;
}
