import type { IndexedMessage } from '../../bytedance-wire/client/understand.ts';
import { type Chat, Chats } from '../client/chats.ts';
import { itemsOf } from '../client/list-call.ts';
import type { PageView } from '../client/page-view.ts';
import { pseudoRow, rowsOf, threadOf } from '../client/view-of-chats.ts';
import type { SimulatedChat } from './conversation.ts';
import type { WorkbenchRecords } from './records.ts';

/** The page's view without a page: for tests that mount its document in jsdom. */
export function viewOf(workbench: WorkbenchRecords, open?: SimulatedChat): PageView {
  const { options } = workbench;
  const chats = new Chats();
  for (const { messages } of workbench.conversations) chats.takePage(pageOf(messages));
  const { data, ...rest } = workbench.listAnswer('current', { pageNo: 1, pageSize: Number.POSITIVE_INFINITY });
  chats.takeList(itemsOf({ ...rest, data }), true);
  const shown = chats.all.filter((chat: Chat) => workbench.conversation(chat.id)?.current === true);
  const isSplit = options.layout === 'boxes' || options.layout === 'sections';
  return {
    tab: 'current',
    rows: [...rowsOf(shown, open?.id, isSplit), ...options.pseudoRows.map(name => pseudoRow(name, options.now()))],
    firstRow: 0,
    open: open && threadOf(chats.chat(open.id)),
  };
}

function pageOf(messages: SimulatedChat['messages']) {
  return { messages: messages.map((m): IndexedMessage => m), conversations: [], next: 0n, reached: 0n, more: false };
}
