import 'fake-indexeddb/auto';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { LogDb } from '@/lib/log/log-db';
import { fakeAudio } from '../sound/fake-audio';
import { until } from '../until';
import {
  browser,
  chatPage,
  fromChat,
  indonesia,
  loadWorker,
  newBrowser,
  noon,
  quiet,
  record,
  setClock,
  shop,
  startWorker,
  waitingSince,
} from './a-worker';

vi.mock('wxt/browser', () => ({
  get browser() {
    return (globalThis as { chrome?: unknown }).chrome;
  },
}));

beforeAll(loadWorker, 60_000);
beforeEach(newBrowser);

const second = 1000;
const titles = () => [...browser.notices.values()].map(({ title }) => title);

describe('a reminder', () => {
  it('is shown once for all that is due, and not again by alarm, tab or restart', async () => {
    await startWorker();
    const create = vi.spyOn(browser.chrome.notifications, 'create');
    await record([waitingSince(noon - 110 * second), waitingSince(noon - 105 * second, '2', 'b')]);
    browser.chrome.alarms.onAlarm.fire({ name: 'due' });
    await Promise.all([browser.send('wake', undefined, fromChat), browser.send('wake', undefined, fromChat)]);
    await startWorker();
    await browser.send('wake', undefined, fromChat);
    expect(create).toHaveBeenCalledTimes(1);
    expect(titles()).toEqual([expect.stringMatching(/^2 buyers wait/)]);
  });

  it('that the browser refuses is shown later, in one notification, and its click finds the chat', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const { create } = browser.chrome.notifications;
    browser.chrome.notifications.create = () => {
      throw new TypeError('not now');
    };
    await startWorker();
    await record([waitingSince(noon - 110 * second)]);
    expect(titles()).toEqual([]);
    browser.chrome.notifications.create = create;
    await startWorker();
    await browser.send('wake', undefined, fromChat);
    expect(titles()).toEqual([expect.stringMatching(/waits, answer until/)]);
    browser.chrome.notifications.onClicked.fire([...browser.notices.keys()][0]);
    await until(() => expect(browser.tabs[0]?.url).toBe(`${chatPage}?oec_seller_id=7494000000000000001`));
  });

  it('leads its click to the tab that shows the shop, also after the worker was stopped', async () => {
    browser.granted.add(indonesia);
    browser.tabs.push({ id: 6, windowId: 1, url: chatPage }, { id: 7, windowId: 2, url: chatPage });
    await startWorker();
    await browser.send('beat', { shops: [shop], health: { state: 'watching' }, notUnderstood: 0 }, fromChat);
    await record([waitingSince(noon - 110 * second)]);
    const [id] = browser.notices.keys();
    await startWorker();
    browser.chrome.notifications.onClicked.fire(id);
    await until(() => expect(browser.notices.size).toBe(0));
    expect(browser.tabs).toMatchObject([{ id: 6 }, { id: 7, active: true }]);
    expect(browser.tabs[0]).not.toHaveProperty('active');
  });

  it('opens the chat where no tab shows it, and nothing for a notification that is not ours', async () => {
    await startWorker();
    await record([waitingSince(noon - 110 * second)]);
    browser.chrome.notifications.onClicked.fire('update');
    await quiet();
    expect(browser.tabs).toEqual([]);
    const [id] = browser.notices.keys();
    browser.chrome.notifications.onClicked.fire(id);
    await until(() => expect(browser.tabs).toHaveLength(1));
    expect(browser.tabs[0]?.url).toBe(`${chatPage}?oec_seller_id=7494000000000000001`);
  });

  it('goes when the buyer is answered, wherever that was', async () => {
    await startWorker();
    await record([waitingSince(noon - 110 * second)]);
    expect(browser.notices.size).toBe(1);
    await record([{ ...waitingSince(noon - second, '2'), author: 'seller' }]);
    expect(browser.notices.size).toBe(0);
    expect(browser.badge.text).toBe('×');
  });

  it('for ten chats that become due within ten seconds is one, as each of them is seen', async () => {
    await startWorker();
    const create = vi.spyOn(browser.chrome.notifications, 'create');
    for (let i = 0; i < 10; i++) {
      setClock(noon + i * 999);
      await record([waitingSince(noon + i * 999 - 110 * second, `${i + 1}`, `c${i}`)]);
    }
    expect([...browser.notices.keys()]).toHaveLength(1);
    expect(titles()).toEqual([expect.stringMatching(/^10 buyers wait/)]);
    expect(new Set(create.mock.calls.map(([id]) => id)).size).toBe(1);
  });

  it('names no buyer where names are switched off', async () => {
    browser.stored.settings = { reminding: { names: false } };
    await startWorker();
    const name = { is: 'conversation', sense: 'page', conversation: '0:1:2', at: noon, buyer: 'Ayu' } as const;
    await record([waitingSince(noon - 110 * second), name]);
    expect(JSON.stringify([...browser.notices])).not.toContain('Ayu');
    expect(titles()).toEqual([expect.stringMatching(/^Buyer waits/)]);
  });
});

describe('a screen of ours', () => {
  const screen = { url: 'chrome-extension://lekas/popup.html' };
  const snooze = (wish: object, sender: object = screen) => browser.send('snooze', wish, sender);
  const chat = { shop, conversation: '0:1:2' };

  it('puts off a chat that was reminded of: its notification goes, and comes back once', async () => {
    await startWorker();
    await record([waitingSince(noon - 10 * 3600 * second)]);
    expect(titles()).toHaveLength(1);
    expect(await snooze({ chat, minutes: 5 })).toEqual({ res: { ok: true } });
    expect(titles()).toEqual([]);
    setClock(noon + 300 * second - 1);
    await browser.send('wake', undefined, fromChat);
    expect(titles()).toEqual([]);
    setClock(noon + 300 * second);
    await startWorker();
    await browser.send('wake', undefined, fromChat);
    expect(titles()).toEqual([expect.stringMatching(/waits, answer until/)]);
  });

  it('puts off everything, and ends that before its time', async () => {
    await startWorker();
    await snooze({ minutes: 60 });
    await record([waitingSince(noon - 110 * second)]);
    expect(titles()).toEqual([]);
    expect(await snooze({ minutes: 0 })).toEqual({ res: { ok: true } });
    expect(titles()).toHaveLength(1);
  });

  it('is told when there is nothing to put off', async () => {
    await startWorker();
    expect(await snooze({ chat, minutes: 5 })).toEqual({ res: { ok: false, key: 'snooze_nobody_error' } });
  });

  it.each([
    ['a time that is not offered', { minutes: 7 }, screen],
    ['no shop', { chat: { shop: 'x', conversation: 'a' }, minutes: 5 }, screen],
    ['a script in a page', { minutes: 60 }, fromChat],
  ])('and nothing is put off by %s', async (_, wish, sender) => {
    await startWorker();
    expect(await snooze(wish, sender)).toEqual({ res: { ok: false, key: 'message_unknown_error' } });
    await record([waitingSince(noon - 110 * second)]);
    expect(titles()).toHaveLength(1);
  });

  it('says that a chat does not count: its notification goes, and comes back once that is taken back', async () => {
    await startWorker();
    await record([waitingSince(noon - 110 * second)]);
    const mark = (said: object, sender: object = screen) => browser.send('mark', { ...chat, ...said }, sender);
    expect(await mark({ setAside: 'spam' })).toEqual({ res: { ok: true } });
    expect(titles()).toEqual([]);
    expect((await new LogDb().conversations.get([shop, '0:1:2']))?.setAside).toBe('spam');
    expect(await mark({ setAside: null })).toEqual({ res: { ok: true } });
    expect((await new LogDb().conversations.get([shop, '0:1:2']))?.setAside).toBeUndefined();
    expect(await mark({ conversation: 'elsewhere', blocked: true })).toEqual({
      res: { ok: false, key: 'mark_nobody_error' },
    });
    for (const [said, sender] of [
      [{ setAside: 'dull' }, screen],
      [{ shop: 'x', setAside: 'spam' }, screen],
      [{ blocked: 'yes' }, screen],
      [{ setAside: 'spam' }, fromChat],
    ] as const) {
      expect(await mark(said, sender)).toEqual({ res: { ok: false, key: 'message_unknown_error' } });
    }
    expect((await new LogDb().conversations.get([shop, '0:1:2']))?.setAside).toBeUndefined();
  });

  it('hears whether the sound can be heard', async () => {
    await startWorker();
    const silent = { res: { ok: false, key: 'sound_silent_error' } };
    expect(await browser.send('testSound', { volume: 0.5 }, screen)).toEqual(silent);
    expect(await browser.send('testSound', { volume: 5 }, screen)).toMatchObject({
      res: { key: 'message_unknown_error' },
    });
    const { made, globals } = fakeAudio();
    for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
    expect(await browser.send('testSound', { volume: 0.5 }, screen)).toEqual({ res: { ok: true } });
    expect(Math.max(...made.peaks)).toBe(0.5);
  });
});

describe('the sound', () => {
  it.each([
    ['sounds once for a notice, and not for what joins it', {}, 1],
    ['is silent where it is switched off', { sound: { on: false, volume: 1 } }, 0],
    ['is silent while it is quiet', { quiet: { from: '11:00', to: '13:00', zone: 'Asia/Jakarta' } }, 0],
  ])('%s', async (_, reminding, times) => {
    browser.stored.settings = { reminding };
    const { made, globals } = fakeAudio();
    for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
    await startWorker();
    await record([waitingSince(noon - 110 * second)]);
    await record([waitingSince(noon - 109 * second, '2', 'b')]);
    await quiet();
    expect(made.contexts).toBe(times);
  });
});

it('a changed setting is obeyed at once', async () => {
  browser.stored.settings = { reminding: { silentPlatforms: ['tiktok-shop'] } };
  await startWorker();
  await record([waitingSince(noon - 110 * second)]);
  expect(titles()).toEqual([]);
  browser.stored.settings = {};
  browser.chrome.storage.onChanged.fire({ settings: { newValue: {} } }, 'local');
  await until(() => expect(titles()).toHaveLength(1));
});

/** Lets the worker ask so many things of the browser: the last one is still done, but it and all others are never answered. */
function dieAfter(steps: number): { readonly isDead: boolean } {
  let left = steps;
  const state = { isDead: false };
  for (const api of ['notifications', 'alarms', 'action', 'storage.local', 'storage.session'] as const) {
    const doors = api
      .split('.')
      .reduce<Record<string, unknown>>(
        (inner, name) => inner[name] as Record<string, unknown>,
        browser.chrome as unknown as Record<string, unknown>,
      );
    for (const [name, door] of Object.entries(doors)) {
      if (typeof door !== 'function') continue;
      doors[name] = (...args: unknown[]) => {
        if (state.isDead) return new Promise(() => {});
        const answer = door(...args);
        state.isDead = left-- <= 0;
        return state.isDead ? new Promise(() => {}) : answer;
      };
    }
  }
  return state;
}

it('a worker that dies at any step of it leaves a reminder that is shown, once', async () => {
  const outcomes: string[] = [];
  for (let steps = 0; steps < 60; steps++) {
    newBrowser();
    const kept = { ...browser.chrome.notifications };
    const shown: string[] = [];
    browser.chrome.notifications.create = (id, options) => {
      shown.push(id);
      return kept.create(id, options);
    };
    const living = asItIs();
    const state = dieAfter(steps);
    await startWorker();
    void record([waitingSince(noon - 110 * second)]);
    await until(() => expect(state.isDead || browser.notices.size > 0).toBe(true));
    await allDone();
    living.restore();
    setClock(noon + 20 * second);
    await startWorker();
    await record([waitingSince(noon - 110 * second)]);
    await browser.send('wake', undefined, fromChat);
    outcomes.push(`${shown.length} ${browser.notices.size}`);
    if (!state.isDead) break;
  }
  expect(outcomes.length).toBeGreaterThan(8);
  expect(new Set(outcomes)).toEqual(new Set(['1 1']));
}, 60_000);

/**
 * Until nothing goes on by itself any more: a dead worker does nothing, and what this one had begun with its log would do the
 * rest once the browser answers again. Counted in turns, and not in time, of which a busy machine makes little.
 */
async function allDone(): Promise<void> {
  for (let turn = 0; turn < 1000; turn++) await new Promise(resolve => setImmediate(resolve));
  await quiet();
}

/** Puts back what `dieAfter` took away: the browser lives longer than the worker. */
function asItIs() {
  const { notifications, alarms, action, storage } = browser.chrome;
  const objects = [notifications, alarms, action, storage.local, storage.session] as Record<string, unknown>[];
  const copies = objects.map(doors => ({ ...doors }));
  return {
    restore() {
      for (const [index, doors] of objects.entries()) Object.assign(doors, copies[index]);
    },
  };
}
