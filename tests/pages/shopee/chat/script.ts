import type { Author } from '../../sent.ts';
import { phrase } from '../../tiktok-shop/people/phrases.ts';
import type { Kind, Origin, PersonalKind, Sent, SimulatedConversation, SimulatedShop } from './conversation.ts';
import { contentOf, typeOf, wordsOf } from './kinds.ts';
import { ChatRecords } from './records.ts';

export interface How {
  /** When the message was sent; now unless said. */
  at?: number | undefined;
  text?: string | undefined;
  /** True for history: it is there, but nobody is told. */
  quiet?: boolean | undefined;
}

interface Speech {
  author: Author;
  side: 'buyer' | 'shop';
  origin: Origin;
  kind: Kind;
}

/** How long a machine takes to answer a buyer. */
const automaticMs = 850;

/** What people and machines do in the chat. Each act returns the truth about what it sent. */
export abstract class ChatScript extends ChatRecords {
  #spoken = 0;

  /** Tells the pages that have a socket. */
  protected abstract deliver(c: SimulatedConversation, sent: Sent): void;
  /** Has the open pages ask for the list again: nothing is recorded that tells them of a change by itself. */
  protected abstract changed(): void;

  buyer(name: string, at = this.options.now(), who: { shop?: SimulatedShop; bizId?: number } = {}) {
    const { shop = this.options.shops[0], bizId = 0 } = who;
    const conversation: SimulatedConversation = {
      id: this.newConversationId(shop.id),
      shop,
      buyerId: this.newBuyerId(),
      name,
      bizId,
      createdMs: at,
      messages: [],
      unread: 0,
      lastReadId: '0',
      waitingSinceMs: undefined,
      pinned: false,
      blocked: false,
      status: 'normal',
    };
    this.conversations.push(conversation);
    return conversation;
  }

  buyerWrites(c: SimulatedConversation, how: How & { kind?: PersonalKind } = {}): Sent {
    const { kind = 'text' } = how;
    c.unread += 1;
    const sent = this.#say(c, { author: 'buyer', side: 'buyer', origin: 'buyer', kind }, how);
    c.waitingSinceMs ??= sent.sentAt;
    return sent;
  }

  /** In the FAQ: no text, but it asks for a person. */
  buyerTapsStaff(c: SimulatedConversation, how: How = {}): Sent {
    return this.buyerWrites(c, { ...how, kind: 'staff-tap' });
  }

  sellerAnswers(c: SimulatedConversation, how: How & { kind?: PersonalKind } = {}): Sent {
    const { kind = 'text' } = how;
    c.waitingSinceMs = undefined;
    c.unread = 0;
    return this.#say(c, { author: 'seller', side: 'shop', origin: 'hand', kind }, how);
  }

  /** Within a second of the buyer's last word, unless said. The buyer keeps waiting for a person. */
  autoReplies(c: SimulatedConversation, how: How = {}): Sent {
    const at = how.at ?? this.#justAfter(c);
    return this.#say(c, { author: 'robot', side: 'shop', origin: 'auto-reply', kind: 'text' }, { ...how, at });
  }

  /** The buyer picks a question of the FAQ, which is no asking, and its answer comes at once. */
  picksFaq(c: SimulatedConversation, how: How = {}): [pick: Sent, answer: Sent] {
    const at = how.at ?? this.options.now() - automaticMs;
    return [
      this.#say(c, { author: 'system', side: 'buyer', origin: 'faq', kind: 'faq' }, { ...how, at }),
      this.answersFaq(c, { ...how, at: at + automaticMs }),
    ];
  }

  answersFaq(c: SimulatedConversation, how: How = {}): Sent {
    const at = how.at ?? this.#justAfter(c);
    return this.#say(c, { author: 'robot', side: 'shop', origin: 'faq', kind: 'faq' }, { ...how, at });
  }

  /** One text to many buyers. Whoever answers it asks. */
  broadcast(all: readonly SimulatedConversation[], how: How = {}): Sent[] {
    const speech = { author: 'robot', side: 'shop', origin: 'broadcast', kind: 'text' } as const;
    return all.map(c => this.#say(c, speech, how));
  }

  /** A message that a game sends by itself, in either one's name. */
  gameSpeaks(c: SimulatedConversation, how: How & { side?: 'buyer' | 'shop' } = {}): Sent {
    const { side = 'buyer' } = how;
    return this.#say(c, { author: 'system', side, origin: 'game', kind: 'game' }, how);
  }

  /** A card that the page puts in on the shop's side when a buyer comes from a product or an order. */
  attachesCard(c: SimulatedConversation, kind: 'product' | 'order', how: How = {}): Sent {
    return this.#say(c, { author: 'system', side: 'shop', origin: 'attached', kind }, how);
  }

  blocks(c: SimulatedConversation, blocked = true): void {
    c.blocked = blocked;
    this.changed();
  }

  /** What a click on a row does. */
  markRead(c: SimulatedConversation): void {
    this.markedRead.push(c.id);
    c.unread = 0;
    c.lastReadId = c.messages.at(-1)?.id ?? '0';
  }

  #justAfter(c: SimulatedConversation): number {
    const last = c.messages.findLast(({ side }) => side === 'buyer');
    return last === undefined ? this.options.now() : last.atMs + automaticMs;
  }

  #say(c: SimulatedConversation, { author, kind, ...from }: Speech, how: How): Sent {
    this.#spoken += 1;
    const words = how.text ?? (wordsOf[kind] || phrase(poolOf(author), this.#spoken));
    const draft = { ...from, type: typeOf[kind], content: contentOf(kind, words) };
    const { id, atMs } = this.file(c, draft, how.at ?? this.options.now());
    const sent = { shop: c.shop.id, conversation: c.id, id, author, kind, sentAt: atMs, buyerName: c.name };
    this.sent.push(sent);
    if (how.quiet !== true) this.deliver(c, sent);
    return sent;
  }
}

function poolOf(author: Author): 'asked' | 'answered' | 'automatic' {
  if (author === 'buyer') return 'asked';
  return author === 'seller' ? 'answered' : 'automatic';
}
