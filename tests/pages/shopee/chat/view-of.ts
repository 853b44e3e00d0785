import { Chats } from '../client/chats.ts';
import type { ListItem, MessageView, PageView } from '../client/page-view.ts';
import { listIn, messageIn } from '../client/understand.ts';
import type { SimulatedConversation } from './conversation.ts';
import type { ChatRecords } from './records.ts';

/** The page's view without a page, as it would be after every call: for tests that mount its document in jsdom. */
export function viewOf(records: ChatRecords, open?: SimulatedConversation, first = 0): PageView {
  const { sources, sections } = records.options;
  const chats = new Chats({
    handSource: sources.hand,
    automaticSources: [sources['auto-reply'], sources.faq, sources.broadcast],
  });
  const limit = records.conversations.length;
  chats.takeList(listIn(records.listAnswer({ limit, segment: 'unreplied' })), true);
  chats.takeList(listIn(records.listAnswer({ limit, segment: 'manually_replied' })), false);
  if (open !== undefined) {
    const messages = records.messagesAnswer(open, undefined, open.messages.length);
    chats.takeMessages(messages.flatMap(json => messageIn(json) ?? []));
  }
  const items: ListItem[] = chats.items(sections);
  const messages: readonly MessageView[] = open === undefined ? [] : chats.messages(open.id);
  const thread = open && { conversationId: open.id, name: open.name, messages };
  return { items, firstItem: first, open: thread, firstMessage: 0 };
}
