import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Copied } from '@/lib/page-world/copied';
import { receivePort } from '@/lib/page-world/receive-port';
import { startCopying } from '@/lib/page-world/start-copying';
import { type FakePage, fakePage, settled } from './fake-page';

const wanted = 'https://im.example/v2/message/get_by_user_init';
const token = 'https://im.example/token';
const wants = (url: string) => url.includes('/v2/') || url.startsWith('wss://im.example/');

let page: FakePage;
let untouched: FakePage;
let line: AbortController;
let copies: Copied[];

/** Both ends of the line. Ours stands first, as it does in a browser. */
async function watched(wantsOf = wants): Promise<void> {
  receivePort(page.window, { onCopied: raw => copies.push(raw as Copied), signal: line.signal });
  startCopying(page.window, wantsOf);
  await settled();
}

const textOf = ({ body }: Copied) => (body instanceof ArrayBuffer ? new TextDecoder().decode(body) : body);

beforeEach(() => {
  page = fakePage();
  untouched = fakePage();
  line = new AbortController();
  copies = [];
  page.server.answer = async url => new Response(`answer of ${url}`);
});
afterEach(() => line.abort());

describe('the page sees what it saw before', () => {
  const looks = {
    'names and lengths':
      '[fetch, WebSocket, XMLHttpRequest, XMLHttpRequest.prototype.open, XMLHttpRequest.prototype.send, Function.prototype.toString].map(f => [f.name, f.length])',
    'how functions print':
      '[fetch, WebSocket, XMLHttpRequest, XMLHttpRequest.prototype.open, XMLHttpRequest.prototype.send, class A {}, () => 1].map(f => [String(f), Function.prototype.toString.call(f), f.toString()])',
    'how toString itself prints':
      '[Function.prototype.toString.toString(), Function.prototype.toString.call(Function.prototype.toString)]',
    'what toString refuses':
      '[null, undefined, {}, "x", 1].map(x => { try { return Function.prototype.toString.call(x) } catch (e) { return [e instanceof TypeError, e.message] } })',
    'property descriptors':
      '[[globalThis, "fetch"], [globalThis, "WebSocket"], [WebSocket.prototype, "constructor"], [XMLHttpRequest.prototype, "open"], [XMLHttpRequest.prototype, "send"], [Function.prototype, "toString"]].map(([o, n]) => { const { value, ...rest } = Object.getOwnPropertyDescriptor(o, n); return rest })',
    'own property names':
      '[globalThis, WebSocket, WebSocket.prototype, XMLHttpRequest.prototype, fetch].map(o => Reflect.ownKeys(o).map(String))',
    'constants of sockets': '[WebSocket.CONNECTING, WebSocket.OPEN, WebSocket.CLOSING, WebSocket.CLOSED]',
    'the kind of a socket':
      '(() => { const s = new WebSocket("wss://im.example/ws"); return [s instanceof WebSocket, s instanceof EventTarget, s.constructor === WebSocket, Object.getPrototypeOf(s) === WebSocket.prototype, WebSocket.prototype.constructor === WebSocket, s.url] })()',
    'a class that extends it':
      '(() => { class Mine extends WebSocket { extra = 1; get kind() { return "mine" } } const s = new Mine("wss://im.example/ws"); return [s instanceof Mine, s instanceof WebSocket, s.constructor === Mine, s.extra, s.kind, Mine.OPEN, Object.getPrototypeOf(Mine) === WebSocket] })()',
    'what sockets refuse':
      '[() => WebSocket("wss://im.example/ws"), () => new WebSocket("no address"), () => new WebSocket("https://im.example/"), () => new WebSocket()].map(f => { try { f(); return "no error" } catch (e) { return [e.constructor.name, e.message] } })',
    'what requests refuse':
      '[() => new XMLHttpRequest().send(), () => XMLHttpRequest.prototype.open.call({}, "GET", "/v2/x"), () => new XMLHttpRequest().open("GET", "http://"), () => fetch("http://")].map(f => { try { f(); return "no error" } catch (e) { return [e.constructor.name, e.message] } })',
  };

  it.each(Object.entries(looks))('%s', async (_, script) => {
    await watched();
    const seen = JSON.stringify(page.run(script));
    expect(seen).toBe(JSON.stringify(untouched.run(script)));
    expect(seen.length).toBeGreaterThan(2);
  });

  it('the very promise and answer that its own fetch gave, its body still unread', async () => {
    const response = new Response('hello');
    const promise = Promise.resolve(response);
    page.server.answer = () => promise;
    await watched();
    expect(page.window.fetch(wanted)).toBe(promise);
    await settled();
    expect(response.bodyUsed).toBe(false);
    expect(await response.text()).toBe('hello');
    expect(copies.map(textOf)).toEqual(['hello']);
  });

  it('the failure of its own fetch', async () => {
    const failure = new Error('offline');
    page.server.answer = () => Promise.reject(failure);
    await watched();
    await expect(page.window.fetch(wanted)).rejects.toBe(failure);
    expect(copies).toEqual([]);
  });

  it('its listeners called in the order in which it added them, with its own event', async () => {
    await watched();
    const said = page.run<unknown[]>(`
      const said = []; const socket = new WebSocket('wss://im.example/ws');
      for (const n of [1, 2, 3]) socket.addEventListener('message', e => said.push(n, e.data));
      push(socket, 'frame'); said`);
    expect(said).toEqual([1, 'frame', 2, 'frame', 3, 'frame']);
  });
});

describe('whatever of ours throws, the page works', () => {
  /** What a page does in a day; says what came of it. */
  const day = `(async () => {
    const said = [await (await fetch('${wanted}')).text()];
    const request = new XMLHttpRequest();
    said.push(await new Promise(resolve => {
      request.addEventListener('load', () => resolve(request.responseText));
      request.open('GET', '${wanted}'); request.send();
    }));
    const socket = new WebSocket('wss://im.example/ws');
    said.push(await new Promise(resolve => {
      socket.addEventListener('message', e => resolve(e.data));
      push(socket, 'frame');
    }));
    return said.join();
  })()`;
  const result = [`answer of ${wanted}`, `answer of ${wanted}`, 'frame'].join();

  it.each(['the question whether an address is wanted', 'the port', 'the closed port'])('%s', async what => {
    const throws = () => {
      throw new Error('ours');
    };
    if (what === 'the port') {
      const channel = new MessageChannel();
      channel.port1.postMessage = throws;
      Object.defineProperty(page.window, 'MessageChannel', {
        value: function channelOf() {
          return channel;
        },
      });
    }
    await watched(what.startsWith('the question') ? throws : wants);
    if (what === 'the closed port') line.abort();
    expect(await page.run<Promise<string>>(day)).toBe(result);
    await settled();
    expect(page.uncaught).toEqual([]);
    expect(copies).toEqual([]);
  });

  it('a fetch that the page has locked leaves sockets to be copied', async () => {
    page.run('Object.defineProperty(globalThis, "fetch", { value: fetch, configurable: false, writable: false })');
    await watched();
    expect(await page.run<Promise<string>>(day)).toBe(result);
    await settled();
    expect(copies.map(({ via }) => via).sort()).toEqual(['socket', 'xhr']);
  });
});

describe('what is copied', () => {
  it('each answer, by each way, with its address', async () => {
    await watched();
    page.run(`(async () => {
      await fetch('${wanted}?a');
      await fetch(new Request('${wanted}?b', { method: 'POST', body: 'x' }));
      await fetch(new URL('${wanted}?c'));
      await fetch('/v2/relative');
    })()`);
    await settled();
    expect(copies.map(({ url, via }) => `${via} ${url}`)).toEqual([
      `fetch ${wanted}?a`,
      `fetch ${wanted}?b`,
      `fetch ${wanted}?c`,
      'fetch https://seller-id.tokopedia.com/v2/relative',
    ]);
    expect(copies.map(textOf)[1]).toBe(`answer of ${wanted}?b`);
  });

  it.each([
    ['', 'answer'],
    ['text', 'answer'],
    ['arraybuffer', 'answer'],
    ['blob', 'answer'],
    ['json', '{"code":0}'],
  ])('the answer of a request that is read as "%s"', async (type, answer) => {
    page.server.answer = async () => new Response(answer);
    await watched();
    page.run(`{ const r = new XMLHttpRequest(); r.open('GET', '${wanted}'); r.responseType = '${type}'; r.send(); }`);
    await settled();
    expect(copies.map(textOf)).toEqual([answer]);
  });

  it('nothing of a request that is read as a document', async () => {
    await watched();
    page.run(`{ const r = new XMLHttpRequest(); r.open('GET', '${wanted}'); r.responseType = 'document'; r.send(); }`);
    await settled();
    expect(copies).toEqual([]);
  });

  it.each([
    ['text', '"frame"'],
    ['bytes', 'readAsBytes("frame")'],
    ['a blob', 'new Blob(["frame"])'],
  ])('a frame that comes as %s', async (_, data) => {
    await watched();
    page.run(`push(new WebSocket('wss://im.example/ws'), ${data})`);
    await settled();
    expect(copies.map(textOf)).toEqual(['frame']);
  });

  it('frames of a class of its own, whose addEventListener is not ready while it is being made', async () => {
    await watched();
    const extra = page.run<number>(`
      class Mine extends WebSocket {
        #names = [];
        addEventListener(name, ...rest) { this.#names.push(name); super.addEventListener(name, ...rest); }
        get names() { return this.#names.length; }
      }
      const mine = new Mine('wss://im.example/ws'); push(mine, 'frame'); mine.names`);
    await settled();
    expect(copies.map(textOf)).toEqual(['frame']);
    expect(extra).toBe(0);
  });

  it.each([
    ['fetch', `fetch('${wanted}')`],
    ['a request', `{ const r = new XMLHttpRequest(); r.open('GET', '${wanted}'); r.send(); }`],
    ['a frame', `push(new WebSocket('wss://im.example/ws'), 'x'.repeat(5e6))`],
    ['a frame in a blob', `push(new WebSocket('wss://im.example/ws'), new Blob(['x'.repeat(5e6)]))`],
  ])('of 5 MB by %s only the size', async (_, script) => {
    page.server.answer = async () => new Response('x'.repeat(5e6));
    await watched();
    page.run(script);
    await settled();
    await settled();
    expect(copies.map(({ body, size }) => ({ body, size }))).toEqual([{ body: null, size: 5e6 }]);
  });
});

describe('what is not wanted', () => {
  it('is neither copied nor read', async () => {
    const responses: Response[] = [];
    page.server.answer = async () => {
      const response = new Response('secret');
      response.clone = () => {
        throw new Error('cloned');
      };
      responses.push(response);
      return response;
    };
    await watched();
    page.run(`fetch('${token}'); push(new WebSocket('wss://other.example/'), 'secret');
      { const r = new XMLHttpRequest(); r.open('GET', '${token}'); r.send(); }`);
    await settled();
    expect(copies).toEqual([]);
    expect(responses).toHaveLength(2);
    expect(responses[0]?.bodyUsed).toBe(false);
  });

  it('stays unread when its request was used for a wanted address before and given up', async () => {
    await watched();
    page.run(`{
      const r = new XMLHttpRequest();
      r.open('GET', '${wanted}'); r.send(); r.abort();
      r.open('GET', '${token}'); r.send();
    }`);
    await settled();
    expect(copies).toEqual([]);
  });

  it('a wanted request that is sent again is copied once for each answer', async () => {
    await watched();
    page.run(`globalThis.again = new XMLHttpRequest();
      again.open('GET', '${wanted}?1'); again.send(); again.abort();
      again.open('GET', '${wanted}?2'); again.send();`);
    await settled();
    page.run(`again.open('GET', '${wanted}?3'); again.send();`);
    await settled();
    expect(copies.map(({ url }) => url)).toEqual([`${wanted}?2`, `${wanted}?3`]);
  });
});

describe('a page that was there before', () => {
  /** How often it is said to each that listens, one after the other. */
  async function lateSaidTo(listeners: number): Promise<number[]> {
    const said = Array.from({ length: listeners }, () => 0);
    for (const [at] of said.entries()) {
      line.abort();
      line = new AbortController();
      receivePort(page.window, {
        onCopied: raw => copies.push(raw as Copied),
        onLate: () => said.splice(at, 1, (said[at] ?? 0) + 1),
        signal: line.signal,
      });
      startCopying(page.window, wants);
      await settled();
    }
    return said;
  }
  const isAt = (readyState: DocumentReadyState) => Object.assign(page.window.document, { readyState });

  it.each(['interactive', 'complete'] as const)('is said to be, to each that listens, when it was %s', async state => {
    isAt(state);
    expect(await lateSaidTo(2)).toEqual([1, 1]);
    expect(copies).toEqual([]);
  });

  it('is not said to be when it was copied from its start, whoever listens later', async () => {
    isAt('loading');
    expect(await lateSaidTo(1)).toEqual([0]);
    isAt('complete');
    expect(await lateSaidTo(2)).toEqual([0, 0]);
  });
});

describe('a newer copy of the script', () => {
  it('takes over the line: each exchange is handed over once, to the newest', async () => {
    await watched();
    const printed = page.run<string>('String(fetch)');
    const fetchBefore = page.window.fetch;
    const older = copies;
    copies = [];
    const newer: Copied[] = [];
    const secondLine = new AbortController();
    line.abort();
    receivePort(page.window, { onCopied: raw => newer.push(raw as Copied), signal: secondLine.signal });
    startCopying(page.window, wants);
    await settled();
    expect(page.window.fetch).toBe(fetchBefore);
    page.run(`fetch('${wanted}'); push(new WebSocket('wss://im.example/ws'), 'frame');
      { const r = new XMLHttpRequest(); r.open('GET', '${wanted}'); r.send(); }`);
    await settled();
    expect(newer.map(({ via }) => via).sort()).toEqual(['fetch', 'socket', 'xhr']);
    expect([...older, ...copies]).toEqual([]);
    expect(page.run('String(fetch)')).toBe(printed);
    secondLine.abort();
  });

  it('injected twice beside one that still listens, each exchange is handed over once', async () => {
    await watched();
    startCopying(page.window, wants);
    await settled();
    page.run(`fetch('${wanted}')`);
    await settled();
    expect(copies).toHaveLength(1);
  });

  it('is offered a new line when the page comes back from the cache', async () => {
    await watched();
    line.abort();
    line = new AbortController();
    receivePort(page.window, { onCopied: raw => copies.push(raw as Copied), signal: line.signal });
    page.window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    await settled();
    page.run(`fetch('${wanted}')`);
    await settled();
    expect(copies).toHaveLength(1);
  });
});
