import { contained } from '../wire/containers.ts';
import { conversationJson } from '../wire/conversation-json.ts';
import { messageJson } from '../wire/message-json.ts';
import { asTold, unitOf } from '../wire/times.ts';
import { lastAt, type Sent, type SimulatedConversation, type StoredMessage } from './conversation.ts';
import { messageIds, scattered } from './ids.ts';
import { type ShopeeOptions, withDefaults } from './options.ts';

type Draft = Pick<StoredMessage, 'side' | 'type' | 'content' | 'origin'>;

export interface ListWish {
  /** The last row's `latest_message_id` of the page before. */
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
  /** `unreplied`, `manually_replied`, or all. */
  readonly segment?: string | undefined;
}

/** What the simulated platform remembers, and the answers it gives from that. Knows neither server nor socket. */
export class ChatRecords {
  readonly options: ShopeeOptions;
  readonly conversations: SimulatedConversation[] = [];
  /** The truth about every message, in the order it came to be. */
  readonly sent: Sent[] = [];
  /** Every text that was ever in a message. */
  readonly texts = new Set<string>();
  /** Chats that a click marked as read, and those it opened. */
  readonly markedRead: string[] = [];
  readonly opened: string[] = [];
  signedIn = true;
  protected readonly newBuyerId = scattered(300_000_000);
  readonly #newMessageId = messageIds();
  readonly #newConversationTail = scattered(100_000_000);

  constructor(options: Partial<ShopeeOptions> = {}) {
    this.options = withDefaults(options);
  }

  conversation(id: string): SimulatedConversation | undefined {
    return this.conversations.find(c => c.id === id);
  }

  conversationWith(name: string): SimulatedConversation {
    const found = this.conversations.find(c => c.name === name);
    if (found === undefined) throw new Error(`The simulated Shopee has no chat with ${name}.`);
    return found;
  }

  /** Blocked buyers wait for nobody. */
  conversationsWaiting(): SimulatedConversation[] {
    return this.conversations.filter(c => c.waitingSinceMs !== undefined && !c.blocked);
  }

  /** The answer to every call for the list: of the newest activity first, a page at a time. */
  listAnswer({ cursor, limit = this.options.conversationsPerPage, segment }: ListWish = {}): object {
    const all = this.conversations.filter(c => c.messages.length > 0 && isIn(c, segment)).sort(byActivity);
    const from = all.findIndex(c => c.messages.at(-1)?.id === cursor) + 1;
    const page = all.slice(from, from + limit).map(c => conversationJson(c, this.options));
    return contained(page, this.options.container);
  }

  /** The answer to a call for a chat's messages, which is the array itself: those older than `before`, newest first. */
  messagesAnswer(c: SimulatedConversation, before?: string, limit = this.options.pageSize): object[] {
    const end = before === undefined ? -1 : c.messages.findIndex(({ id }) => id === before);
    const older = end < 0 ? c.messages : c.messages.slice(0, end);
    return older
      .slice(-limit)
      .reverse()
      .map(m => messageJson(c, m, this.options));
  }

  /** The wire's view of a message. */
  messageJsonOf(sent: Pick<Sent, 'conversation' | 'id'>): object {
    const c = this.conversation(sent.conversation);
    const message = c?.messages.find(({ id }) => id === sent.id);
    if (c === undefined || message === undefined) throw new Error(`The simulated Shopee never sent ${sent.id}.`);
    return messageJson(c, message, this.options);
  }

  /** The shop's number and nine digits: our choice, as only their being ids is recorded. */
  protected newConversationId(shopId: number): string {
    return `${shopId}${this.#newConversationTail()}`;
  }

  protected file(c: SimulatedConversation, draft: Draft, atMs: number): StoredMessage {
    const { times } = this.options;
    const unit = times === 'mixed' ? unitOf(c.messages.length) : times;
    const told = asTold(atMs, unit);
    const message = { ...draft, id: this.#newMessageId(told), atMs: told, unit };
    c.messages.push(message);
    c.messages.sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const words of Object.values(draft.content)) this.texts.add(words);
    return message;
  }
}

function isIn(c: SimulatedConversation, segment: string | undefined): boolean {
  if (segment === undefined) return true;
  return (segment === 'unreplied') === (c.waitingSinceMs !== undefined);
}

function byActivity(a: SimulatedConversation, b: SimulatedConversation): number {
  return lastAt(b) - lastAt(a) || (lastId(a) < lastId(b) ? 1 : -1);
}

function lastId(c: SimulatedConversation): string {
  return c.messages.at(-1)?.id ?? '';
}
