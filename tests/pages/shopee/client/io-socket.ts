type Listener = (data: unknown) => void;

/**
 * As much of socket.io's client as the page uses: events by name over text frames of a socket that is opened again when it
 * breaks. `open` decides nothing; the address is the caller's.
 */
export class IoSocket {
  connected = false;
  readonly #listeners = new Map<string, Set<Listener>>();
  #wire: WebSocket | undefined;

  on(name: string, listener: Listener): this {
    const known = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, known.add(listener));
    return this;
  }

  once(name: string, listener: Listener): this {
    const only: Listener = data => {
      this.off(name, only);
      listener(data);
    };
    return this.on(name, only);
  }

  off(name: string, listener: Listener): this {
    this.#listeners.get(name)?.delete(listener);
    return this;
  }

  emit(name: string, data: unknown): this {
    if (this.connected) this.#wire?.send(`42${JSON.stringify([name, data])}`);
    return this;
  }

  open(url: string): void {
    const wire = new WebSocket(url);
    this.#wire = wire;
    wire.addEventListener('message', ({ data }) => this.#take(wire, String(data)));
    wire.addEventListener('close', () => {
      if (this.connected) this.#tell('disconnect', 'transport close');
      setTimeout(() => this.open(url), 1000);
    });
  }

  /** 0 opens, 2 asks whether anybody is there, 40 joins, 42 is an event. */
  #take(wire: WebSocket, frame: string): void {
    if (frame === '2') wire.send('3');
    else if (frame.startsWith('40')) this.#tell('connect', undefined);
    else if (frame.startsWith('0')) wire.send('40');
    else if (frame.startsWith('42')) {
      const event = eventIn(frame.slice(2));
      if (event !== undefined) this.#tell(...event);
    }
  }

  #tell(name: string, data: unknown): void {
    if (name === 'connect') this.connected = true;
    if (name === 'disconnect') this.connected = false;
    for (const listener of [...(this.#listeners.get(name) ?? [])]) listener(data);
  }
}

/** Undefined for what is no event: socket.io's client does not let such a text harm the page. */
function eventIn(text: string): [name: string, data: unknown] | undefined {
  try {
    const [name, data] = JSON.parse(text);
    return [String(name), data];
  } catch {
    return undefined;
  }
}
