import { messageView, previewOf } from '../client/chat-message.ts';
import type { MessageView, PageView, RowView } from '../client/page-view.ts';
import { lastAt, type SimulatedConversation } from './conversation.ts';
import type { InboxRecords } from './records.ts';

/** The page's view without a page: for tests that mount its document in jsdom. */
export function viewOf(inbox: InboxRecords, open?: SimulatedConversation): PageView {
  const { translations } = inbox.options;
  const current = inbox.conversations.filter(c => c.current).sort((a, b) => lastAt(b) - lastAt(a));
  return {
    rows: current.map(c => rowOf(c, translations)),
    firstRow: 0,
    open: open && { conversationId: open.id, name: open.name, messages: shown(open, translations) },
    signedOut: !inbox.signedIn,
  };
}

function rowOf(c: SimulatedConversation, translations: boolean): RowView {
  const last = shown(c, translations).at(-1);
  return {
    conversationId: c.id,
    pigeonUid: c.buyerId,
    name: c.name,
    unread: c.unread,
    waiting: c.waitingSinceS !== undefined,
    withPerson: c.session !== undefined,
    at: lastAt(c),
    preview: last === undefined ? '' : previewOf(last, translations),
  };
}

function shown(c: SimulatedConversation, translations: boolean): MessageView[] {
  return c.messages.map(m => messageView(m, translations)).filter(m => m !== undefined);
}
