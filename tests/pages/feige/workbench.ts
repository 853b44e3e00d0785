import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WebSocket } from 'ws';
import type { Site } from '../../tools/site.ts';
import { pushAnswer } from '../bytedance-wire/answers.ts';
import { frame } from '../bytedance-wire/frame.ts';
import type { WireMessage } from '../bytedance-wire/message-body.ts';
import { Delivery, type Release } from '../serving/delivery.ts';
import type { SimulatedChat } from './chat/conversation.ts';
import type { WorkbenchOptions } from './chat/options.ts';
import { PlatformScript } from './chat/platform-script.ts';
import { type SeedOptions, seedHistory } from './chat/seed-history.ts';
import type { How } from './chat/speaking.ts';
import { viewOf } from './chat/view-of.ts';
import type { PageLook } from './client/look.ts';
import type { Bounce, PageOrder } from './client/orders.ts';
import type { PageView } from './client/page-view.ts';
import { answer } from './serving/answer.ts';
import { hosts } from './serving/hosts.ts';

const lateAfterMs = 30_000;

/**
 * A simulated Feige workbench, the chat desk of Douyin shops, written from the collected facts about the real one and from
 * nothing else: it shares no name, number or constant with the code that reads it.
 *
 * Follows evidence (feige.md, bytedance-im.md): hosts, paths and query of page, calls, socket, sign-in and score; the
 * names in the document by layout (`data-qa-id`, `data-btm-id`, `#chantListScrollArea`, half-hashed classes and the words
 * they contain, boxes and sections, tabs, top bar, composer); that a waiting row shows a running time and another the
 * clock; headings, rows that are no buyers, drafts, tags; ids of bubbles, their lateness and their forms; lines of the
 * platform and under bubbles; the list call's fields, its countdown and its paging; field numbers, units, cursors and `ext`
 * keys of the wire; conversation ids and type 10; hand-over sessions `3:<talk_id>`; the late notice from 30 s on, as a
 * message and inside a frame; the chat objects' doors; `code: 10005`, and status 100 on the wire.
 *
 * Our choice, because nothing was recorded. Addresses: that a framed chat has the other form of the page's address; the
 * host of the protobuf calls; the path of `msg_body_list`; `selfId` repeated in calls. JSON: the wrapping of `currentuser`
 * and `onlineservice`; where the list says conversation, message id, name, unread number, tags. Wire: what role and
 * marks robots, assignments, context and transfers bear beyond the recorded ones; the key of the line under a bubble; the
 * type of stickers; which id of a generated message is the one in the document; 1005 for a close; that only `ext` names
 * the chat where its field is empty; commands' contents. Behaviour: that waiting chats are the current section and stand
 * first; that waiting times are cut to whole units, with no days; that a row of an earlier day shows its date; that a
 * robot's answer leaves the wait running; that a closed chat moves to 最近联系; that pushed cards stand on neither side; a
 * time label after five quiet minutes; that all windows get all pushes; that a cold start leaves no gap between cursors;
 * that no thread is open at first; that only rows near the scroll position are in the document. The layouts `drawn` and
 * `unknown`, and calls made in a worker, are imagined. Orders from a test reach the page over a socket of its own.
 */
export class SimulatedWorkbench extends PlatformScript implements Site {
  readonly hosts: readonly string[];
  /** What the page is given to prove itself with; must turn up nowhere else. */
  readonly token = `simulated-token-${Math.random().toString(36).slice(2)}`;
  readonly #push: Delivery;
  readonly #orders: Delivery;
  readonly #late = new Set<NodeJS.Timeout>();
  readonly #prepared = new Map<string, string[]>();

  constructor(options: Partial<WorkbenchOptions> = {}) {
    super(options);
    this.hosts = [...Object.values(hosts), this.options.socketHost];
    this.#push = new Delivery(this.options.heartbeatMs);
    this.#orders = new Delivery(this.options.heartbeatMs);
  }

  /** The address of the workbench. */
  get url(): string {
    return `https://${hosts.chat}${this.options.path}`;
  }

  /** The address of another window, at which somebody else of the staff sits. */
  urlOf(agent: string): string {
    return `${this.url}?selfId=${this.agent(agent).id}`;
  }

  get scoreUrl(): string {
    return `https://${hosts.backOffice}/ffa/eco/experience-score`;
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

  /** How the page would show the workbench now, for `renderPage`. */
  view(open?: SimulatedChat): PageView {
    return viewOf(this, open);
  }

  /** Without a page, what is late comes at once. */
  look(): PageLook {
    return { ...this.options, later: (_, change) => change() };
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

  /** The next call of this path is answered with this text, whatever it is. */
  answersNext(path: string, text: string): void {
    this.#prepared.set(path, [...(this.#prepared.get(path) ?? []), text]);
  }

  preparedAnswer(path: string): string | undefined {
    return this.#prepared.get(path)?.shift();
  }

  /** Open pages fetch their list again, as they do by themselves now and then. */
  refreshes(): void {
    this.refreshLists();
  }

  /** Open pages show a chat, without a click. */
  opens(chat: SimulatedChat): void {
    this.#order({ do: 'open', conversation: chat.id });
  }

  /** Somebody of the staff has begun to write and turned to another chat. */
  drafts(chat: SimulatedChat, text: string): void {
    this.texts.add(text);
    this.#order({ do: 'draft', conversation: chat.id, text });
  }

  /** The list of current chats runs empty; a new message brings its chat back. */
  showsEmpty(): void {
    for (const chat of this.conversations) chat.current = false;
    this.#order({ do: 'empty' });
  }

  /** The sign-in ends: the open page goes to the sign-in page or the home page, or only notices at its next call. */
  loginExpires(how: Bounce | 'unnoticed' = 'sign-in-page'): void {
    this.signedIn = false;
    if (how !== 'unnoticed') this.#order({ do: 'leave', to: how });
  }

  signsInAgain(): void {
    this.signedIn = true;
  }

  /** The open page takes on other names, as after an update of the real one. */
  changesLayout(layout: WorkbenchOptions['layout']): void {
    this.options.layout = layout;
    this.#order({ do: 'layout', layout });
  }

  close(): void {
    for (const timer of this.#late) clearTimeout(timer);
    this.#push.close();
    this.#orders.close();
  }

  protected override deliver(wire: WireMessage, how: How): void {
    const cursors = this.cursors.take(wire);
    if (how.quiet === true) return;
    this.#push.push(frame(pushAnswer(wire, cursors), this.#packing(how)));
  }

  protected override refreshLists(): void {
    this.#order({ do: 'refresh' });
  }

  protected override waitBegins(chat: SimulatedChat): void {
    if (!this.options.lateNotices) return;
    const since = chat.waitingSinceS;
    const timer = setTimeout(() => {
      this.#late.delete(timer);
      if (chat.waitingSinceS === since) this.warns(chat, { seconds: lateAfterMs / 1000 });
    }, lateAfterMs);
    timer.unref();
    this.#late.add(timer);
  }

  #packing(how: How): How {
    const { encoding, encodingName } = this.options;
    return { ...how, encoding: how.encoding ?? encoding, encodingName: how.encodingName ?? encodingName };
  }

  #order(order: PageOrder): void {
    this.#orders.push(JSON.stringify(order));
  }
}
