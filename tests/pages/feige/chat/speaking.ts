import type { FrameOptions } from '../../bytedance-wire/frame.ts';
import type { WireMessage } from '../../bytedance-wire/message-body.ts';
import type { Author, Kind, Sent } from '../../sent.ts';
import { conversationType, type SimulatedChat } from './conversation.ts';
import type { Scene } from './ext.ts';
import { WorkbenchRecords } from './records.ts';

export interface How extends FrameOptions {
  /** When the message was sent; now unless said. */
  at?: number | undefined;
  text?: string | undefined;
  /** True for history: it is there, but nobody is told. */
  quiet?: boolean | undefined;
}

export interface Said {
  author: Author;
  kind: Kind;
  sender: string;
  ext: Record<string, string>;
  content: string;
  /** `message_type`; 1000 unless said. */
  type?: number;
}

/** How a message comes to be: it is filed, noted as true, and delivered. */
export abstract class Speaking extends WorkbenchRecords {
  #spoken = 0;

  /** Brings a message or command to the open pages. */
  protected abstract deliver(wire: WireMessage, how: How): void;

  /** Lets the open pages fetch their list, for what does not come down the socket. */
  protected abstract refreshLists(): void;

  /** Number of what was said last, to pick phrases by. */
  protected get spoken(): number {
    return this.#spoken;
  }

  protected scene(chat: SimulatedChat, how: How): Scene {
    this.#spoken += 1;
    const atMs = how.at ?? this.options.now();
    return { chat, shopId: this.options.shopId, atMs, clientId: `client-${this.#spoken}` };
  }

  protected say(chat: SimulatedChat, said: Said, how: How): Sent {
    const { author, kind, sender, ext, content, type = 1000 } = said;
    const isCold = chat.messages.length === 0 && author === 'buyer' && this.options.coldStart === 'unpushed';
    chat.current = true;
    chat.infoVersion += 1;
    const sentAt = how.at ?? this.options.now();
    const wire = this.file(chat, { type, sender, content, ext }, sentAt);
    const session = ext.talk_id?.replace(/^3:/, '');
    const sent: Sent = {
      conversation: chat.id,
      id: wire.id,
      author,
      kind,
      sentAt,
      ...(session === undefined ? {} : { session }),
      ...(author === 'seller' ? { agent: sender } : {}),
      buyerName: chat.name,
    };
    this.sent.push(sent);
    if (!isCold) this.deliver(wire, how);
    else if (how.quiet !== true) this.refreshLists();
    return sent;
  }

  /** Pushes a command: an event of the chat that is no message of it. */
  protected command(chat: SimulatedChat, type: number, content: object, how: How): void {
    const at = how.at ?? this.options.now();
    this.deliver(
      {
        ...this.named(chat, {}),
        conversationType,
        conversationShortId: chat.shortId,
        id: this.newId(at),
        index: 0n,
        type,
        sender: this.options.shopId,
        content: JSON.stringify(content),
        createTimeMs: at,
      },
      how,
    );
  }
}
