import type { FrameOptions } from '../../bytedance-wire/frame.ts';
import type { WireMessage } from '../../bytedance-wire/message-body.ts';
import { chance, shuffled } from '../../people/chance.ts';
import type { Author, Kind, Sent } from '../../sent.ts';
import { cardText, phrase } from '../people/phrases.ts';
import { conversationType, lastIndex, type SimulatedConversation } from './conversation.ts';
import * as ext from './ext.ts';
import { InboxRecords } from './records.ts';

export interface How extends FrameOptions {
  /** When the message was sent; now unless said. */
  at?: number | undefined;
  text?: string | undefined;
  /** True for history: it is there, but nobody is told. */
  quiet?: boolean | undefined;
}

/** What people and the platform do in the inbox. Each act returns the truth about what it sent. */
export abstract class InboxScript extends InboxRecords {
  #spoken = 0;
  readonly #agents = new Map<string, string>();

  protected abstract deliver(wire: WireMessage, how: How): void;

  buyer(name: string, at = this.options.now()): SimulatedConversation {
    const conversation: SimulatedConversation = {
      id: this.newId(at),
      shortId: this.newId(at),
      buyerId: this.newId(at),
      name,
      createdMs: at,
      messages: [],
      session: undefined,
      unread: 0,
      waitingSinceS: undefined,
      current: true,
      infoVersion: 1,
    };
    this.conversations.push(conversation);
    return conversation;
  }

  buyerWrites(c: SimulatedConversation, how: How & { kind?: ext.PersonalKind } = {}): Sent {
    const { kind = 'text' } = how;
    const scene = this.#scene(c, how);
    c.session ??= this.newId(scene.atMs);
    c.waitingSinceS ??= Math.floor(scene.atMs / 1000);
    c.unread += 1;
    return this.#say(c, 'buyer', kind, c.buyerId, ext.buyerExt(scene, kind), how, this.#words('asked', kind, how));
  }

  sellerAnswers(c: SimulatedConversation, how: How & { kind?: ext.PersonalKind; agent?: string } = {}): Sent {
    const { kind = 'text', agent } = how;
    const scene = this.#scene(c, how);
    const agentId = agent === undefined ? this.options.agentId : this.#agentId(agent);
    c.session ??= this.newId(scene.atMs);
    c.waitingSinceS = undefined;
    c.unread = 0;
    const words = this.#words('answered', kind, how);
    return this.#say(c, 'seller', kind, agentId, ext.agentExt(scene, kind, agentId), how, words);
  }

  /** An automatic answer. The buyer keeps waiting in the platform's eyes. */
  robotAnswers(c: SimulatedConversation, how: How & { toGreeting?: boolean } = {}): Sent {
    const map = ext.automaticExt(this.#scene(c, how), how.toGreeting ?? false);
    const words = how.text ?? phrase('automatic', this.#spoken);
    return this.#say(c, 'robot', 'text', this.options.imShopId, map, how, words);
  }

  /** The buyer opens the chat and is greeted, both before typing anything. */
  greets(c: SimulatedConversation, how: How & { from?: 'chat' | 'product' } = {}): [entered: Sent, greeting: Sent] {
    // Without a time of its own the greeting lies just behind, so that what the buyer types next comes after it.
    const at = how.at ?? this.options.now() - 200;
    const entered = ext.enteredExt(this.#scene(c, how), how.from ?? 'chat');
    const greeting = { ...how, at: at + 120 };
    const shop = this.options.imShopId;
    return [
      this.#say(c, 'system', 'entered', c.buyerId, entered, { ...how, at }, cardText.entered),
      this.#say(c, 'robot', 'greeting', shop, ext.greetingExt(this.#scene(c, greeting)), greeting, cardText.greeting),
    ];
  }

  systemNotice(c: SimulatedConversation, how: How & { about?: 'intro' | 'fraud' } = {}): Sent {
    const { about = 'fraud' } = how;
    const map = ext.noticeExt(this.#scene(c, how), about);
    return this.#say(c, 'system', 'notice', this.options.imShopId, map, how, cardText[about]);
  }

  /** The chat is given to a person; `restartsWait` as in the recording's third conversation. */
  assign(c: SimulatedConversation, how: How & { restartsWait?: boolean } = {}): Sent {
    const scene = this.#scene(c, how);
    c.session ??= this.newId(scene.atMs);
    if (how.restartsWait === true && c.waitingSinceS !== undefined) c.waitingSinceS = Math.floor(scene.atMs / 1000);
    const map = ext.assignedExt(scene, this.options.agentId);
    return this.#say(c, 'system', 'assigned', this.options.imShopId, map, how, cardText.assigned);
  }

  /** The shop writes first: an order card and a text, both by a person. */
  sellerStarts(c: SimulatedConversation, how: How & { agent?: string } = {}): [card: Sent, text: Sent] {
    const at = how.at ?? this.options.now() - 900;
    return [
      this.sellerAnswers(c, { ...how, at, kind: 'order-card', text: cardText['order-card'] }),
      this.sellerAnswers(c, { ...how, at: at + 900, kind: 'text' }),
    ];
  }

  broadcast(all: readonly SimulatedConversation[], how: How = {}): Sent[] {
    return all.flatMap(c => this.sellerStarts(c, how));
  }

  /** Ends the session; the next message of a person opens another. */
  closeSession(c: SimulatedConversation, how: How = {}): Sent {
    const map = ext.closedExt(this.#scene(c, how));
    const closing = this.#say(c, 'system', 'closed', this.options.imShopId, map, how, cardText.closed, 1005);
    c.session = undefined;
    c.waitingSinceS = undefined;
    return closing;
  }

  /** Pushes an update (50002) of a known message: the same ids, nothing new. */
  editMessage(sent: Sent, how: How = {}): Sent {
    const known = this.wireOf(sent);
    this.deliver({ ...known, type: 50002, ext: { ...known.ext, 's:message_edited': '1' } }, how);
    return sent;
  }

  /** What a click on a row does: the platform notes it and tells the other windows by a command (50001). */
  markRead(c: SimulatedConversation): void {
    const at = this.options.now();
    this.markedRead.push(c.id);
    c.unread = 0;
    const content = JSON.stringify({ command_type: 1, conversation_id: c.id, read_index: String(lastIndex(c)) });
    const { id, shortId, buyerId } = c;
    const names = { conversationId: id, conversationType, conversationShortId: shortId, id: this.newId(at) };
    this.deliver({ ...names, createTimeMs: at, index: 0n, type: 50001, sender: buyerId, content, ext: {} }, {});
  }

  /** A repeatable mix-up of a list, for orders the page or the network may come up with. */
  protected mixed<T>(items: readonly T[], seed: number): T[] {
    return shuffled(items, chance(seed));
  }

  #say(
    c: SimulatedConversation,
    author: Author,
    kind: Kind,
    sender: string,
    map: Record<string, string>,
    how: How,
    content: string,
    type = 1000,
  ): Sent {
    c.current = true;
    c.infoVersion += 1;
    const at = how.at ?? this.options.now();
    const wire = this.file(c, { type, sender, content, ext: map }, at);
    const session = map.talk_id === undefined ? {} : { session: map.talk_id };
    const sent: Sent = { conversation: c.id, id: wire.id, author, kind, sentAt: at, ...session, buyerName: c.name };
    this.sent.push(sent);
    this.deliver(wire, how);
    return sent;
  }

  #scene(conversation: SimulatedConversation, how: How) {
    this.#spoken += 1;
    const atMs = how.at ?? this.options.now();
    return { conversation, shopId: this.options.imShopId, atMs, clientId: `client-${this.#spoken}` };
  }

  #words(pool: 'asked' | 'answered', kind: ext.PersonalKind, how: How): string {
    if (how.text !== undefined) return how.text;
    return kind === 'text' ? phrase(pool, this.#spoken) : cardText[kind];
  }

  #agentId(name: string): string {
    const known = this.#agents.get(name);
    if (known !== undefined) return known;
    const id = this.newId(this.options.now());
    this.#agents.set(name, id);
    return id;
  }
}
