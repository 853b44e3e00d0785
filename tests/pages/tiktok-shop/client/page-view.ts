/** Everything the page shows, apart from how it names it. */
export interface PageView {
  /** In the order of the list. */
  rows: readonly RowView[];
  /** Index of the first row in the document. */
  firstRow: number;
  open: OpenThread | undefined;
  signedOut: boolean;
}

export interface RowView {
  conversationId: string;
  pigeonUid: string;
  name: string;
  unread: number;
  waiting: boolean;
  withPerson: boolean;
  at: number;
  preview: string;
}

export interface OpenThread {
  conversationId: string;
  name: string;
  /** Oldest first. */
  messages: readonly MessageView[];
}

export interface MessageView {
  id: string;
  conversationId: string;
  side: 'left' | 'right' | 'system';
  content: 'text' | 'picture' | 'card';
  text: string;
  translation: string | undefined;
  at: number;
  sender: string;
  msgType: number;
}
