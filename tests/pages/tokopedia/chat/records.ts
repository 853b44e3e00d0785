import { graphqlAnswer, listJson } from '../wire/list-json.ts';
import { repliesJson } from '../wire/replies-json.ts';
import { lastAt, type Sent, type SimulatedConversation, type StoredReply } from './conversation.ts';
import { type TokopediaOptions, withDefaults } from './options.ts';

/** What the simulated platform remembers, and the answers it gives from that. Knows neither server nor socket. */
export class ChatRecords {
  readonly options: TokopediaOptions;
  readonly conversations: SimulatedConversation[] = [];
  /** The truth about every message, in the order it came to be. */
  readonly sent: Sent[] = [];
  /** Every text that was ever in a message. */
  readonly texts = new Set<string>();
  signedIn = true;
  #ids = 3_100_000_000;

  constructor(options: Partial<TokopediaOptions> = {}) {
    this.options = withDefaults(options);
  }

  conversation(id: string): SimulatedConversation | undefined {
    return this.conversations.find(c => c.id === id);
  }

  conversationWith(name: string): SimulatedConversation {
    const found = this.conversations.find(c => c.name === name);
    if (found === undefined) throw new Error(`The simulated Tokopedia has no chat with ${name}.`);
    return found;
  }

  conversationsWaiting(): SimulatedConversation[] {
    return this.conversations.filter(c => c.waitingSinceMs !== undefined && !c.blocked);
  }

  /** The answer to `chatListMessage`: chats of the newest activity first, page 1 and on. */
  listAnswer(page = 1): object {
    const { conversationsPerPage } = this.options;
    const all = this.conversations.filter(c => c.replies.length > 0).sort((a, b) => lastAt(b) - lastAt(a));
    const from = (page - 1) * conversationsPerPage;
    const shown = all.slice(from, from + conversationsPerPage);
    const hasNext = from + shown.length < all.length;
    return graphqlAnswer('chatListMessage', listJson(shown, hasNext, this.options), this.options);
  }

  /** The answer to `chatReplies`: a chat's messages, those older than `beforeMs`. */
  repliesAnswer(c: SimulatedConversation, beforeMs = Number.POSITIVE_INFINITY): object {
    const page = c.replies.filter(({ atMs }) => atMs < beforeMs).slice(-this.options.pageSize);
    return graphqlAnswer('chatReplies', repliesJson(c, page, this.options), this.options);
  }

  replyOf(sent: Pick<Sent, 'conversation' | 'id'>): [SimulatedConversation, StoredReply] {
    const c = this.conversation(sent.conversation);
    const reply = c?.replies.find(({ replyId }) => String(replyId) === sent.id);
    if (c === undefined || reply === undefined) throw new Error(`The simulated Tokopedia never sent ${sent.id}.`);
    return [c, reply];
  }

  /** Rising numbers of ten digits: our choice, as only their being ids is recorded. */
  protected newId(): number {
    this.#ids += 17;
    return this.#ids;
  }

  protected file(c: SimulatedConversation, draft: Omit<StoredReply, 'replyId'>): StoredReply {
    const reply = { ...draft, replyId: this.newId() };
    c.replies.push(reply);
    c.replies.sort((a, b) => a.atMs - b.atMs || a.replyId - b.replyId);
    this.texts.add(draft.text);
    return reply;
  }
}
