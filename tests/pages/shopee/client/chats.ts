import type { ListItem, MessageView, RowView } from './page-view.ts';
import { type ChatMessage, type ListedConversation, viewOfMessage } from './understand.ts';

interface Chat {
  listed: ListedConversation;
  at: number;
  preview: string;
  unread: number;
  /** For the headings alone. */
  isUnreplied: boolean;
  /** Oldest first: ids rise with the time. */
  messages: MessageView[];
}

interface Knowing {
  handSource: number;
  automaticSources: readonly number[];
}

/** What the page knows of its chats, from whichever call or push it came. */
export class Chats {
  readonly #knowing: Knowing;
  readonly #chats = new Map<string, Chat>();

  constructor(knowing: Knowing) {
    this.#knowing = knowing;
  }

  has(id: string): boolean {
    return this.#chats.has(id);
  }

  takeList(list: readonly ListedConversation[], isUnreplied?: boolean): void {
    for (const listed of list) {
      const known = this.#chats.get(listed.id);
      const byBuyer = listed.latest_message_from_id === listed.to_id;
      this.#chats.set(listed.id, {
        listed,
        at: Date.parse(listed.last_message_time),
        preview: listed.latest_message_content.text ?? `[${listed.latest_message_type}]`,
        unread: listed.unread_count,
        isUnreplied: isUnreplied ?? known?.isUnreplied ?? byBuyer,
        messages: known?.messages ?? [],
      });
    }
  }

  takeMessages(messages: readonly ChatMessage[]): void {
    for (const message of messages) this.#file(message);
  }

  takePush(message: ChatMessage, openId: string | undefined): void {
    const chat = this.#chats.get(message.conversationId);
    if (chat === undefined || !this.#file(message)) return;
    chat.at = message.at;
    chat.preview = message.text === '' ? `[${message.type}]` : message.text;
    const isCounted = chat.listed.latest_message_id >= message.id;
    if (message.isOurs) chat.unread = 0;
    else if (openId !== message.conversationId && !isCounted) chat.unread += 1;
    if (!message.isOurs) chat.isUnreplied = true;
  }

  isByHand(message: ChatMessage): boolean {
    return message.isOurs && message.source === this.#knowing.handSource;
  }

  markReplied(id: string): void {
    const chat = this.#chats.get(id);
    if (chat !== undefined) chat.isUnreplied = false;
  }

  markRead(id: string): void {
    const chat = this.#chats.get(id);
    if (chat !== undefined) chat.unread = 0;
  }

  /** The rows, newest first; with headings the unreplied ones stand together above the others. */
  items(withSections: boolean): ListItem[] {
    const chats = [...this.#chats.values()].sort(byActivity);
    if (!withSections) return chats.map(rowItem);
    const unreplied = chats.filter(({ isUnreplied }) => isUnreplied);
    const replied = chats.filter(({ isUnreplied }) => !isUnreplied);
    return [
      { is: 'section', name: 'tab_unreplied', count: unreplied.length },
      ...unreplied.map(rowItem),
      { is: 'section', name: 'tab_manually_replied', count: replied.length },
      ...replied.map(rowItem),
    ];
  }

  messages(id: string): readonly MessageView[] {
    return this.#chats.get(id)?.messages ?? [];
  }

  name(id: string): string {
    return this.#chats.get(id)?.listed.to_name ?? '';
  }

  buyerOf(id: string): string | number | undefined {
    return this.#chats.get(id)?.listed.to_id;
  }

  /** False for a message that is already known. */
  #file(message: ChatMessage): boolean {
    const messages = this.#chats.get(message.conversationId)?.messages;
    if (messages === undefined || messages.some(({ id }) => id === message.id)) return false;
    messages.push(viewOfMessage(message, this.#knowing.automaticSources));
    messages.sort((a, b) => (a.id < b.id ? -1 : 1));
    return true;
  }
}

function byActivity(a: Chat, b: Chat): number {
  return Number(b.listed.pinned) - Number(a.listed.pinned) || b.at - a.at;
}

function rowItem({ listed, preview, unread, at }: Chat): ListItem {
  const row: RowView = { conversation: listed, preview, unread, at };
  return { is: 'row', row };
}
