// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Observation } from '@/lib/chat/observation';
import type { Sign } from '@/lib/messaging/protocol';
import { lateWord, portToken } from '@/lib/page-world/port';
import { nothingWhole, wholeAfter } from '@/lib/platforms/bytedance-im/whole-stretch';
import { feige } from '@/lib/platforms/feige/feige';
import type { Market, Platform } from '@/lib/platforms/platform';
import { shopee } from '@/lib/platforms/shopee/shopee';
import { tiktokShop } from '@/lib/platforms/tiktok-shop/tiktok-shop';
import { tokopedia } from '@/lib/platforms/tokopedia/tokopedia';
import { type WatchArgs, watchChat } from '@/lib/watch/watch-chat';

const start = Date.parse('2026-03-10T12:00:00Z');
const market: Market = { host: 'localhost', code: 'ID', zone: 'Asia/Jakarta', language: 'id' };
const chat = '/chat/inbox?seller=7494';
const shop = 'tiktok-shop/ID/7494';

/** A platform whose frames are lists of observations, and whose page is a list of chats. */
const platform: Platform = {
  id: 'tiktok-shop',
  markets: [market],
  paths: ['chat*'],
  inFrames: false,
  isChatPage: url => url.pathname.startsWith('/chat/'),
  isSignedOutPage: url => url.pathname === '/login',
  shopOf(url) {
    const seller = url.searchParams.get('seller');
    return seller ? { seller } : {};
  },
  chatUrl: () => chat,
  network: {
    wants: () => true,
    whole: { none: nothingWhole, after: wholeAfter },
    decode: ({ body }) => (body === 'bad' ? { notUnderstood: 'body', size: 3 } : JSON.parse(String(body))),
  },
  page: {
    read(document, { at }) {
      const rows = [...document.querySelectorAll('li')];
      const observations = rows.map(
        (row): Observation => ({
          is: 'conversation',
          sense: 'page',
          conversation: row.id,
          at,
          buyer: row.textContent ?? '',
        }),
      );
      const list = document.querySelector('ul');
      return {
        is: 'read',
        observations,
        missing: list ? [] : ['list'],
        rows: rows.length,
        messages: 0,
        unsure: 0,
        nameless: 0,
      };
    },
  },
};

const message = (id: string, more: object = {}) => ({
  is: 'message',
  sense: 'network',
  conversation: 'a',
  id,
  author: 'buyer',
  kind: 'text',
  sentAt: start - 1000,
  ...more,
});

let ended: AbortController;
let isAlive: boolean;
let records: { shop: string; ids: string[] }[];
let beats: Sign[];
let ports: MessagePort[];
let waits: { ms: number; go: () => void }[];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: start });
  ended = new AbortController();
  isAlive = true;
  records = [];
  beats = [];
  ports = [];
  waits = [];
  document.body.innerHTML = '<ul><li id="a">Ayu</li></ul>';
  history.replaceState(null, '', chat);
});
afterEach(() => {
  ended.abort();
  for (const port of ports) port.close();
  vi.useRealTimers();
});

const idOf = (observation: Observation) =>
  observation.is === 'message'
    ? (observation.id ?? '')
    : observation.is === 'conversation'
      ? observation.conversation
      : '';

function watch(args: Partial<WatchArgs> = {}) {
  const look = watchChat({
    page: window,
    platform,
    market,
    async record(of, observations) {
      records.push({ shop: of, ids: observations.map(idOf) });
      return { ok: true, refused: 0, nextDueAt: null };
    },
    async beat(sign) {
      beats.push(sign);
      return { nextDueAt: null };
    },
    wake: async () => ({ nextDueAt: null }),
    signal: ended.signal,
    isAlive: () => isAlive,
    ...args,
  });
  const { port1, port2 } = new MessageChannel();
  ports.push(port1);
  window.dispatchEvent(
    Object.assign(new Event('message'), { data: portToken, origin: location.origin, ports: [port2] }),
  );
  return { look, port: port1 };
}

/** Waits long enough for ports and promises, and for a look that was put off. */
const settled = (ms = 30) => new Promise(resolve => setTimeout(resolve, ms));

async function frame(port: MessagePort, observations: unknown[] | string) {
  const body = typeof observations === 'string' ? observations : JSON.stringify(observations);
  port.postMessage({ url: 'wss://im.example/ws', via: 'socket', at: Date.now(), body, size: body.length });
  await settled();
}

const sentIds = () => records.flatMap(({ ids }) => ids);

describe('a chat that was open before', () => {
  const openBefore = { state: 'partly', blind: 'network', why: 'open-before' };

  it('is partly seen, though requests are heard, until something comes by itself', async () => {
    const { port, look } = watch();
    port.postMessage(lateWord);
    await settled();
    expect(look()?.health).toEqual(openBefore);
    port.postMessage({ url: 'https://im.example/v2', via: 'fetch', at: Date.now(), body: '[]', size: 2 });
    await settled();
    expect(look()?.health).toEqual(openBefore);
    await frame(port, [message('1')]);
    expect(look()?.health).toEqual({ state: 'watching' });
  });
});

describe('what is seen', () => {
  it('is recorded by either sense, and told again only when it changes', async () => {
    const { port, look } = watch();
    await frame(port, [message('1')]);
    look();
    look();
    await settled();
    expect(records.every(record => record.shop === shop)).toBe(true);
    expect(sentIds()).toEqual(['a', '1']);
    document.querySelector('li')?.append(' L.');
    await settled(300);
    expect(sentIds()).toEqual(['a', '1', 'a']);
  });

  it('is recorded all the same where the background asked for it later, and counted as lost by nobody', async () => {
    let isAsked = false;
    const { port, look } = watch({
      async record(of, observations) {
        if (!isAsked) {
          isAsked = true;
          return { ok: false, key: 'record_tooFast_error' };
        }
        records.push({ shop: of, ids: observations.map(idOf) });
        return { ok: true, refused: 0, nextDueAt: null };
      },
    });
    await frame(port, [message('1')]);
    await settled(700);
    expect(isAsked).toBe(true);
    expect(sentIds().sort()).toEqual(['1', 'a']);
    expect(look()?.notUnderstood).toBe(0);
  });

  it('that finds no room in the tab while nothing can be written is counted, and said as what is missing', async () => {
    const { port, look } = watch({ record: async () => ({ ok: false, key: 'log_full_error' }) });
    for (let part = 0; part < 5; part++) {
      const ids = Array.from({ length: 10_002 }, (_, i) => `${part} ${i}`);
      await frame(
        port,
        ids.map(id => message(id, { author: 'robot' })),
      );
    }
    await settled(300);
    expect(look()).toMatchObject({ health: { state: 'partly', blind: 'network', why: 'dropped' }, notUnderstood: 11 });
  });

  it('waits until the network names the shop, and is then delivered once, in order', async () => {
    history.replaceState(null, '', '/chat/inbox');
    const { port } = watch();
    await frame(port, [message('1', { account: '88' })]);
    await frame(port, [message('2', { account: '88' })]);
    expect(records).toEqual([]);
    await frame(port, [{ is: 'shop', seller: '7494', account: '88', market: 'ID' }, message('3', { account: '88' })]);
    await frame(port, [{ is: 'shop', seller: '7494', account: '88', market: 'ID' }]);
    expect(sentIds().filter(id => id !== 'a')).toEqual(['1', '2', '3']);
    expect(new Set(records.map(record => record.shop))).toEqual(new Set([shop]));
  });

  it('waits until the address names the shop, and is then delivered once', async () => {
    history.replaceState(null, '', '/chat/inbox');
    const { port, look } = watch();
    await frame(port, [message('1')]);
    expect(records).toEqual([]);
    history.replaceState(null, '', chat);
    look();
    look();
    await settled();
    expect(sentIds().sort()).toEqual(['1', 'a']);
  });

  it('is never given to the shop in the address when it is known to be another', async () => {
    const { port } = watch();
    await frame(port, [
      { is: 'shop', seller: '7494', account: '88', market: 'ID' },
      { is: 'shop', seller: '7500', account: '99', market: 'ID' },
      message('1', { account: '99' }),
      message('2', { account: '77' }),
    ]);
    expect(records.find(({ ids }) => ids.includes('1'))?.shop).toBe('tiktok-shop/ID/7500');
    expect(sentIds()).not.toContain('2');
  });

  it('goes to the shop its conversation is known to be of, once that is known', async () => {
    history.replaceState(null, '', '/chat/inbox');
    const { port } = watch();
    const shops = ['7494', '7500'].map(seller => ({ is: 'shop', seller, account: seller, market: 'ID' }));
    await frame(port, [...shops, message('1', { conversation: 'b' })]);
    expect(records).toEqual([]);
    await frame(port, [message('2', { conversation: 'b', account: '7500' })]);
    await frame(port, [message('3', { conversation: 'b' }), message('4', { conversation: 'c' })]);
    expect(records.every(record => record.shop === 'tiktok-shop/ID/7500')).toBe(true);
    expect(sentIds()).toEqual(['1', '2', '3']);
  });

  it('is sent again after the worker was restarted under it', async () => {
    let isUp = false;
    const { port } = watch({
      async record(of, observations) {
        if (!isUp) throw new Error('no response');
        records.push({ shop: of, ids: observations.map(idOf) });
        return { ok: true, refused: 0, nextDueAt: null };
      },
    });
    await frame(port, [message('1')]);
    expect(records).toEqual([]);
    isUp = true;
    await settled(600);
    expect(sentIds().sort()).toEqual(['1', 'a']);
  });

  it('leaves with the page', async () => {
    const asked: string[][] = [];
    const { port } = watch({
      record: (_, observations) => {
        asked.push(observations.map(idOf));
        return new Promise(() => {});
      },
    });
    await frame(port, [message('1')]);
    window.dispatchEvent(new Event('pagehide'));
    expect(asked.at(-1)?.sort()).toEqual(['1', 'a']);
  });

  it('that is not understood is counted, and what comes after it is read', async () => {
    const { port, look } = watch();
    await frame(port, 'bad');
    await frame(port, [{ is: 'not-understood', what: 'role' }, message('1')]);
    port.postMessage({ url: 'wss://im.example/ws', via: 'socket', at: start, body: null, size: 5e6 });
    port.postMessage('rubbish');
    await settled();
    vi.setSystemTime(start + 5000);
    expect(look()?.notUnderstood).toBe(3);
    expect(sentIds()).toContain('1');
  });
});

describe('after the end', () => {
  it.each(['the extension is gone', 'the signal'])('nothing is read or sent any more: %s', async what => {
    const { port, look } = watch();
    await frame(port, [message('1')]);
    vi.setSystemTime(start + 60_000);
    if (what === 'the signal') ended.abort();
    isAlive = false;
    const read = vi.spyOn(platform.page, 'read');
    const before = [records.length, beats.length];
    await frame(port, [message('2')]);
    document.body.append(document.createElement('li'));
    window.dispatchEvent(new Event('pagehide'));
    document.dispatchEvent(new Event('visibilitychange'));
    expect(look()).toBeNull();
    await settled(300);
    expect([records.length, beats.length]).toEqual(before);
    expect(read).not.toHaveBeenCalled();
  });
});

it('after the end the looks that a loaded page has ahead are not taken', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: start });
  watch();
  ended.abort();
  const read = vi.spyOn(platform.page, 'read');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(read).not.toHaveBeenCalled();
});

describe('signs of life', () => {
  it('are none before the health is known, then one, then only on change or after 30 s', async () => {
    document.body.innerHTML = '';
    const { look } = watch();
    expect(look()).toBeNull();
    expect(beats).toEqual([]);
    vi.setSystemTime(start + 5000);
    look();
    look();
    expect(beats).toMatchObject([{ shops: [shop], health: { state: 'not-recognised', missing: ['list'] } }]);
    document.body.innerHTML = '<ul></ul>';
    look();
    expect(beats.map(({ health }) => health.state)).toEqual(['not-recognised', 'watching']);
    vi.setSystemTime(start + 34_999);
    look();
    expect(beats).toHaveLength(2);
    vi.setSystemTime(start + 35_000);
    look();
    look();
    expect(beats).toHaveLength(3);
  });

  it('that nobody heard are sent again with the next look', async () => {
    let isUp = false;
    const { look } = watch({
      async beat(sign) {
        beats.push(sign);
        if (!isUp) throw new Error('no response');
        return { nextDueAt: null };
      },
    });
    vi.setSystemTime(start + 5000);
    look();
    await settled();
    isUp = true;
    look();
    await settled();
    const heard = beats.length;
    look();
    expect(beats).toHaveLength(heard);
    expect(heard).toBeGreaterThanOrEqual(2);
  });

  it('say closed where the page shows something else, whatever its socket goes on saying', async () => {
    const { port, look } = watch();
    vi.setSystemTime(start + 5000);
    look();
    history.replaceState(null, '', '/orders');
    expect(look()?.health.state).toBe('closed');
    await frame(port, [message('1')]);
    expect(beats.at(-1)?.health.state).toBe('closed');
    expect(sentIds()).toContain('1');
  });

  it('give a chat that is opened again the time it needs to be there', async () => {
    history.replaceState(null, '', '/orders');
    document.body.innerHTML = '';
    const { look } = watch();
    vi.setSystemTime(start + 60_000);
    expect(look()?.health.state).toBe('closed');
    history.replaceState(null, '', chat);
    expect(look()).toBeNull();
    vi.setSystemTime(start + 65_000);
    expect(look()?.health.state).toBe('not-recognised');
  });
});

describe('a page beside the chat, with a smaller view of it', () => {
  const beside: Platform = { ...platform, mayReceive: url => url.pathname.startsWith('/portal/') };

  it('is no chat page while nothing comes, and partly watched while chats come', async () => {
    history.replaceState(null, '', '/portal/orders');
    const { port, look } = watch({ platform: beside });
    const read = vi.spyOn(platform.page, 'read');
    expect(look()?.health).toEqual({ state: 'closed' });
    await frame(port, [{ is: 'shop', seller: '7494', account: '88' }, message('1', { account: '88' })]);
    expect(records).toEqual([{ shop, ids: ['1'] }]);
    expect(beats.at(-1)).toMatchObject({ shops: [shop], health: { state: 'partly', why: 'mini-chat' } });
    await frame(port, []);
    vi.setSystemTime(start + 31_000);
    expect(look()?.health).toEqual({ state: 'closed' });
    expect(read).not.toHaveBeenCalled();
  });

  it('is no smaller view because the chat was just left', async () => {
    const { port, look } = watch({ platform: beside });
    await frame(port, [message('1')]);
    history.replaceState(null, '', '/portal/orders');
    expect(look()?.health).toEqual({ state: 'closed' });
  });

  it('does not go on saying that no chat is shown', () => {
    history.replaceState(null, '', '/portal/orders');
    const { look } = watch({ platform: beside });
    look();
    vi.setSystemTime(start + 60_000);
    look();
    expect(beats).toHaveLength(1);
  });
});

describe('what brings messages the moment they are written', () => {
  const hears = [{ object: 'chat.socket', event: 'message' }];
  const hearing: Platform = {
    ...platform,
    network: {
      ...platform.network,
      hears,
      decode: (exchange, notes) =>
        exchange.body === '' ? { notOurs: true } : platform.network.decode(exchange, notes),
    },
  };
  const heard = async (port: MessagePort, body: string) => {
    port.postMessage({ url: 'event:chat.socket/message', via: 'event', at: Date.now(), body, size: body.length });
    await settled();
  };

  it('is missed when it is not heard, until it is', async () => {
    const { port, look } = watch({ platform: hearing });
    vi.setSystemTime(start + 15_000);
    expect(look()?.health).toEqual({ state: 'partly', blind: 'network', why: 'no-live' });
    await heard(port, '');
    expect(beats.at(-1)?.health).toEqual({ state: 'watching' });
    await heard(port, JSON.stringify([message('1')]));
    expect(sentIds()).toContain('1');
  });

  it('is asked for through the port', async () => {
    const { port } = watch({ platform: hearing });
    const asked = await new Promise(resolve => {
      port.onmessage = ({ data }) => resolve(data);
    });
    expect(asked).toEqual({ askName: expect.any(String), hears });
  });
});

it("what one exchange told is at hand for the next, and is this page's alone", async () => {
  const sizes: number[] = [];
  const decode: Platform['network']['decode'] = (_, notes) => {
    sizes.push(notes.size);
    notes.set(String(notes.size), '');
    return [];
  };
  const noting: Platform = { ...platform, network: { ...platform.network, decode } };
  for (let page = 0; page < 2; page++) {
    const { port } = watch({ platform: noting });
    await frame(port, []);
    await frame(port, []);
    ended.abort();
    ended = new AbortController();
  }
  expect(sizes).toEqual([0, 1, 0, 1]);
});

describe('the next moment at which something is due', () => {
  beforeEach(() => {
    const wait = setTimeout;
    vi.spyOn(globalThis, 'setTimeout').mockImplementation(((go: () => void, ms = 0) => {
      if (ms < 1000) return wait(go, ms);
      waits.push({ ms, go });
      return 0;
    }) as typeof setTimeout);
  });

  it('is asked about by one timer, and not again when nothing is due next', async () => {
    let asked = 0;
    const { port } = watch({
      record: async () => ({ ok: true, refused: 0, nextDueAt: start + 40_000 }),
      async wake() {
        asked++;
        return { nextDueAt: asked === 1 ? start + 90_000 : null };
      },
    });
    await frame(port, [message('1')]);
    const due = () => waits.filter(({ ms }) => ms === 40_000 || ms === 90_000);
    expect(due().map(({ ms }) => ms)).toContain(40_000);
    due().at(-1)?.go();
    await settled();
    expect(due().at(-1)?.ms).toBe(90_000);
    due().at(-1)?.go();
    await settled();
    expect([asked, due().at(-1)?.ms]).toEqual([2, 90_000]);
  });

  it('is left to the alarm where it is far off', async () => {
    const { port } = watch({ record: async () => ({ ok: true, refused: 0, nextDueAt: start + 7_200_000 }) });
    await frame(port, [message('1')]);
    // Half a minute is how long an answer is waited for.
    expect(waits.filter(({ ms }) => ms > 30_000)).toEqual([]);
    expect(records).toEqual([]);
  });
});

it('the page is as it was', async () => {
  const before = document.documentElement.outerHTML;
  const changes: MutationRecord[] = [];
  const observer = new MutationObserver(list => changes.push(...list));
  observer.observe(document, { attributes: true, childList: true, characterData: true, subtree: true });
  const { port, look } = watch();
  await frame(port, [message('1')]);
  look();
  window.dispatchEvent(new Event('pagehide'));
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  await settled();
  expect(document.documentElement.outerHTML).toBe(before);
  expect([changes, observer.takeRecords()]).toEqual([[], []]);
  observer.disconnect();
});

describe('what was received whole', () => {
  const inbox = [message('1'), { is: 'cursor', next: '1000' }];

  it('is told where the page was heard from its very beginning, and how far it goes is no message of its own', async () => {
    vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading');
    const { port, look } = watch();
    window.dispatchEvent(new Event('load'));
    await frame(port, inbox);
    expect(look()?.whole).toEqual({ from: start - 1000, to: start });
    await settled();
    const before = beats.length;
    vi.setSystemTime(start + 5000);
    await frame(port, [{ is: 'cursor', previous: '1000', next: '1010' }]);
    expect(look()?.whole).toEqual({ from: start - 1000, to: start + 5000 });
    expect(beats.slice(before)).toEqual([]);
    vi.spyOn(document, 'readyState', 'get').mockRestore();
  });

  it('is not known of a platform of which nobody has seen that its inbox leaves nothing out', async () => {
    vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading');
    const { whole: _, ...network } = platform.network;
    const { port, look } = watch({ platform: { ...platform, network } });
    window.dispatchEvent(new Event('load'));
    await frame(port, inbox);
    expect(look()).not.toHaveProperty('whole');
    expect(tiktokShop.network.whole).toBeDefined();
    for (const other of [feige, shopee, tokopedia]) expect(other.network.whole).toBeUndefined();
    vi.spyOn(document, 'readyState', 'get').mockRestore();
  });

  it('is not known where the page was there before us', async () => {
    const { port, look } = watch();
    await frame(port, inbox);
    expect(look()).not.toHaveProperty('whole');
  });
});

it('a page that was frozen and goes on is looked at again', async () => {
  watch();
  await settled();
  const read = vi.spyOn(platform.page, 'read');
  document.dispatchEvent(new Event('resume'));
  expect(read).toHaveBeenCalledOnce();
});
