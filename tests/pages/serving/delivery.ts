import type { WebSocket } from 'ws';
import { chance, shuffled } from '../people/chance.ts';

export interface Release {
  /** Send the held frames in another order; a number is the seed of that order. */
  shuffle?: boolean | number;
  duplicate?: boolean;
}

/** The open sockets, their heartbeat, and frames that a test holds back. */
export class Delivery {
  readonly #sockets = new Set<WebSocket>();
  readonly #heartbeat: NodeJS.Timeout | undefined;
  #held: (Uint8Array | string)[] | undefined;

  /** `heartbeat`: what is sent now and then to every socket; `null`: nothing. */
  constructor(heartbeatMs: number, heartbeat: string | null = 'hi') {
    if (heartbeat !== null) this.#heartbeat = setInterval(() => this.#now(heartbeat), heartbeatMs);
    this.#heartbeat?.unref();
  }

  get listeners(): number {
    return this.#sockets.size;
  }

  join(socket: WebSocket): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => socket.terminate());
    socket.on('message', (heard, isBinary) => {
      if (!isBinary && String(heard) === 'hi') socket.send('hi');
    });
  }

  /** Sends, or keeps for later while frames are held. */
  push(data: Uint8Array | string): void {
    if (this.#held === undefined) this.#now(data);
    else this.#held.push(data);
  }

  hold(): void {
    this.#held ??= [];
  }

  release({ shuffle = false, duplicate = false }: Release): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    const twice = duplicate ? held.flatMap(frame => [frame, frame]) : held;
    const seed = typeof shuffle === 'number' ? shuffle : 7;
    for (const frame of shuffle === false ? twice : shuffled(twice, chance(seed))) this.#now(frame);
  }

  drop(): void {
    for (const socket of this.#sockets) socket.terminate();
    this.#sockets.clear();
  }

  close(): void {
    clearInterval(this.#heartbeat);
    this.drop();
  }

  #now(data: Uint8Array | string): void {
    for (const socket of this.#sockets) if (socket.readyState === socket.OPEN) socket.send(data);
  }
}
