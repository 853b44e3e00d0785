import type { Author, Sent as SharedSent } from '../../sent.ts';

export type Kind = 'text' | 'image' | 'sticker' | 'product';

/** By what hand or machine a message came to be. */
export type Origin = 'buyer' | 'hand' | 'robot' | 'broadcast';

/** The truth about one message, to hold against what the extension noted. */
export interface Sent extends Omit<SharedSent, 'kind' | 'session'> {
  author: Author;
  kind: Kind;
}

/** A message as the platform keeps it. */
export interface StoredReply {
  readonly replyId: number;
  readonly origin: Origin;
  readonly kind: Kind;
  readonly text: string;
  readonly atMs: number;
  /** The broadcast it is part of; 0: none. */
  readonly blastId: number;
  /** Told as the other side's though it is the shop's, as when somebody else looks. */
  readonly toldOpposite: boolean;
}

/** One chat as the platform keeps it. */
export interface SimulatedConversation {
  /** `msgID` as the platform has it, in text. */
  readonly id: string;
  readonly buyerId: number;
  readonly name: string;
  readonly createdMs: number;
  /** Oldest first. */
  readonly replies: StoredReply[];
  unread: number;
  waitingSinceMs: number | undefined;
  blocked: boolean;
}

export function lastAt(conversation: SimulatedConversation): number {
  return conversation.replies.at(-1)?.atMs ?? conversation.createdMs;
}
