import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerName, portToken } from '@/lib/page-world/port';
import { receivePort } from '@/lib/page-world/receive-port';
import { startCopying } from '@/lib/page-world/start-copying';
import type { InPageAsk } from '@/lib/platforms/platform';
import { type FakePage, fakePage, settled } from './fake-page';

const ask: InPageAsk = { selector: 'li', properties: ['__props$'], up: 0, pick: { id: ['message.id'] } };

let page: FakePage;
let line: AbortController;

beforeEach(() => {
  page = fakePage();
  line = new AbortController();
});
afterEach(() => line.abort());

/** A page's script that knows the secret name, and answers what it likes. */
async function forging(detail: unknown) {
  let askName = '';
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => {
    askName = data.askName;
    port1.close();
  };
  const { inPage } = receivePort(page.window, { onCopied: () => {}, signal: line.signal });
  page.window.postMessage(portToken, page.window.location.origin, [port2]);
  await settled();
  page.window.document.addEventListener(askName, () => {
    page.window.document.dispatchEvent(new CustomEvent(answerName(askName), { detail }));
  });
  return inPage(ask);
}

describe('what hangs on elements', () => {
  it('is asked and answered in one breath', async () => {
    page.elements.push({ __props$a: { message: { id: '7' } } }, {}, { __props$a: { message: { id: 8 } } });
    const { inPage } = receivePort(page.window, { onCopied: () => {}, signal: line.signal });
    expect(inPage(ask)).toEqual([]);
    startCopying(page.window, () => false);
    await settled();
    expect(inPage(ask)).toEqual([{ id: '7' }, {}, { id: '8' }]);
  });

  it('is answered by one after a newer copy has taken over, and by none after the end', async () => {
    page.elements.push({ __props$a: { message: { id: '7' } } });
    const first = receivePort(page.window, { onCopied: () => {}, signal: line.signal });
    startCopying(page.window, () => false);
    await settled();
    line.abort();
    line = new AbortController();
    const second = receivePort(page.window, { onCopied: () => {}, signal: line.signal });
    startCopying(page.window, () => false);
    await settled();
    expect(second.inPage(ask)).toEqual([{ id: '7' }]);
    expect(first.inPage(ask)).toEqual([]);
  });

  it.each([
    ['no JSON', '{', []],
    ['nothing', undefined, []],
    ['an object', '{"id":"1"}', []],
    ['entries that are none', '[null, 1, "x", []]', [{}, {}, { 0: 'x' }, {}]],
    ['values that are no text', '[{"id":"1","n":2,"o":{"a":1}}]', [{ id: '1' }]],
    ['a prototype', '[{"__proto__":{"id":"1"},"constructor":"x"}]', [{ constructor: 'x' }]],
    [
      'an object that will not be text',
      {
        toString() {
          throw new Error('hostile');
        },
      },
      [],
    ],
  ])('answered with %s, gives text or nothing', async (_, detail, expected) => {
    const answers = await forging(detail);
    expect(answers).toHaveLength(expected.length);
    for (const [i, answer] of answers.entries()) {
      const entries = Object.entries(answer);
      for (const [, value] of entries) expect(typeof value).toBe('string');
      if (_ !== 'entries that are none') expect(entries).toEqual(Object.entries(expected[i] ?? {}));
      expect(Object.getPrototypeOf(answer)).toBe(Object.prototype);
    }
  });
});

describe('the port', () => {
  const offer = (data: unknown, origin: string) => {
    const { port1, port2 } = new MessageChannel();
    page.window.postMessage(data, origin, [port2]);
    return port1;
  };

  it('is taken only with its word and from this very page, and hidden from the page', async () => {
    const heard: unknown[] = [];
    const raw: unknown[] = [];
    receivePort(page.window, { onCopied: copied => raw.push(copied), signal: line.signal });
    page.window.addEventListener('message', ({ data }) => heard.push(data));
    const ports = [
      offer('hello', page.window.location.origin),
      offer(portToken, 'https://elsewhere.example'),
      offer(portToken, page.window.location.origin),
    ];
    await settled();
    for (const [i, port] of ports.entries()) port.postMessage(i);
    await settled();
    expect(raw).toEqual([2]);
    expect(heard).toEqual(['hello', portToken]);
    for (const port of ports) port.close();
  });

  it('is taken no more after the end', async () => {
    const raw: unknown[] = [];
    receivePort(page.window, { onCopied: copied => raw.push(copied), signal: line.signal });
    line.abort();
    const port = offer(portToken, page.window.location.origin);
    await settled();
    port.postMessage(1);
    await settled();
    expect(raw).toEqual([]);
    port.close();
  });
});
