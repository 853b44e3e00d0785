export type Author = 'buyer' | 'seller' | 'robot' | 'system';

export type Kind =
  | 'text'
  | 'sticker'
  | 'image'
  | 'order-card'
  | 'product-card'
  | 'greeting'
  | 'entered'
  | 'assigned'
  | 'notice'
  | 'closed';

/** The truth about one message, to hold against what the extension noted. */
export interface Sent {
  conversation: string;
  id: string;
  author: Author;
  kind: Kind;
  sentAt: number;
  session?: string;
  /** Who of the staff wrote it, where a platform says so. */
  agent?: string;
  buyerName: string;
}
