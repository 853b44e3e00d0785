import type { Author } from '../../sent.ts';
import { cardText, phrase } from '../../tiktok-shop/people/phrases.ts';
import type { Kind, Origin, Sent, SimulatedConversation } from './conversation.ts';
import { ChatRecords } from './records.ts';

export interface How {
  /** When the message was sent; now unless said. */
  at?: number | undefined;
  text?: string | undefined;
  kind?: Kind | undefined;
  /** True for history: it is there, but nobody is told. */
  quiet?: boolean | undefined;
}

const authorOf = { buyer: 'buyer', hand: 'seller', robot: 'robot', broadcast: 'robot' } as const satisfies Record<
  Origin,
  Author
>;
const poolOf = { buyer: 'asked', hand: 'answered', robot: 'automatic', broadcast: 'automatic' } as const;
const cardOf = { image: 'image', sticker: 'sticker', product: 'product-card' } as const;

/** What people and machines do in the chat. Each act returns the truth about what it sent. */
export abstract class ChatScript extends ChatRecords {
  #spoken = 0;

  /** Tells the pages that have a socket. */
  protected abstract deliver(sent: Sent): void;

  buyer(name: string, at = this.options.now()): SimulatedConversation {
    const conversation: SimulatedConversation = {
      id: String(this.newId()),
      buyerId: this.newId(),
      name,
      createdMs: at,
      replies: [],
      unread: 0,
      waitingSinceMs: undefined,
      blocked: false,
    };
    this.conversations.push(conversation);
    return conversation;
  }

  buyerWrites(c: SimulatedConversation, how: How = {}): Sent {
    c.unread += 1;
    const sent = this.#say(c, 'buyer', how);
    c.waitingSinceMs ??= sent.sentAt;
    return sent;
  }

  /** `toldOpposite`: the data call the shop the other side, as they may when somebody else looks. */
  sellerAnswers(c: SimulatedConversation, how: How & { toldOpposite?: boolean } = {}): Sent {
    c.waitingSinceMs = undefined;
    c.unread = 0;
    return this.#say(c, 'hand', how, how.toldOpposite);
  }

  /** The shop writes first, by hand. */
  sellerStarts(c: SimulatedConversation, how: How = {}): Sent {
    return this.sellerAnswers(c, how);
  }

  /** An automatic answer within a second of the buyer's last word, unless said. The buyer keeps waiting for a person. */
  robotAnswers(c: SimulatedConversation, how: How = {}): Sent {
    const asked = c.replies.findLast(({ origin }) => origin === 'buyer');
    const at = how.at ?? (asked === undefined ? this.options.now() : asked.atMs + 640);
    return this.#say(c, 'robot', { ...how, at });
  }

  /** One text to many buyers, under a number of its own. */
  broadcast(all: readonly SimulatedConversation[], how: How = {}): Sent[] {
    const blastId = this.newId();
    return all.map(c => this.#say(c, 'broadcast', how, false, blastId));
  }

  blocks(c: SimulatedConversation, blocked = true): void {
    c.blocked = blocked;
  }

  #say(c: SimulatedConversation, origin: Origin, how: How, toldOpposite = false, blastId = 0): Sent {
    this.#spoken += 1;
    const { kind = 'text', at = this.options.now() } = how;
    const text = how.text ?? (kind === 'text' ? phrase(poolOf[origin], this.#spoken) : cardText[cardOf[kind]]);
    const { times } = this.options;
    const atMs = times === 's' ? Math.floor(at / 1000) * 1000 : Math.floor(at);
    const { replyId } = this.file(c, { origin, kind, text, atMs, blastId, toldOpposite });
    const who = { conversation: c.id, id: String(replyId), author: authorOf[origin], buyerName: c.name };
    const sent: Sent = { ...who, kind, sentAt: atMs };
    this.sent.push(sent);
    if (how.quiet !== true) this.deliver(sent);
    return sent;
  }
}
