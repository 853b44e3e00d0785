import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Copied } from '@/lib/page-world/copied';
import { receivePort } from '@/lib/page-world/receive-port';
import { startCopying } from '@/lib/page-world/start-copying';
import type { InPageAsk } from '@/lib/platforms/platform';
import { type FakePage, fakePage, settled } from './fake-page';

const hears = [{ object: 'chat.socket', event: 'message' }];
const url = 'event:chat.socket/message';
const ask: InPageAsk = { selector: 'li', properties: [], up: 0, pick: {} };

/** An object of the page that tells of events as such libraries do. */
const socket = `(() => {
  const listeners = {};
  return {
    listeners,
    on(name, listener) { (listeners[name] ??= []).push(listener); return this; },
    emit(name, ...told) { for (const listener of listeners[name] ?? []) listener.apply(this, told); },
  };
})()`;

let page: FakePage;
let line: AbortController;
let copies: Copied[];

beforeEach(() => {
  page = fakePage();
  line = new AbortController();
  copies = [];
});
afterEach(() => line.abort());

async function watched(events: typeof hears | undefined = hears) {
  const onCopied = (raw: unknown) => copies.push(raw as Copied);
  const opened = receivePort(page.window, { onCopied, hears: events, signal: line.signal });
  startCopying(page.window, address => address.includes('wanted'));
  await settled();
  return opened;
}

async function emit(told: string) {
  page.run(`chat.socket.emit('message', ${told})`);
  await settled();
}

const bodies = () =>
  copies.map(({ via, url, body }) => (via === 'event' && url === 'event:chat.socket/message' ? body : via));

describe('an object of the page that tells of events', () => {
  it('is heard as the page itself hears it, and says first that it is', async () => {
    page.run(`chat = { socket: ${socket} }`);
    await watched();
    expect(copies).toEqual([{ url, via: 'event', body: '', size: 0, at: expect.any(Number) }]);
    await emit('{ message_type: "message", at: 5 }, () => {}');
    expect(bodies()).toEqual(['', '[{"message_type":"message","at":5},null]']);
  });

  it('is found when it appears later, at the next look or the next thing that arrives', async () => {
    const { inPage } = await watched();
    expect(copies).toEqual([]);
    page.run(`chat = { socket: ${socket} }`);
    inPage(ask);
    await settled();
    expect(bodies()).toEqual(['']);
    page.run(`chat.socket = ${socket}`);
    await page.run<Promise<Response>>('fetch("/wanted")');
    await settled();
    expect(bodies()).toEqual(['', 'fetch', '']);
    await emit('1');
    expect(bodies()).toEqual(['', 'fetch', '', '[1]']);
  });

  it('is found when any socket of the page opens, before that has received anything', async () => {
    await watched();
    page.run(`wire = new WebSocket('wss://other.example/'); chat = { socket: ${socket} }`);
    await settled();
    expect(copies).toEqual([]);
    page.run('wire.dispatchEvent(new Event("open"))');
    await settled();
    expect(bodies()).toEqual(['']);
  });

  it('is found with the first thing that a socket receives, so that nothing the page makes of it is missed', async () => {
    await watched();
    page.run(`wire = new WebSocket('wss://other.example/');
      wire.addEventListener('message', ({ data }) => chat.socket.emit('message', data));
      wire.dispatchEvent(new Event('open'));
      chat = { socket: ${socket} };
      push(wire, 1); push(wire, 2);`);
    await settled();
    expect(bodies()).toEqual(['', '[1]', '[2]']);
    expect(page.run('chat.socket.listeners.message.length')).toBe(1);
  });

  it('is listened to once; a newer copy of ours that takes over is told that it is heard', async () => {
    page.run(`chat = { socket: ${socket} }`);
    const { inPage } = await watched();
    inPage(ask);
    line.abort();
    line = new AbortController();
    await watched();
    await emit('1');
    expect(page.run('chat.socket.listeners.message.length')).toBe(1);
    expect(bodies()).toEqual(['', '', '[1]']);
  });

  it('is left alone where nobody wants to hear it', async () => {
    page.run(`chat = { socket: ${socket} }`);
    await watched([]);
    expect(page.run('Object.keys(chat.socket.listeners)')).toEqual([]);
  });

  it.each([
    ['is no object', 'chat = { socket: 7 }'],
    ['is not there', 'chat = null'],
    ['has nothing to listen with', 'chat = { socket: {} }'],
    ['will not be looked at', 'Object.defineProperty(globalThis, "chat", { get() { throw new Error("no") } })'],
    ['will not be listened to', 'chat = { socket: { on() { throw new Error("no") } } }'],
  ])('that %s is no harm to the page', async (_, script) => {
    page.run(script);
    const { inPage } = await watched();
    inPage(ask);
    await settled();
    expect(copies).toEqual([]);
    expect(page.uncaught).toEqual([]);
  });

  it('goes on telling its own listeners, in their order, whatever it tells and though nobody hears us', async () => {
    page.run(`heard = []; chat = { socket: ${socket} }; chat.socket.on('message', told => heard.push(told))`);
    await watched();
    await emit('1n');
    await emit('(() => { const ring = {}; ring.own = ring; return ring })()');
    await emit('{ get text() { throw new Error("no") } }');
    line.abort();
    page.run("chat.socket.on('message', () => heard.push('last'))");
    await emit('5');
    expect(page.run('heard.length')).toBe(5);
    expect(page.run('heard.at(-1)')).toBe('last');
    expect(page.uncaught).toEqual([]);
    expect(bodies()).toEqual(['']);
  });
});
