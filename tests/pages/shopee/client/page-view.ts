/** Everything the page shows, apart from how it names it. */
export interface PageView {
  /** Undefined until the first answer came: then there is no list at all. */
  items: readonly ListItem[] | undefined;
  /** Index of the first item in the document. */
  firstItem: number;
  open: OpenThread | undefined;
  /** Index of the first of the thread's items in the document. */
  firstMessage: number;
}

/** In the list's order; headings stand between the rows. */
export type ListItem =
  | { is: 'row'; row: RowView }
  | { is: 'section'; name: 'tab_unreplied' | 'tab_manually_replied'; count: number };

export interface RowView {
  /** The chat as the list told it, which is what hangs in the page's memory. */
  conversation: Conversation;
  preview: string;
  unread: number;
  at: number;
}

/** What the page uses of a chat's JSON. */
export interface Conversation {
  id: string;
  to_id: string | number;
  to_name: string;
  shop_id: string | number;
}

export interface OpenThread {
  conversationId: string;
  name: string;
  /** Oldest first. */
  messages: readonly MessageView[];
}

export interface MessageView {
  id: string;
  side: 'receive' | 'send';
  shape: 'text' | 'picture' | 'card';
  text: string;
  at: number;
  automatic: boolean;
}
