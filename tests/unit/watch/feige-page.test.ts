// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://im.jinritemai.com/pc_seller_v2/main/workspace"}
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Observation } from '@/lib/chat/observation';
import type { ShopId } from '@/lib/chat/shop';
import type { LogDb } from '@/lib/log/log-db';
import { record } from '@/lib/log/record';
import { waitingRounds } from '@/lib/log/waiting-query';
import { readBatch } from '@/lib/messaging/observation-schema';
import type { Sign } from '@/lib/messaging/protocol';
import { portToken } from '@/lib/page-world/port';
import { feige } from '@/lib/platforms/feige/feige';
import { feigeMarkets } from '@/lib/platforms/feige/markets';
import { rulesOf } from '@/lib/rules/rules-of';
import { namedRows } from '@/lib/watch/named-rows';
import { watchChat } from '@/lib/watch/watch-chat';
import { emptyLog } from '../log/logged-from';
import { type BuiltMessage, frame, push } from '../platforms/build-frames';
import { buyerExt, staff, staffExt } from '../platforms/feige/feige-messages';
import { until } from '../until';

const noon = Date.UTC(2026, 10, 23, 4);
const shop: ShopId = 'feige/CN/7490001';
const [market] = feigeMarkets;
const x = '5550001:7490001::2:1:pigeon';
const y = '5550002:7490001::2:1:pigeon';

let ended: AbortController;
let db: LogDb;
let beats: Sign[];
let port: MessagePort;
let look: () => Sign | null;
let refused: number;

/** Invented people; the structure of feige.md section 2. */
const row = (name: string, timer: string) =>
  `<div data-qa-id="qa-conversation-chat-item"><b data-qa-id="qa-conversation-nickname">${name}</b><i class="timerParticular">${timer}</i></div>`;
const bubble = (id: string, who: 'NotMe' | 'IsMe') =>
  `<div data-qa-id="qa-message-warpper"><div class="message${who}"><div data-id="${id}"><pre>words</pre></div></div></div>`;
const openThread = (name: string, chat: string, ...bubbles: string[]) =>
  `<div id="topbar-left-info">${name}</div><div class="messageList"><em>12:00</em>${bubbles.join('')}</div>
   <textarea data-qa-id="qa-send-message-textarea" class="inputArea_${chat}"></textarea>`;

/** Real pauses: ports, promises and looks put off. */
const settled = (ms = 60) => new Promise(resolve => setTimeout(resolve, ms));

async function page(seconds: number, ...html: string[]) {
  vi.setSystemTime(noon + seconds * 1000);
  document.body.innerHTML = `<div id="chantListScrollArea">${html.filter(part => part.includes('chat-item')).join('')}</div>${html
    .filter(part => !part.includes('chat-item'))
    .join('')}`;
  look();
  await settled();
}

async function pushed(seconds: number, built: BuiltMessage) {
  vi.setSystemTime(noon + seconds * 1000);
  const bytes = frame(push({ conversation: x, ext: buyerExt, createTime: noon + seconds * 1000, ...built }));
  const body = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  const url = 'wss://ws.fxg.jinritemai.com/ws/v2?aid=1383';
  port.postMessage({ url, via: 'socket', at: Date.now(), body, size: bytes.length });
  await settled();
}

/** Who waits: the name, or the conversation where none is known, and since how many seconds after noon. */
const waiting = async () =>
  (await waitingRounds(db, shop, Date.now()))
    .map(({ buyer, conversation, startAt }) => [buyer ?? conversation, (startAt - noon) / 1000])
    .sort();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: noon });
  ended = new AbortController();
  db = emptyLog();
  beats = [];
  refused = 0;
  document.body.innerHTML = '';
  look = watchChat({
    page: window,
    platform: feige,
    market,
    rows: namedRows,
    async record(of, observations) {
      expect(of).toBe(shop);
      const batch = readBatch(observations as Observation[], Date.now());
      refused += batch.refused;
      await record(db, batch.accepted, { shop: of, rules: rulesOf(of), now: Date.now() });
      return { ok: true, refused: batch.refused, nextDueAt: null };
    },
    async beat(sign) {
      beats.push(sign);
      return { nextDueAt: null };
    },
    wake: async () => ({ nextDueAt: null }),
    signal: ended.signal,
    isAlive: () => true,
  });
  const { port1, port2 } = new MessageChannel();
  port = port1;
  window.dispatchEvent(
    Object.assign(new Event('message'), { data: portToken, origin: location.origin, ports: [port2] }),
  );
});
afterEach(() => {
  expect(refused).toBe(0);
  ended.abort();
  port.close();
  db.close();
  vi.useRealTimers();
});

describe('with both senses', () => {
  it('a buyer waits once, by name, from the message on', async () => {
    await pushed(10, {});
    await page(10.3, row('林小禾', '0秒'));
    expect(await waiting()).toEqual([['林小禾', 10]]);
    await page(20, row('林小禾', '10秒'));
    expect(await waiting()).toEqual([['林小禾', 10]]);
    await pushed(40, { sender: staff, ext: staffExt, id: '7490000000000100002' });
    await page(41, row('林小禾', '12:00'));
    expect(await waiting()).toEqual([]);
  });

  it('also where the row is drawn before the push is read', async () => {
    await pushed(0, { conversation: y, sender: staff, ext: staffExt });
    await page(10.3, row('林小禾', '0秒'));
    await pushed(10.4, { createTime: noon + 10_000, id: '7490000000000100002' });
    await page(11.3, row('林小禾', '1秒'));
    expect(await waiting()).toEqual([['林小禾', 10]]);
  });

  it('a first text that the socket missed is found by the page, and once only when the network tells after all', async () => {
    await pushed(0, { conversation: y });
    await page(1, row('周也', '1秒'));
    await page(12, row('周也', '12秒'), row('林小禾', '2秒'));
    await page(16, row('周也', '16秒'), row('林小禾', '6秒'));
    expect(await waiting()).toEqual([
      ['周也', 0],
      ['林小禾', 9],
    ]);
    await page(25, row('周也', '25秒'), row('林小禾', '15秒'));
    expect(look()?.health).toEqual({ state: 'partly', blind: 'network', why: 'no-network' });
    await pushed(26, { createTime: noon + 10_000, id: '7490000000000100002' });
    await page(27, row('周也', '27秒'), row('林小禾', '17秒'));
    expect(await waiting()).toEqual([
      ['周也', 0],
      ['林小禾', 10],
    ]);
    expect(look()?.health).toEqual({ state: 'watching' });
  });
});

describe('with the page alone', () => {
  it('everybody who waits is found, to the second of the timer, once the open chat says whose shop it is', async () => {
    await page(60, row('周也', '45秒'), row('林小禾', '10秒'), row('叶子', '12:00'));
    expect(look()?.health).toEqual({ state: 'partly', blind: 'network', why: 'shop-unknown' });
    const asked = bubble('7490000000000100001', 'NotMe');
    await page(61, row('周也', '46秒'), row('林小禾', '11秒'), row('叶子', '12:00'), openThread('林小禾', x, asked));
    expect(await waiting()).toEqual([
      ['周也', 14],
      ['林小禾', 49],
    ]);
    expect(await db.messages.toArray()).toMatchObject([{ id: '7490000000000100001', uncertain: 1000 }]);
    const answered = openThread('林小禾', x, asked, bubble('7490000000000100002', 'IsMe'));
    await page(70, row('周也', '55秒'), row('林小禾', '12:01'), row('叶子', '2秒'), answered);
    expect((await waiting()).map(([name]) => name)).toEqual(['叶子', '周也']);
  });

  it('a chat that is opened does not wait twice, and one that is left keeps its own messages', async () => {
    const thread = openThread('林小禾', x, bubble('7490000000000100001', 'NotMe'));
    await page(30, row('周也', '20秒'), row('林小禾', '10秒'), thread);
    // The composer is the other chat's already, the thread not yet.
    const mixed = openThread('周也', y, bubble('7490000000000100001', 'NotMe'));
    await page(31, row('周也', '21秒'), row('林小禾', '11秒'), mixed);
    await page(32, row('周也', '22秒'), row('林小禾', '12秒'), mixed);
    const other = openThread('周也', y, bubble('7490000000000100009', 'NotMe'));
    await page(33, row('周也', '23秒'), row('林小禾', '13秒'), other);
    expect((await db.messages.toArray()).map(({ conversation, id }) => [conversation, id])).toEqual([
      [x, '7490000000000100001'],
      [y, '7490000000000100009'],
    ]);
    expect(await waiting()).toEqual([
      ['周也', 9],
      ['林小禾', 19],
    ]);
  });

  it('an id that comes late is waited for, and the message recorded once', async () => {
    const late = openThread('林小禾', x, bubble('', 'NotMe'));
    await page(30, row('林小禾', '10秒'), late);
    expect(await db.messages.count()).toBe(0);
    document.querySelector('[data-id]')?.setAttribute('data-id', '7490000000000100001');
    // Nothing but the attribute has changed.
    await until(async () => expect(await db.messages.count()).toBe(1));
    expect((await db.messages.toArray()).map(({ id }) => id)).toEqual(['7490000000000100001']);
  });

  it('says so: rows are shown and nothing was received', async () => {
    await page(30, row('林小禾', '10秒'), openThread('林小禾', x));
    vi.setSystemTime(noon + 60_000);
    expect(look()).toMatchObject({ shops: [shop] });
  });
});

it('a list of many that tick is not told again and again', async () => {
  const rows = (seconds: number) => Array.from({ length: 50 }, (_, i) => row(`买家${i}`, `${seconds + i}秒`)).join('');
  await page(60, rows(5), openThread('买家0', x));
  await until(async () => expect(await db.conversations.count()).toBe(50));
  const put = vi.spyOn(db.conversations, 'bulkPut');
  for (const second of [61, 62, 63, 64]) await page(second, rows(second - 55), openThread('买家0', x));
  expect(put.mock.calls.flatMap(([list]) => list)).toEqual([]);
});
