import type { Cursors } from './answers.ts';
import type { WireMessage } from './message-body.ts';

/** The chain of cursors: each push begins where the one before it ended (bytedance-im, section 5). */
export class PushCursors {
  /** How far pushes have come; the first answer tells it as `per_user_cursor`. */
  reached = 1n;
  readonly #of = new Map<string, Cursors>();

  take(wire: WireMessage): Cursors {
    const previous = this.reached;
    // The next cursor is the message's index, unless the message lies in the past.
    this.reached = wire.index > previous ? wire.index : previous + 1n;
    const cursors = { previous, next: this.reached };
    if (wire.type < 50000) this.#of.set(wire.id, cursors);
    return cursors;
  }

  /** The cursors that a message was pushed with. */
  of(sent: { id: string }): Cursors {
    return this.#of.get(sent.id) ?? { previous: 0n, next: 0n };
  }
}
