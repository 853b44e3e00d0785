import { initAnswer, messagesAnswer } from '../../bytedance-wire/answers.ts';
import { conversationInfo } from '../../bytedance-wire/conversation-info.ts';
import { idMaker } from '../../bytedance-wire/ids.ts';
import type { WireMessage } from '../../bytedance-wire/message-body.ts';
import { messageIndex } from '../../bytedance-wire/message-index.ts';
import { PushCursors } from '../../bytedance-wire/push-cursors.ts';
import type { Sent } from '../../sent.ts';
import { type Agent, conversationType, lastAt, lastIndex, type SimulatedChat } from './conversation.ts';
import { jsonBody, type ListPage, listAnswer } from './list-answer.ts';
import { type WorkbenchOptions, withDefaults } from './options.ts';

type Draft = Pick<WireMessage, 'type' | 'sender' | 'content' | 'ext'>;

/** What the simulated platform remembers, and the answers it gives from that. Knows neither server nor socket. */
export class WorkbenchRecords {
  readonly options: WorkbenchOptions;
  readonly conversations: SimulatedChat[] = [];
  /** The truth about every message, in the order it came to be. */
  readonly sent: Sent[] = [];
  /** Every text that was ever in a message, a draft or a notice. */
  readonly texts = new Set<string>();
  /** Counted by the page's calls: chats that a click marked as read. */
  readonly markedRead: string[] = [];
  signedIn = true;
  protected readonly cursors = new PushCursors();
  protected readonly newId = idMaker();
  readonly #wire = new Map<string, WireMessage>();

  constructor(options: Partial<WorkbenchOptions> = {}) {
    this.options = withDefaults(options);
  }

  conversation(id: string): SimulatedChat | undefined {
    return this.conversations.find(c => c.id === id);
  }

  conversationsWaiting(): SimulatedChat[] {
    return this.conversations.filter(c => c.waitingSinceS !== undefined);
  }

  /** A member of the staff by name; without one, whoever is signed in. */
  agent(name?: string): Agent {
    const { agents } = this.options;
    const found = name === undefined ? agents[0] : agents.find(agent => agent.name === name);
    if (found === undefined) throw new Error(`The simulated shop has no staff called ${name}.`);
    return found;
  }

  /** The wire's view of a message, to make frames of it. */
  wireOf(sent: Pick<Sent, 'id'>): WireMessage {
    const found = this.#wire.get(sent.id);
    if (found === undefined) throw new Error(`The simulated workbench never sent ${sent.id}.`);
    return found;
  }

  /** What the list calls answer: chats that are going on, or those under 最近联系. */
  listAnswer(which: 'current' | 'last', page: ListPage) {
    return listAnswer(
      this.conversations.filter(c => c.current === (which === 'current')),
      page,
      this.options,
    );
  }

  /** A body with `msg_body_list`: the newest messages of a chat, as a suggestion of replies gets them. */
  suggestionAnswer(chat: SimulatedChat) {
    return { code: 0, data: { msg_body_list: chat.messages.slice(-5).map(m => jsonBody(m, chat, this.options)) } };
  }

  /** The answer to `get_by_user_init`: chats of the newest activity first, each with its newest messages. */
  initAnswer(cursor = 0): Uint8Array {
    const { pageSize, listPageSize } = this.options;
    const all = this.conversations.filter(c => c.current).sort((a, b) => lastAt(b) - lastAt(a));
    const page = all.slice(cursor, cursor + listPageSize);
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
  historyAnswer(chat: SimulatedChat, cursor = 0n): Uint8Array {
    const before = chat.messages.filter(m => cursor === 0n || m.index < cursor);
    const page = before.slice(-this.options.pageSize).reverse();
    const nextCursor = page.at(-1)?.index ?? 0n;
    return messagesAnswer({ messages: page, nextCursor, hasMore: before.length > page.length });
  }

  /** Files a new message under its chat. */
  protected file(chat: SimulatedChat, draft: Draft, atMs: number): WireMessage {
    const id = this.newId(atMs);
    const { conversationId, ext } = this.named(chat, draft.ext);
    const wire: WireMessage = {
      ...draft,
      ext,
      conversationId,
      conversationType,
      conversationShortId: chat.shortId,
      id,
      index: messageIndex(id, atMs, chat.messages.at(-1)),
      createTimeMs: atMs,
    };
    chat.messages.push(wire);
    chat.messages.sort((a, b) => (a.index < b.index ? -1 : 1));
    this.#wire.set(id, wire);
    this.texts.add(draft.content);
    return wire;
  }

  /** How a message names its chat. Only the key in `ext` stands in for an empty field: the other field's number is not known. */
  protected named(chat: SimulatedChat, ext: Record<string, string>): Pick<WireMessage, 'conversationId' | 'ext'> {
    if (this.options.conversationIdIn === 'field') return { conversationId: chat.id, ext };
    return { conversationId: '', ext: { ...ext, security_conversation_id: chat.id } };
  }

  #info(c: SimulatedChat): Uint8Array {
    const { shopId } = this.options;
    return conversationInfo({ ...c, type: conversationType, shopId, agentId: c.agent.id, readIndex: lastIndex(c) });
  }
}
