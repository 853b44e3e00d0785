import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WebSocket } from 'ws';
import type { Site } from '../../tools/site.ts';
import type { Release } from '../serving/delivery.ts';
import { Orders } from '../serving/orders.ts';
import type { Sent, SimulatedConversation } from './chat/conversation.ts';
import { markets } from './chat/markets.ts';
import type { ShopeeOptions } from './chat/options.ts';
import { ChatScript } from './chat/script.ts';
import { type SeedOptions, seedChats } from './chat/seed.ts';
import { viewOf } from './chat/view-of.ts';
import type { PageLook } from './client/look.ts';
import type { PageOrder } from './client/orders.ts';
import type { PageView } from './client/page-view.ts';
import { answer } from './serving/answer.ts';
import { Pushes } from './serving/pushes.ts';
import { eventText, messageEvent } from './wire/push-text.ts';

/**
 * A simulated Shopee web chat, written from the collected facts about the real one and from nothing else: it shares no
 * name, number or constant with the code that reads it.
 *
 * Follows evidence: hosts, both paths, the mini chat's launcher and its asking every three seconds; `data-cy` names and
 * ids in the document, virtualised list and thread, the open row's `-current`, the unread number without a class, clock
 * times glued to the texts, headings in Brazil; fibers that lead to the conversation; every call's path, method where one
 * is recorded, and field; the list's cursor; times in four units and ISO; the event `message` of the page's socket.
 *
 * Our choice, because nothing was recorded: the socket's address (socket.io's usual path on the page's host) and its
 * wire; all values of `source`, `source_type`, `message_option`, `status` and of `segment`; `type` of anything but text,
 * image, video, sticker, product and order; names of query parameters; the shapes of `shop_list`, `unread-count` and of
 * the answers to `read`, `open` and `enter`; that ids rise with time; that the platform keeps whole seconds where it tells
 * seconds; that history comes newest first; the row's time label, day lines in the thread, the look of pictures and
 * cards; everything inside the mini chat's panel, and which part of its launcher bears the mark of being open; what a
 * lost sign-in looks like; most words of the page. Vacation mode is a setting of the shop and leaves no trace here. Orders
 * from a test come as server-sent events (`/page-orders`).
 */
export class SimulatedShopee extends ChatScript implements Site {
  readonly hosts: readonly string[];
  /** What the page is given to prove itself with; must turn up nowhere else. */
  readonly token = `simulated-token-${Math.random().toString(36).slice(2)}`;
  readonly #pushes: Pushes;
  readonly #orders = new Orders<PageOrder>();

  constructor(options: Partial<ShopeeOptions> = {}) {
    super(options);
    this.hosts = [this.options.host];
    this.#pushes = new Pushes(this.options.heartbeatMs);
  }

  /** The address of the chat page. */
  get url(): string {
    return `https://${this.options.host}${this.options.path}`;
  }

  /** A page of the Seller Centre with the mini chat at its edge. */
  get miniUrl(): string {
    return `https://${this.options.host}/portal/sale/order`;
  }

  get market(): string {
    return markets[this.options.host].code;
  }

  /** Pages that hold a socket for pushes open. */
  get listeners(): number {
    return this.#pushes.listeners;
  }

  handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    return answer(this, request, response);
  }

  socket(socket: WebSocket): void {
    this.#pushes.join(socket);
  }

  followOrders(line: ServerResponse): void {
    this.#orders.join(line);
  }

  seed(options: SeedOptions = {}): SimulatedConversation[] {
    return seedChats(this, options);
  }

  /** How the page would show the chats now, for `renderPage`. */
  view(open?: SimulatedConversation, first?: number): PageView {
    return viewOf(this, open, first);
  }

  look(): PageLook {
    return this.options;
  }

  /** The text of a message's push, as it would go down the socket. */
  pushOf(sent: Pick<Sent, 'conversation' | 'id'>): string {
    return messageEvent(this.messageJsonOf(sent));
  }

  pushText(text: string): void {
    this.#pushes.push(text);
  }

  /** An event that is no chat message; that there are others is our guess. */
  pushOther(data: object): void {
    this.#pushes.push(eventText('message', data));
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

  /** The seller opens a chat on the open pages, as by a click. */
  sellerOpens(c: SimulatedConversation): void {
    this.#orders.give({ do: 'open', conversation: c.id });
  }

  /** The seller writes on the open page, which then asks the platform to send it. */
  sellerTypes(c: SimulatedConversation, text: string): void {
    this.#orders.give({ do: 'send', conversation: c.id, text });
  }

  /** The sign-in ends: another page takes the chat's place, or its calls fail and nothing else. */
  loginExpires(how: 'redirect' | 'calls-fail' = 'redirect'): void {
    this.signedIn = false;
    this.#orders.give({ do: 'sign-out', how });
  }

  signsInAgain(): void {
    this.signedIn = true;
  }

  /** The open page takes on other names, as after an update of the real one. */
  changesLayout(layout: ShopeeOptions['layout']): void {
    this.options.layout = layout;
    this.#orders.give({ do: 'layout', layout });
  }

  close(): void {
    this.#pushes.close();
    this.#orders.close();
  }

  protected override deliver(_: SimulatedConversation, sent: Sent): void {
    this.#pushes.push(this.pushOf(sent));
  }

  protected override changed(): void {
    this.#orders.give({ do: 'list-again' });
  }
}
