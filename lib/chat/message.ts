import type { ShopId } from './shop';

/**
 * Who wrote. `robot`: greeting, auto-reply, FAQ, chatbot. `system`: notices and cards the platform inserts; they
 * neither ask nor answer.
 */
export const authors = ['buyer', 'seller', 'robot', 'system'] as const;
export type Author = (typeof authors)[number];

/** What sort of thing was sent. Never what it said. `close` ends a session. */
export const kinds = [
  'text',
  'image',
  'sticker',
  'video',
  'order-card',
  'product-card',
  'card',
  'greeting',
  'notice',
  'close',
  'other',
] as const;
export type Kind = (typeof kinds)[number];

/** How we know of something: what the page received, or what it shows. */
export const senses = ['network', 'page'] as const;
export type Sense = (typeof senses)[number];

/**
 * Why it is a guess whether a person or a robot of the shop wrote. `side`: the platform tells only that the shop's side
 * did, so its time decides (guess-author.ts). `mark`: something else speaks for one of
 * the two: what may be the page's mark of an automatic answer, or that many buyers were written to at the same moment.
 */
export const guesses = ['side', 'mark'] as const;
export type Guess = (typeof guesses)[number];

/** One row of the log. No text, ever. */
export interface Message {
  readonly shop: ShopId;
  readonly conversation: string;
  /** The platform's id; or one that begins with `~` for a sighting that no platform id is known for yet. */
  readonly id: string;
  /** The platform's session id (`talk_id`), where it gives one. */
  readonly session?: string;
  readonly author: Author;
  /** Absent: the author is known. */
  readonly guess?: Guess;
  /** The member of staff who answered, by the platform's id. */
  readonly agent?: string;
  readonly kind: Kind;
  /** It only promises an answer: "one moment, please". Of a seller's text, where its platform is read for that. */
  readonly promise?: true;
  /** ms since the epoch. */
  readonly sentAt: number;
  /** ms: it was sent in `[sentAt, sentAt + uncertain]`. Absent or 0: exact. */
  readonly uncertain?: number;
  /** The platform's own place in the conversation, where it gives one: decides between messages of the same instant. */
  readonly order?: number;
  /** The better of the senses that saw it: what the network said outranks what the page showed. */
  readonly sense: Sense;
}
