import type { WireMessage } from '../../bytedance-wire/message-body.ts';
import { lastAt, type SimulatedChat } from './conversation.ts';
import type { WorkbenchOptions } from './options.ts';

export interface ListPage {
  pageNo: number;
  pageSize: number;
}

/**
 * The answer to the list calls, newest activity first. Recorded: `code`, `total`, `data`, `coreInfoMap` with its two
 * countdown keys, `msgList`, `messageBody` with four fields. The names of the ids are recorded, their place here is not;
 * the map's other keys are ours, for the page must have names, numbers and tags from somewhere.
 */
export function listAnswer(chats: readonly SimulatedChat[], { pageNo, pageSize }: ListPage, options: WorkbenchOptions) {
  const all = [...chats].sort((a, b) => lastAt(b) - lastAt(a));
  const page = all.slice((pageNo - 1) * pageSize, pageNo * pageSize);
  return { code: 0, total: all.length, data: page.map(chat => itemOf(chat, options)) };
}

function itemOf(chat: SimulatedChat, options: WorkbenchOptions) {
  const core: Record<string, string> = {
    countdown: String(chat.waitingSinceS !== undefined),
    nickname: chat.name,
    unread: String(chat.unread),
  };
  if (chat.waitingSinceS !== undefined) core.countdown_time = String(chat.waitingSinceS);
  if (chat.warning !== undefined) core.warning = chat.warning;
  if (chat.tags.length > 0) core.tags = chat.tags.join(',');
  return {
    conversationId: chat.id,
    securityConversationId: chat.id,
    coreInfoMap: core,
    msgList: chat.messages.slice(-options.messagesInList).map(m => ({ messageBody: jsonBody(m, chat, options) })),
  };
}

/** A message as the JSON calls have it. */
export function jsonBody(m: WireMessage, chat: SimulatedChat, { jsonTime, jsonIds }: WorkbenchOptions) {
  return {
    ...(jsonIds ? { serverId: m.id } : {}),
    conversationId: chat.id,
    content: m.content,
    createTime: jsonTime === 'ms' ? m.createTimeMs : Math.floor(m.createTimeMs / 1000),
    sender: m.sender,
    ext: m.ext,
  };
}
