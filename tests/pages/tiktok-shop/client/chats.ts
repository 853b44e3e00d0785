import type { ChatConversation, IndexedMessage, Page } from '../../bytedance-wire/client/understand.ts';
import { messageView, previewOf, waitingAfter, withPersonAfter } from './chat-message.ts';
import type { MessageView, RowView } from './page-view.ts';

interface Chat extends ChatConversation {
  name: string;
  withPerson: boolean;
  /** Oldest first, by index. */
  messages: { index: bigint; view: MessageView }[];
  known: Set<string>;
  last: IndexedMessage | undefined;
}

/** What the page knows of its chats, from whichever call or push it came. */
export class Chats {
  readonly #translations: boolean;
  readonly #chats = new Map<string, Chat>();
  #sorted: RowView[] | undefined;
  #mixedBy: number | undefined;

  constructor(translations: boolean) {
    this.#translations = translations;
  }

  takePage(page: Page): void {
    for (const conversation of page.conversations) Object.assign(this.#chat(conversation.id), conversation);
    for (const message of page.messages) this.#file(message);
    // The server's mark comes after the messages: it is newer than any of them.
    for (const { id, waiting } of page.conversations) this.#chat(id).waiting = waiting;
    this.#sorted = undefined;
  }

  takePush(message: IndexedMessage, openId: string | undefined): void {
    this.#sorted = undefined;
    if (message.type === 50001) this.markRead(message.conversationId);
    if (message.type >= 50000 || !this.#file(message)) return;
    const chat = this.#chat(message.conversationId);
    chat.waiting = waitingAfter(message, chat.waiting);
    if (message.ext.attention === 'true' && openId !== chat.id) chat.unread += 1;
    if (message.ext.sender_role === '2' && message.ext.o_sender !== undefined) chat.unread = 0;
  }

  markRead(id: string): void {
    this.#chat(id).unread = 0;
    this.#sorted = undefined;
  }

  nameBuyers(names: ReadonlyMap<string, string>): void {
    for (const [id, name] of names) this.#chat(id).name = name;
    this.#sorted = undefined;
  }

  nameless(): string[] {
    return [...this.#chats.values()].filter(chat => chat.name === '').map(chat => chat.id);
  }

  mix(seed: number): void {
    this.#mixedBy = seed;
    this.#sorted = undefined;
  }

  clear(): void {
    this.#chats.clear();
    this.#sorted = undefined;
  }

  rows(): readonly RowView[] {
    this.#sorted ??= [...this.#chats.values()]
      .map(chat => rowOf(chat, this.#translations))
      .sort((a, b) => this.#rank(b) - this.#rank(a));
    return this.#sorted;
  }

  messages(id: string): readonly MessageView[] {
    return this.#chats.get(id)?.messages.map(({ view }) => view) ?? [];
  }

  oldestIndex(id: string): bigint {
    return this.#chats.get(id)?.messages[0]?.index ?? 0n;
  }

  name(id: string): string {
    return this.#chats.get(id)?.name ?? '';
  }

  #rank(row: RowView): number {
    if (this.#mixedBy === undefined) return row.at;
    return Math.imul(Number(row.conversationId.slice(-6)) + this.#mixedBy, 0x9e3779b1) >>> 8;
  }

  /** False for a message that is already known. */
  #file(message: IndexedMessage): boolean {
    const chat = this.#chat(message.conversationId);
    if (chat.known.has(message.id)) return false;
    chat.known.add(message.id);
    chat.withPerson = withPersonAfter(message, chat.withPerson);
    if (chat.buyerId === '' && message.ext.sender_role === '1') chat.buyerId = message.sender;
    if (chat.name === '' && message.ext.nickname !== undefined) chat.name = message.ext.nickname;
    if (chat.last === undefined || chat.last.index < message.index) chat.last = message;
    const view = messageView(message, this.#translations);
    if (view === undefined) return true;
    const { messages } = chat;
    let at = messages.length;
    while (at > 0 && (messages[at - 1]?.index ?? 0n) > message.index) at -= 1;
    messages.splice(at, 0, { index: message.index, view });
    return true;
  }

  #chat(id: string): Chat {
    const known = this.#chats.get(id);
    if (known !== undefined) return known;
    const fresh = { id, buyerId: '', unread: 0, waiting: false, name: '', withPerson: false };
    const chat: Chat = { ...fresh, messages: [], known: new Set(), last: undefined };
    this.#chats.set(id, chat);
    return chat;
  }
}

function rowOf(chat: Chat, translations: boolean): RowView {
  const { id: conversationId, buyerId: pigeonUid, name, unread, waiting, withPerson } = chat;
  const shown = chat.messages.at(-1)?.view;
  const preview = shown === undefined ? '' : previewOf(shown, translations);
  return { conversationId, pigeonUid, name, unread, waiting, withPerson, at: chat.last?.createTimeMs ?? 0, preview };
}
