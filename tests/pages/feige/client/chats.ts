import type { ChatConversation, IndexedMessage, Page } from '../../bytedance-wire/client/understand.ts';
import { asks, conversationOf, isClosing, messageView, waitingAfter } from './chat-message.ts';
import type { ListItem } from './list-call.ts';
import type { MessageView } from './page-view.ts';

/** A chat as the page knows it. */
export interface Chat {
  readonly id: string;
  name: string;
  unread: number;
  warning: string | undefined;
  tags: readonly string[];
  waitingSinceS: number | undefined;
  current: boolean;
  draft: string;
  /** Oldest first, by index. */
  messages: { index: bigint; raw: IndexedMessage; view: Omit<MessageView, 'read'> | undefined }[];
  /** Ids of its messages, and whether their place is certain: the list's JSON has no index. */
  known: Map<string, boolean>;
}

/** What the page knows of its chats, from whichever call or push it came. */
export class Chats {
  readonly #chats = new Map<string, Chat>();

  get all(): readonly Chat[] {
    return [...this.#chats.values()];
  }

  takePage(page: Page): void {
    for (const message of page.messages) this.#file(message);
    // The server's marks come after the messages: they are newer than any of them.
    for (const conversation of page.conversations) this.#mark(conversation);
  }

  takeList(items: readonly ListItem[], current: boolean): void {
    for (const item of items) {
      const chat = this.chat(item.id);
      for (const message of item.messages) this.#file(message, false);
      chat.name = item.name;
      chat.unread = item.unread;
      chat.warning = item.warning;
      chat.tags = item.tags;
      chat.waitingSinceS = item.waitingSinceS;
      chat.current = current;
    }
  }

  takePush(message: IndexedMessage, openId: string | undefined): void {
    if (message.type >= 50000 || !this.#file(message)) return;
    const chat = this.chat(conversationOf(message));
    chat.waitingSinceS = waitingAfter(message, chat.waitingSinceS);
    chat.current = !isClosing(message);
    if (isClosing(message)) chat.unread = 0;
    if (asks(message) && openId !== chat.id) chat.unread += 1;
    if (message.ext['s:sender_biz_role'] === 'CurrentServer') chat.unread = 0;
  }

  clear(): void {
    this.#chats.clear();
  }

  oldestIndex(id: string): bigint {
    return this.chat(id).messages[0]?.index ?? 0n;
  }

  chat(id: string): Chat {
    const known = this.#chats.get(id);
    if (known !== undefined) return known;
    const fresh = {
      name: '',
      unread: 0,
      warning: undefined,
      tags: [],
      waitingSinceS: undefined,
      current: true,
      draft: '',
    };
    const chat: Chat = { id, ...fresh, messages: [], known: new Map() };
    this.#chats.set(id, chat);
    return chat;
  }

  #mark({ id, unread, waiting }: ChatConversation): void {
    const chat = this.chat(id);
    chat.unread = unread;
    if (!waiting) chat.waitingSinceS = undefined;
  }

  /** False for a message that is already known. */
  #file(raw: IndexedMessage, isPlaceCertain = true): boolean {
    const chat = this.chat(conversationOf(raw));
    const before = chat.known.get(raw.id);
    if (before === true || (before === false && !isPlaceCertain)) return false;
    if (before === false) chat.messages = chat.messages.filter(message => message.raw.id !== raw.id);
    chat.known.set(raw.id, isPlaceCertain);
    if (chat.name === '' && raw.ext.nickname !== undefined) chat.name = raw.ext.nickname;
    const { messages } = chat;
    let at = messages.length;
    while (at > 0 && (messages[at - 1]?.index ?? 0n) > raw.index) at -= 1;
    messages.splice(at, 0, { index: raw.index, raw, view: messageView(raw) });
    return before === undefined;
  }
}
