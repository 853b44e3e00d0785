import type { Sent } from '../../sent.ts';
import { phrase } from '../people/phrases.ts';
import { lastIndex, type SimulatedChat } from './conversation.ts';
import * as ext from './ext.ts';
import { lines, type UnderBubble } from './lines.ts';
import { type How, Speaking } from './speaking.ts';

const wordsFor = { image: lines.image, sticker: lines.sticker, 'product-card': lines.card } as const;

/** What buyers, staff and robots do in a chat. Each act returns the truth about what it sent. */
export abstract class PeopleScript extends Speaking {
  /** Told when a buyer begins to wait, unless in history. */
  protected abstract waitBegins(chat: SimulatedChat): void;

  buyer(name: string, at = this.options.now(), how: { agent?: string; tags?: readonly string[] } = {}): SimulatedChat {
    const buyerId = this.newId(at);
    const chat: SimulatedChat = {
      id: `${buyerId}:${this.options.shopId}::2:1:pigeon`,
      shortId: this.newId(at),
      buyerId,
      name,
      createdMs: at,
      messages: [],
      agent: this.agent(how.agent),
      session: undefined,
      unread: 0,
      waitingSinceS: undefined,
      current: true,
      warning: undefined,
      tags: how.tags ?? [],
      infoVersion: 1,
    };
    this.conversations.push(chat);
    return chat;
  }

  buyerWrites(c: SimulatedChat, how: How & { kind?: ext.PersonalKind } = {}): Sent {
    const { kind = 'text' } = how;
    const scene = this.scene(c, how);
    const begins = c.waitingSinceS === undefined;
    c.session ??= this.newId(scene.atMs);
    c.waitingSinceS ??= Math.floor(scene.atMs / 1000);
    c.unread += 1;
    const content = this.#words('asked', kind, how);
    const map = ext.buyerExt(scene, kind);
    const sent = this.say(c, { author: 'buyer', kind, sender: c.buyerId, ext: map, content }, how);
    if (begins && how.quiet !== true) this.waitBegins(c);
    return sent;
  }

  sellerAnswers(c: SimulatedChat, how: How & { kind?: ext.PersonalKind; agent?: string | undefined } = {}): Sent {
    const { kind = 'text' } = how;
    const scene = this.scene(c, how);
    const agent = how.agent === undefined ? c.agent : this.agent(how.agent);
    c.session ??= this.newId(scene.atMs);
    c.waitingSinceS = undefined;
    c.unread = 0;
    c.warning = undefined;
    const content = this.#words('answered', kind, how);
    const map = ext.agentExt(scene, kind, agent);
    return this.say(c, { author: 'seller', kind, sender: agent.id, ext: map, content }, how);
  }

  /** A person asks the buyer to wait: an answer for the workbench, and a promise to come back. */
  promises(c: SimulatedChat, how: How & { agent?: string } = {}): Sent {
    return this.sellerAnswers(c, { ...how, text: how.text ?? phrase('promised', this.spoken) });
  }

  /** An automatic answer in the human stage. The buyer keeps waiting in the platform's eyes: our choice. */
  robotAnswers(c: SimulatedChat, how: How & { line?: UnderBubble; bizRole?: string } = {}): Sent {
    const map = ext.robotExt(this.scene(c, how), how.bizRole ?? 'Shop', how.line ?? 'automatic');
    const content = how.text ?? phrase('automatic', this.spoken);
    return this.say(c, { author: 'robot', kind: 'text', sender: this.options.shopId, ext: map, content }, how);
  }

  /** The shop's welcome. */
  greets(c: SimulatedChat, how: How = {}): Sent {
    const map = ext.welcomeExt(this.scene(c, how));
    const content = how.text ?? lines.welcome;
    return this.say(c, { author: 'robot', kind: 'greeting', sender: this.options.shopId, ext: map, content }, how);
  }

  /** The buyer types that a person should come: a message like any other. */
  typesForPerson(c: SimulatedChat, how: How = {}): Sent {
    return this.buyerWrites(c, { ...how, text: lines.asksForPerson });
  }

  /** The buyer presses the button instead: an event, and no message. */
  pressesForPerson(c: SimulatedChat, how: How = {}): void {
    const session = c.session === undefined ? {} : { talk_id: `3:${c.session}` };
    this.command(c, 50001, { switch_human_triggered_word: lines.asksForPerson, ...session }, how);
  }

  /** What a click on a row does: the platform notes it and tells the other windows by a command. */
  markRead(c: SimulatedChat): void {
    this.markedRead.push(c.id);
    c.unread = 0;
    this.#receipt(c);
  }

  /** The buyer has read what the shop wrote. */
  buyerReads(c: SimulatedChat): void {
    this.#receipt(c);
  }

  /** Pushes an update (50002) of a known message, with its ids and its roles: nothing new. */
  updatesExt(sent: Pick<Sent, 'id'>, how: How = {}): void {
    const known = this.wireOf(sent);
    this.deliver({ ...known, type: 50002, ext: { ...known.ext, 's:message_ext_updated': '1' } }, how);
  }

  #receipt(c: SimulatedChat): void {
    const content = { command_type: 1, conversation_id: c.id, read_index: String(lastIndex(c)) };
    this.command(c, 50001, content, {});
  }

  #words(pool: 'asked' | 'answered', kind: ext.PersonalKind, how: How): string {
    if (how.text !== undefined) return how.text;
    return kind === 'text' ? phrase(pool, this.spoken) : wordsFor[kind];
  }
}
