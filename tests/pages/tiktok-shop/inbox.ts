import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WebSocket } from 'ws';
import type { Site } from '../../tools/site.ts';
import { pushAnswer } from '../bytedance-wire/answers.ts';
import { frame } from '../bytedance-wire/frame.ts';
import type { WireMessage } from '../bytedance-wire/message-body.ts';
import { Delivery, type Release } from '../serving/delivery.ts';
import type { SimulatedConversation } from './chat/conversation.ts';
import type { InboxOptions } from './chat/options.ts';
import { type How, InboxScript } from './chat/script.ts';
import { type SeedOptions, seedHistory } from './chat/seed-history.ts';
import { viewOf } from './chat/view-of.ts';
import type { PageLook } from './client/look.ts';
import type { PageOrder } from './client/orders.ts';
import type { PageView } from './client/page-view.ts';
import { answer } from './serving/answer.ts';

/**
 * A simulated TikTok Shop seller inbox, written from the collected facts about the real one and from nothing else: it
 * shares no name, number or constant with the code that reads it.
 *
 * Follows evidence: hosts, paths and query of the page; names in the document (`data-testid`, `chatd-*`, `p-badge`,
 * row ids that are positions); React's properties and their shapes; the JSON calls; every field number, unit, cursor
 * and `ext` key of the chat's wire format; payloads plain, LZ4 or gzip; `hi` as heartbeat; labels of time in minutes.
 *
 * Our choice, because nothing was recorded: the words of `payload_encoding`; the request bodies and the path of the
 * regular poll; answer fields of `mget_info_v2` other than `system_tag`; `ext.type` of a sticker; the marks of cards and
 * stickers in the document; Indonesian words of the page; English labels for today and yesterday; that `.p-badge` is
 * absent when nothing is unread; that 301 pages come newest first; that no thread is open at first; that only rows near
 * the scroll position are in the document. Orders from a test reach the page over a socket of its own (`/page-orders`).
 */
export class SimulatedInbox extends InboxScript implements Site {
  readonly hosts: readonly string[];
  /** What the page is given to prove itself with; must turn up nowhere else. */
  readonly token = `simulated-token-${Math.random().toString(36).slice(2)}`;
  readonly #push: Delivery;
  readonly #orders: Delivery;

  constructor(options: Partial<InboxOptions> = {}) {
    super(options);
    this.hosts = [this.options.host, this.options.imHost, this.options.socketHost];
    this.#push = new Delivery(this.options.heartbeatMs);
    this.#orders = new Delivery(this.options.heartbeatMs);
  }

  /** The address of the chat page. */
  get url(): string {
    const { host, sellerId, region, language } = this.options;
    return `https://${host}/chat/inbox/current?oec_seller_id=${sellerId}&shop_region=${region}&lang=${language}`;
  }

  /** Pages that hold a socket for pushes open. */
  get listeners(): number {
    return this.#push.listeners;
  }

  handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    return answer(this, request, response);
  }

  socket(socket: WebSocket, request: IncomingMessage): void {
    if (request.url?.startsWith('/page-orders') === true) this.#orders.join(socket);
    else this.#push.join(socket);
  }

  seed(options: SeedOptions = {}): void {
    seedHistory(this, options);
  }

  /** How the page would show the inbox now, for `renderPage`. */
  view(open?: SimulatedConversation): PageView {
    return viewOf(this, open);
  }

  look(): PageLook {
    return this.options;
  }

  /** The bytes of a message's push, as they would go down the socket. */
  frameOf(sent: { id: string }, how: How = {}): Uint8Array {
    return frame(pushAnswer(this.wireOf(sent), this.cursors.of(sent)), this.#packing(how));
  }

  pushRaw(bytes: Uint8Array): void {
    this.#push.push(bytes);
  }

  pushText(text: string): void {
    this.#push.push(text);
  }

  dropSocket(): void {
    this.#push.drop();
  }

  holdFrames(): void {
    this.#push.hold();
  }

  releaseFrames(how: Release = {}): void {
    this.#push.release(how);
  }

  /** Mixes the rows of open pages, as happens when the list is sorted anew. */
  reorder(seed = 1): void {
    this.#order({ do: 'reorder', seed });
  }

  /** The list of current chats runs empty; a new message brings its chat back. */
  showsEmpty(): void {
    for (const c of this.conversations) c.current = false;
    this.#order({ do: 'empty' });
  }

  /** The sign-in ends: a dialog on the open page, or the sign-in page in its place, or nothing until the next call. */
  loginExpires(how: 'dialog' | 'sign-in-page' | 'unnoticed' = 'dialog'): void {
    this.signedIn = false;
    if (how !== 'unnoticed') this.#order({ do: 'sign-out', how });
  }

  signsInAgain(): void {
    this.signedIn = true;
  }

  /** The open page takes on other names, as after an update of the real one. */
  changesLayout(layout: InboxOptions['layout']): void {
    this.options.layout = layout;
    this.#order({ do: 'layout', layout });
  }

  close(): void {
    this.#push.close();
    this.#orders.close();
  }

  protected override deliver(wire: WireMessage, how: How): void {
    const cursors = this.cursors.take(wire);
    if (how.quiet === true) return;
    this.#push.push(frame(pushAnswer(wire, cursors), this.#packing(how)));
  }

  #packing(how: How): How {
    const { encoding, encodingName } = this.options;
    return { ...how, encoding: how.encoding ?? encoding, encodingName: how.encodingName ?? encodingName };
  }

  #order(order: PageOrder): void {
    this.#orders.push(JSON.stringify(order));
  }
}
