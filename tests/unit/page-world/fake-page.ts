import { createContext, runInContext } from 'node:vm';

/** What the page's own script can see of its world, and what the test decides. */
export interface FakePage {
  readonly window: Window & typeof globalThis;
  /** Runs as the page's own script. */
  run<T>(script: string): T;
  /** The answer to a request by address; rejects to fail it. */
  readonly server: { answer(url: string): Promise<Response> };
  /** The newest socket. */
  readonly sockets: readonly EventTarget[];
  /** What `querySelectorAll` finds. */
  readonly elements: object[];
  /** Errors that nobody caught. */
  readonly uncaught: unknown[];
}

/*
 * A realm of its own, as a page is: its `Function`, `ArrayBuffer` and `Promise` are not the test's. The three classes
 * are as strict as a browser's: called without `new`, in the wrong state or with a bad address they throw.
 */
const script = `(() => {
  class EventTarget {
    #inner = new InnerTarget();
    #calls = new Map();
    addEventListener(name, listener, options) {
      // A browser reports what a listener throws; Node would end the process.
      const call = this.#calls.get(listener) ?? (event => { try { listener.call(this, event); } catch (e) { uncaught.push(e); } });
      this.#calls.set(listener, call);
      this.#inner.addEventListener(name, call, options);
    }
    removeEventListener(name, listener) { this.#inner.removeEventListener(name, this.#calls.get(listener) ?? null); }
    dispatchEvent(event) { return this.#inner.dispatchEvent(event); }
  }
  class XMLHttpRequest extends EventTarget {
    static DONE = 4;
    readyState = 0; responseType = ''; response = null; responseURL = ''; status = 0; #job = 0; #url = null; #text = '';
    open(method, url) {
      this.#url = new URL(String(url), location.href).href;
      this.#job++; this.readyState = 1; this.responseURL = ''; this.response = null; this.#text = '';
    }
    send() {
      if (this.readyState !== 1) throw new TypeError('InvalidStateError');
      const job = ++this.#job; const url = this.#url;
      server.answer(url).then(async answer => {
        const bytes = await answer.arrayBuffer();
        if (job !== this.#job) return;
        this.#text = new TextDecoder().decode(bytes);
        this.responseURL = url; this.readyState = 4; this.status = answer.status;
        this.response = this.responseType === 'arraybuffer' ? foreign(bytes)
          : this.responseType === 'blob' ? new Blob([bytes])
          : this.responseType === 'json' ? JSON.parse(this.#text)
          : this.responseType === 'document' ? {} : this.#text;
        this.dispatchEvent(new Event('load'));
      }).catch(() => { if (job === this.#job) this.dispatchEvent(new Event('error')); });
    }
    abort() { this.#job++; this.readyState = 0; this.dispatchEvent(new Event('abort')); }
    get responseText() {
      if (this.responseType !== '' && this.responseType !== 'text') throw new TypeError('InvalidStateError');
      return this.#text;
    }
  }
  class WebSocket extends EventTarget {
    static CONNECTING = 0; static OPEN = 1; static CLOSING = 2; static CLOSED = 3;
    #url;
    constructor(url, protocols) {
      super();
      this.#url = new URL(url).href;
      if (!/^wss?:/.test(this.#url)) throw new SyntaxError('not a socket address');
      sockets.push(this);
    }
    get url() { return this.#url; }
  }
  const foreign = bytes => {
    const copy = new ArrayBuffer(bytes.byteLength);
    new Uint8Array(copy).set(new Uint8Array(bytes));
    return copy;
  };
  const readAsBytes = text => foreign(new TextEncoder().encode(text).buffer);
  function fetch(input, init) {
    const url = input instanceof Request ? input.url : new URL(String(input), location.href).href;
    return server.answer(url);
  }
  function push(socket, data) {
    const event = new Event('message');
    event.data = data;
    socket.dispatchEvent(event);
  }
  const events = new EventTarget();
  const document = Object.assign(new EventTarget(), { querySelectorAll: () => elements, readyState: 'loading' });
  function postMessage(data, origin, ports) {
    setImmediate(() => events.dispatchEvent(Object.assign(new Event('message'), { data, ports, origin })));
  }
  for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent']) {
    globalThis[name] = events[name].bind(events);
  }
  Object.assign(globalThis, { EventTarget, XMLHttpRequest, WebSocket, document, fetch, postMessage, push, readAsBytes });
  Object.defineProperty(globalThis, 'WebSocket', { enumerable: false });
})()`;

export function fakePage(): FakePage {
  const sockets: EventTarget[] = [];
  const elements: object[] = [];
  const uncaught: unknown[] = [];
  const server = { answer: async (_url: string): Promise<Response> => new Response('') };
  const origin = 'https://seller-id.tokopedia.com';
  const world = createContext({
    location: { href: `${origin}/chat/inbox/current`, origin },
    ...{ Event, CustomEvent, MessageChannel, Request, Response, URL, Blob, TextEncoder, TextDecoder, setImmediate },
    ...{ InnerTarget: EventTarget, server, sockets, elements, uncaught },
  });
  runInContext(script, world);
  return {
    window: runInContext('globalThis', world),
    run: source => runInContext(source, world),
    server,
    sockets,
    elements,
    uncaught,
  };
}

/** Lets everything that is under way arrive: microtasks, messages between ports, blobs that are being read. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 6; turn++) await new Promise(resolve => setTimeout(resolve, 1));
}
