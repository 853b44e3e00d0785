import type { Author, Guess, Kind, Sense } from './message';
import type { OfficialMetric } from './official-metric';

/**
 * What one look at the page or one network exchange told. `account` is the platform's inner name of the shop, where
 * that is not the name in the address (TikTok Shop: the IM shop id); whoever sends observations on joins it to a shop.
 */
export type Observation = SeenMessage | SeenConversation | SeenShop | SeenOfficial | SeenCursor | SeenNotUnderstood;

export interface SeenMessage {
  readonly is: 'message';
  readonly sense: Sense;
  readonly account?: string;
  readonly conversation: string;
  /** The platform's id. Absent only on a sighting that shows none: of a page, or of Tokopedia's socket. */
  readonly id?: string;
  /**
   * Of a sighting without id: how many earlier ones in the same thread have the same author and minute. Two of a
   * buyer in one minute are 0 and 1. Where only the minute is known, `sentAt` is the minute plus 1 ms for each earlier
   * message of it, so that the thread's order is kept.
   */
  readonly ordinal?: number;
  readonly session?: string;
  readonly author: Author;
  /** See Message. */
  readonly guess?: Guess;
  readonly agent?: string;
  readonly kind: Kind;
  /** See Message. */
  readonly promise?: true;
  /** ms since the epoch. */
  readonly sentAt: number;
  /** ms; see Message. */
  readonly uncertain?: number;
  /** See Message. */
  readonly order?: number;
}

/** A conversation's state. Absent fields say nothing, they never mean "no". */
export interface SeenConversation {
  readonly is: 'conversation';
  readonly sense: Sense;
  readonly account?: string;
  /** The platform's id; or a `namedChat` where a page shows none. */
  readonly conversation: string;
  /** When it was seen, ms. */
  readonly at: number;
  /** The buyer's shown name. */
  readonly buyer?: string;
  /** The platform's own mark that a buyer waits for a person. */
  readonly waiting?: boolean;
  /** ms: since when, in the platform's eyes. */
  readonly waitingSince?: number;
  /** ms: it is since an instant in `[waitingSince, waitingSince + waitingUncertain]`. Absent or 0: exact. */
  readonly waitingUncertain?: number;
  readonly unread?: number;
  readonly blocked?: boolean;
}

/** Joins the shop's name in addresses (`seller`) with the account its messages carry. */
export interface SeenShop {
  readonly is: 'shop';
  readonly seller: string;
  readonly account?: string;
  readonly market?: string;
}

/** A number the platform itself shows. */
export interface SeenOfficial {
  readonly is: 'official';
  readonly account?: string;
  readonly seller?: string;
  readonly metric: OfficialMetric;
  /** In the metric's own unit. */
  readonly value: number;
  /** ms. */
  readonly at: number;
}

/**
 * A link of the push chain: a push whose `previous` is not the last `next` means that something arrived unseen. Without
 * `previous` it is the inbox as the page begins with it; `more`: in several parts, and this is not the last.
 */
export interface SeenCursor {
  readonly is: 'cursor';
  readonly previous?: string;
  readonly next: string;
  readonly more?: true;
}

/** A part of an otherwise readable exchange that was not understood. Counted, never dropped in silence. */
export interface SeenNotUnderstood {
  readonly is: 'not-understood';
  /** What failed, by name: `role`, `create_time`, `message_type` … */
  readonly what: string;
}
