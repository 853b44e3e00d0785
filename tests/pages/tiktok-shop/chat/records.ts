import { command, initAnswer, messagesAnswer } from '../../bytedance-wire/answers.ts';
import { conversationInfo } from '../../bytedance-wire/conversation-info.ts';
import { idMaker } from '../../bytedance-wire/ids.ts';
import type { WireMessage } from '../../bytedance-wire/message-body.ts';
import { messageIndex } from '../../bytedance-wire/message-index.ts';
import { PushCursors } from '../../bytedance-wire/push-cursors.ts';
import type { Sent } from '../../sent.ts';
import { conversationType, lastAt, lastIndex, type SimulatedConversation } from './conversation.ts';
import { type InboxOptions, withDefaults } from './options.ts';

type Draft = Pick<WireMessage, 'type' | 'sender' | 'content' | 'ext'>;

/** What the simulated platform remembers, and the answers it gives from that. Knows neither server nor socket. */
export class InboxRecords {
  readonly options: InboxOptions;
  readonly conversations: SimulatedConversation[] = [];
  /** The truth about every message, in the order it came to be. */
  readonly sent: Sent[] = [];
  /** Every text that was ever in a message. */
  readonly texts = new Set<string>();
  /** Counted by the page's calls: chats that a click marked as read. */
  readonly markedRead: string[] = [];
  signedIn = true;
  protected readonly cursors = new PushCursors();
  protected readonly newId = idMaker();
  readonly #wire = new Map<string, WireMessage>();

  constructor(options: Partial<InboxOptions> = {}) {
    this.options = withDefaults(options);
  }

  conversation(id: string): SimulatedConversation | undefined {
    return this.conversations.find(c => c.id === id);
  }

  conversationWith(name: string): SimulatedConversation {
    const found = this.conversations.find(c => c.name === name);
    if (found === undefined) throw new Error(`The simulated inbox has no chat with ${name}.`);
    return found;
  }

  conversationsWaiting(): SimulatedConversation[] {
    return this.conversations.filter(c => c.waitingSinceS !== undefined);
  }

  /** The wire's view of a message, to make frames of it. */
  wireOf(sent: Pick<Sent, 'id'>): WireMessage {
    const found = this.#wire.get(sent.id);
    if (found === undefined) throw new Error(`The simulated inbox never sent ${sent.id}.`);
    return found;
  }

  /** The answer to `get_by_user_init`: conversations of the newest activity first, each with its newest messages. */
  initAnswer(cursor = 0): Uint8Array {
    const { pageSize, conversationsPerPage } = this.options;
    const all = this.conversations.filter(c => c.current).sort((a, b) => lastAt(b) - lastAt(a));
    const page = all.slice(cursor, cursor + conversationsPerPage);
    const next = cursor + page.length;
    return initAnswer({
      messages: page.flatMap(c => c.messages.slice(-pageSize)),
      conversations: page.map(c => this.#info(c)),
      perUserCursor: this.cursors.reached,
      nextCursor: BigInt(next),
      hasMore: next < all.length,
    });
  }

  /** The answer to `get_by_conversation`: the page of messages before `cursor` (an index), newest first. */
  historyAnswer(conversation: SimulatedConversation, cursor = 0n): Uint8Array {
    const before = conversation.messages.filter(m => cursor === 0n || m.index < cursor);
    const page = before.slice(-this.options.pageSize).reverse();
    return messagesAnswer({
      messages: page,
      nextCursor: page.at(-1)?.index ?? 0n,
      hasMore: before.length > page.length,
    });
  }

  /** The answer to the page's regular poll: what came after `cursor`; usually nothing. */
  pollAnswer(cursor: bigint): Uint8Array {
    const messages = cursor === 0n ? [] : this.conversations.flatMap(c => c.messages.filter(m => m.index > cursor));
    return messagesAnswer({ messages, nextCursor: this.cursors.reached, hasMore: false }, command.poll);
  }

  /** Files a new message under its conversation. */
  protected file(conversation: SimulatedConversation, draft: Draft, atMs: number): WireMessage {
    const id = this.newId(atMs);
    const wire: WireMessage = {
      ...draft,
      conversationId: conversation.id,
      conversationType,
      conversationShortId: conversation.shortId,
      id,
      index: messageIndex(id, atMs, conversation.messages.at(-1)),
      createTimeMs: atMs,
    };
    conversation.messages.push(wire);
    conversation.messages.sort((a, b) => (a.index < b.index ? -1 : 1));
    this.#wire.set(id, wire);
    this.texts.add(draft.content);
    return wire;
  }

  #info(c: SimulatedConversation): Uint8Array {
    return conversationInfo({
      ...c,
      type: conversationType,
      shopId: this.options.imShopId,
      agentId: this.options.agentId,
      readIndex: lastIndex(c),
    });
  }
}
