import { messageView, previewOf } from '../client/chat-message.ts';
import type { MessageView, PageView, RowView } from '../client/page-view.ts';
import { lastAt, type SimulatedConversation } from './conversation.ts';
import type { InboxRecords } from './records.ts';

/** The page's view without a page: for tests that mount its document in jsdom. */
export function viewOf(inbox: InboxRecords, open?: SimulatedConversation): PageView {
  const current = inbox.conversations.filter(c => c.current).sort((a, b) => lastAt(b) - lastAt(a));
  return {
    rows: current.map(rowOf),
    firstRow: 0,
    open: open && { conversationId: open.id, name: open.name, messages: shown(open) },
    signedOut: !inbox.signedIn,
  };
}

function rowOf(c: SimulatedConversation): RowView {
  const last = shown(c).at(-1);
  return {
    conversationId: c.id,
    pigeonUid: c.buyerId,
    name: c.name,
    unread: c.unread,
    waiting: c.waitingSinceS !== undefined,
    withPerson: c.session !== undefined,
    at: lastAt(c),
    preview: last === undefined ? '' : previewOf(last),
  };
}

function shown(c: SimulatedConversation): MessageView[] {
  return c.messages.map(messageView).filter(m => m !== undefined);
}
