import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WebSocket } from 'ws';
import type { Site } from '../../tools/site.ts';
import { Delivery, type Release } from '../serving/delivery.ts';
import { Orders } from '../serving/orders.ts';
import type { Sent, SimulatedConversation } from './chat/conversation.ts';
import type { TokopediaOptions } from './chat/options.ts';
import { ChatScript, type How } from './chat/script.ts';
import type { PageOrder } from './client/orders.ts';
import { answer } from './serving/answer.ts';
import { messagePush, readPush } from './wire/push-text.ts';

/**
 * A simulated legacy seller chat of Tokopedia, written from the collected facts about the real one and from nothing else:
 * it shares no name, number or constant with the code that reads it.
 *
 * Follows evidence: the page's address; the two operations at their addresses, their headers and fields; the socket's
 * address, codes 103 and 301 and their fields; roles and sides, and that a side is no proof of an author; broadcasts by
 * their number, a robot's last word by the list's mark, blocks, times in ms; that a push bears no id of its message.
 *
 * Our choice, because nothing was recorded: the whole document, which is deliberately without a name to hold on to; what a
 * request looks like; the usual wrapping of a GraphQL answer, and its being one object or a list; values of `source` but
 * `inbox`, of `readStatus`, `pinStatus`, `status` and `attachment.type`; that the roles of the answers are those of the
 * socket; the form of `lastReplyTimeStr` and `messageKey`; under what name a push has its words; the groups in an answer;
 * what `data` of code 301 hold; where a lost sign-in leads. Orders from a test come as server-sent events (`/page-orders`).
 */
export class SimulatedTokopedia extends ChatScript implements Site {
  readonly hosts: readonly string[];
  readonly #pushes = new Delivery(0, null);
  readonly #orders = new Orders<PageOrder>();

  constructor(options: Partial<TokopediaOptions> = {}) {
    super(options);
    this.hosts = [this.options.host, this.options.graphqlHost, this.options.socketHost];
  }

  /** The address of the chat page. */
  get url(): string {
    return `https://${this.options.host}/chat`;
  }

  /** Discussions under products: not the chat. */
  get discussionsUrl(): string {
    return `https://${this.options.host}/inbox-talk`;
  }

  get listeners(): number {
    return this.#pushes.listeners;
  }

  handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    return answer(this, request, response);
  }

  socket(socket: WebSocket, request: IncomingMessage): void {
    if (request.url?.startsWith('/connect') === true) this.#pushes.join(socket);
    else socket.close();
  }

  followOrders(line: ServerResponse): void {
    this.#orders.join(line);
  }

  /** The text of a message's push, as it would go down the socket. */
  pushOf(sent: Pick<Sent, 'conversation' | 'id'>): string {
    return messagePush(...this.replyOf(sent), this.options);
  }

  pushText(text: string): void {
    this.#pushes.push(text);
  }

  /** The buyer has read the chat. */
  buyerReads(c: SimulatedConversation, how: Pick<How, 'at'> = {}): void {
    this.#pushes.push(readPush(c, how.at ?? this.options.now(), this.options));
  }

  dropSocket(): void {
    this.#pushes.drop();
  }

  holdFrames(): void {
    this.#pushes.hold();
  }

  releaseFrames(how: Release = {}): void {
    this.#pushes.release(how);
  }

  /** The seller opens a chat on the open pages, as by a click: only then its messages are asked for. */
  sellerOpens(c: SimulatedConversation): void {
    this.#orders.give({ do: 'open', conversation: c.id });
  }

  /** The sign-in ends: another page takes the chat's place, or its calls fail and nothing else. */
  loginExpires(how: 'redirect' | 'calls-fail' = 'redirect'): void {
    this.signedIn = false;
    if (how === 'redirect') this.#orders.give({ do: 'sign-in-page' });
  }

  signsInAgain(): void {
    this.signedIn = true;
  }

  close(): void {
    this.#pushes.close();
    this.#orders.close();
  }

  protected override deliver(sent: Sent): void {
    this.#pushes.push(this.pushOf(sent));
  }
}
