/** Everything the page shows, apart from how it names it. */
export interface PageView {
  tab: 'current' | 'last';
  /** In the order of the list. */
  rows: readonly RowView[];
  /** Index of the first row in the document. */
  firstRow: number;
  open: OpenThread | undefined;
}

export interface RowView {
  /** Names the row; the conversation's id, or the name of a row that is none. */
  key: string;
  conversationId: string | undefined;
  section: 'current' | 'recent' | 'systemConv';
  name: string;
  unread: number;
  warning: string | undefined;
  tags: readonly string[];
  waitingSinceS: number | undefined;
  at: number;
  preview: string;
  isOpen: boolean;
}

export interface OpenThread {
  conversationId: string;
  name: string;
  draft: string;
  /** Oldest first. */
  messages: readonly MessageView[];
}

export interface MessageView {
  id: string;
  /** What the document calls it. */
  domId: string;
  side: 'buyer' | 'staff' | 'system';
  content: 'text' | 'picture' | 'card';
  text: string;
  /** A line under the bubble. */
  under: string | undefined;
  /** Whether the buyer has read what the shop wrote. */
  read: boolean;
  at: number;
}
