import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Copied } from '@/lib/page-world/copied';
import { handOver } from '@/lib/page-world/port';
import { receivePort } from '@/lib/page-world/receive-port';
import { startCopying } from '@/lib/page-world/start-copying';
import { type FakePage, fakePage, settled } from './fake-page';

/*
 * The page's script runs in a realm of its own here; ours runs in the test's, whose built-in objects stand for what a page
 * in a browser shares with our script and may put others in the place of.
 */

let page: FakePage;
let line: AbortController;
let copies: Copied[];

beforeEach(() => {
  page = fakePage();
  line = new AbortController();
  copies = [];
});
afterEach(() => line.abort());

function watch(): void {
  receivePort(page.window, { onCopied: raw => copies.push(raw as Copied), signal: line.signal });
  startCopying(page.window, url => url.includes('/v2/') || url.startsWith('wss://'));
}

const broken: readonly Readonly<{ 0: object; 1: PropertyKey }>[] = [
  [Reflect, 'apply'],
  [Reflect, 'construct'],
  [WeakMap.prototype, 'get'],
  [WeakMap.prototype, 'has'],
  [WeakMap.prototype, 'set'],
  [WeakSet.prototype, 'has'],
  [Promise.prototype, 'then'],
  [Promise.prototype, 'catch'],
  [Array.prototype, Symbol.iterator],
  [Array.prototype, 'map'],
  [Array.prototype, 'reduce'],
  [RegExp.prototype, 'test'],
  [JSON, 'parse'],
  [JSON, 'stringify'],
  [Date, 'now'],
  [globalThis, 'URL'],
  [MessagePort.prototype, 'postMessage'],
];

/** Runs `act`, at once, while all that is named throws; nothing of the test's own may need any of it meanwhile. */
function whileBroken<T>(act: () => T): T {
  const before: PropertyDescriptor[] = [];
  const refuse = () => {
    throw new Error('the page has taken this away');
  };
  for (let i = 0; i < broken.length; i++) {
    // By number: lists cannot be gone through any more, once that is taken away.
    const entry = broken[i] as (typeof broken)[number];
    before[i] = Object.getOwnPropertyDescriptor(entry[0], entry[1]) as PropertyDescriptor;
    Object.defineProperty(entry[0], entry[1], { configurable: true, writable: true, value: refuse });
  }
  try {
    return act();
  } finally {
    for (let i = 0; i < broken.length; i++) {
      const entry = broken[i] as (typeof broken)[number];
      Object.defineProperty(entry[0], entry[1], before[i] as PropertyDescriptor);
    }
  }
}

it('what the page puts in the place of built-in objects after us makes none of its own calls fail', async () => {
  // A promise of the page's own realm, as its own `fetch` gives.
  const answer = page.run<Promise<Response>>('new Promise(() => {})');
  page.server.answer = () => answer;
  watch();
  await settled();
  page.run('var socket = new WebSocket("wss://im.example/ws"); var request = new XMLHttpRequest(); var heard = []');
  const said = whileBroken(() =>
    page.run<unknown>(`(() => {
      const promise = fetch('/v2/x');
      request.open('GET', '/v2/x');
      request.send();
      socket.addEventListener('message', ({ data }) => heard.push(data));
      push(socket, 'frame');
      return [typeof promise.then, new WebSocket('wss://im.example/2') instanceof WebSocket, String(fetch).length > 0,
        heard.join()].join(' ');
    })()`),
  );
  expect(said).toBe('function true true frame');
  await settled();
  expect(page.uncaught).toEqual([]);
});

it('a page that was there first and has taken away what copying needs is told of no error of ours', async () => {
  for (const name of ['MessageChannel', 'CustomEvent', 'dispatchEvent', 'addEventListener', 'fetch', 'WebSocket']) {
    page = fakePage();
    page.run(`globalThis[${JSON.stringify(name)}] = () => { throw new Error('taken away') }`);
    expect(() => startCopying(page.window, () => true), name).not.toThrow();
  }
  await settled();
});

it('what a page forges of our own words changes nothing and throws nothing', async () => {
  watch();
  await settled();
  page.run(`for (const detail of [null, 1, 'x', undefined])
    dispatchEvent(new CustomEvent(${JSON.stringify(handOver)}, { detail, cancelable: true }))`);
  page.run('push(new WebSocket("wss://im.example/ws"), "still heard")');
  await settled();
  expect(page.uncaught).toEqual([]);
  expect(copies.map(({ body }) => body)).toEqual(['still heard']);
});

it('a page that takes the port and answers nonsense through it is told of no error of ours', async () => {
  const asked: MessagePort[] = [];
  page.window.addEventListener('message', ({ ports }) => void (ports[0] && asked.push(ports[0])));
  startCopying(page.window, () => true);
  await settled();
  expect(asked).toHaveLength(1);
  const uncaught: unknown[] = [];
  const hear = (error: unknown) => uncaught.push(error);
  process.on('uncaughtException', hear);
  try {
    for (const nonsense of [null, 1, {}, { askName: 'x', hears: 5 }, { askName: 'x', hears: [null] }])
      asked[0]?.postMessage(nonsense);
    await settled();
    page.run('document.dispatchEvent(new CustomEvent("x", { detail: "no json" }))');
    await settled();
  } finally {
    process.off('uncaughtException', hear);
    asked[0]?.close();
  }
  expect([...uncaught, ...page.uncaught]).toEqual([]);
});
