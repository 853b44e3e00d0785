import type { Chat } from './chats.ts';
import type { MessageView, OpenThread, RowView } from './page-view.ts';
import { words } from './words.ts';

/** The rows of a tab: those who wait before the others, each by newest activity; in the rebuilt frame all by activity. */
export function rowsOf(chats: readonly Chat[], openId: string | undefined, isSplit: boolean): RowView[] {
  const rows = chats.map(chat => rowOf(chat, openId));
  const rank = (row: RowView) => (isSplit && row.section === 'current' ? 1 : 0);
  return rows.sort((a, b) => rank(b) - rank(a) || b.at - a.at);
}

/** A row of the platform's own, which looks like a buyer's. */
export function pseudoRow(name: string, at: number): RowView {
  return {
    key: name,
    conversationId: undefined,
    section: 'systemConv',
    name,
    unread: 0,
    warning: undefined,
    tags: [],
    waitingSinceS: undefined,
    at,
    preview: '本周服务分析报告已生成',
    isOpen: false,
  };
}

function rowOf(chat: Chat, openId: string | undefined): RowView {
  const { id, name, unread, warning, tags, waitingSinceS, draft } = chat;
  const newest = chat.messages.at(-1);
  const isOpen = id === openId;
  return {
    key: id,
    conversationId: id,
    section: waitingSinceS === undefined ? 'recent' : 'current',
    name,
    unread,
    warning,
    tags,
    waitingSinceS,
    at: newest?.raw.createTimeMs ?? 0,
    preview: draft !== '' && !isOpen ? `${words.draft}${draft}` : (newest?.view?.text ?? ''),
    isOpen,
  };
}

export function threadOf(chat: Chat): OpenThread {
  const shown = chat.messages.flatMap(({ view }) => view ?? []);
  const lastAsk = shown.findLastIndex(({ side }) => side === 'buyer');
  const messages: MessageView[] = shown.map((view, i) => ({ ...view, read: i < lastAsk }));
  return { conversationId: chat.id, name: chat.name, draft: chat.draft, messages };
}
