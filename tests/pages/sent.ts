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
  buyerName: string;
}
