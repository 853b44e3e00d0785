import type { Author } from '../../sent.ts';
import type { Unit } from '../wire/times.ts';

/** What a person may send: the first six are recorded as `type`, the others only in agencies' texts. */
export type PersonalKind =
  | 'text'
  | 'image'
  | 'video'
  | 'sticker'
  | 'product'
  | 'order'
  | 'offer'
  | 'shortcut'
  | 'forwarded-game'
  | 'staff-tap';

export type Kind = PersonalKind | 'faq' | 'game';

/** By what hand or machine a message came to be; the page has a value of `source` for each, whatever it may be. */
export type Origin = 'buyer' | 'hand' | 'auto-reply' | 'faq' | 'broadcast' | 'game' | 'attached';

export interface SimulatedShop {
  readonly id: number;
  /** The user that the shop writes as. */
  readonly userId: number;
  readonly name: string;
}

/** The truth about one message, to hold against what the extension noted. */
export interface Sent {
  shop: number;
  conversation: string;
  id: string;
  author: Author;
  kind: Kind;
  /** As the platform tells it: in whole seconds where it tells seconds. */
  sentAt: number;
  buyerName: string;
}

/** A message as the platform keeps it. */
export interface StoredMessage {
  readonly id: string;
  readonly side: 'buyer' | 'shop';
  readonly type: string;
  readonly content: Readonly<Record<string, string>>;
  readonly atMs: number;
  readonly unit: Unit;
  readonly origin: Origin;
}

/** One chat as the platform keeps it. */
export interface SimulatedConversation {
  readonly id: string;
  readonly shop: SimulatedShop;
  readonly buyerId: number;
  readonly name: string;
  readonly bizId: number;
  readonly createdMs: number;
  /** Oldest first. */
  readonly messages: StoredMessage[];
  unread: number;
  lastReadId: string;
  /** Since when a person of the shop is asked for. */
  waitingSinceMs: number | undefined;
  pinned: boolean;
  blocked: boolean;
  status: string;
}

export function lastAt(conversation: SimulatedConversation): number {
  return conversation.messages.at(-1)?.atMs ?? conversation.createdMs;
}
