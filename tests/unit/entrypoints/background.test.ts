import 'fake-indexeddb/auto';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { nothingCounted } from '@/lib/log/books';
import { LogDb } from '@/lib/log/log-db';
import { fullBatch } from '@/lib/messaging/outbox';
import { addresses } from '@/lib/platforms/addresses';
import { chatOrigins } from '@/lib/platforms/origins';
import { until } from '../until';
import {
  browser,
  chatPage,
  fromChat,
  indonesia,
  loadWorker,
  logged,
  minute,
  newBrowser,
  noon,
  quiet,
  record,
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

describe('the worker starts', () => {
  it('with every listener there in the same tick', async () => {
    const { returned, listening } = await startWorker();
    expect(returned).toBeUndefined();
    expect(listening.sort()).toEqual([
      'alarms.onAlarm',
      'contextMenus.onClicked',
      'notifications.onClicked',
      'permissions.onAdded',
      'permissions.onRemoved',
      'runtime.onInstalled',
      'runtime.onMessage',
      'runtime.onStartup',
      'storage.onChanged',
      'tabs.onRemoved',
      'tabs.onReplaced',
      'tabs.onUpdated',
    ]);
    await quiet();
  });

  it('and keeps an alarm that stands as it stands', async () => {
    await startWorker();
    await until(() => expect(browser.alarms.get('pulse')).toBeDefined());
    const before = browser.alarms.get('pulse');
    await startWorker();
    await quiet();
    expect(browser.alarms.get('pulse')).toBe(before);
  });

  it('and paints the badge from the log', async () => {
    await startWorker();
    await record([waitingSince(Date.now() - minute)]);
    browser.badge.text = '';
    await startWorker();
    await until(() => expect(browser.badge.text).toMatch(/^1/));
  });

  it.each(['setBadgeText', 'setTitle'] as const)(
    'where the toolbar button refuses %s, with all the rest',
    async name => {
      vi.spyOn(console, 'error').mockImplementation(() => {});
      browser.chrome.action[name] = () => Promise.reject(new Error('refused'));
      browser.granted.add(indonesia);
      await startWorker();
      expect(await record([waitingSince(Date.now() - 110_000)])).toMatchObject({ res: { ok: true } });
      expect(browser.notices.size).toBe(1);
      expect([...browser.alarms.keys()].sort()).toEqual(['due', 'pulse']);
      expect(browser.scripts).toHaveLength(2);
    },
  );
});

describe('what pages send is recorded', () => {
  it('once, however often it is sent', async () => {
    await startWorker();
    const message = waitingSince(Date.now() - minute);
    expect(await record([message])).toMatchObject({ res: { ok: true, refused: 0 } });
    await startWorker();
    expect(await record([message, message])).toMatchObject({ res: { ok: true } });
    expect(await logged()).toHaveLength(1);
  });

  it.each([
    ["another site's page", { sender: { url: 'https://evil.example/chat/inbox/current', tab: { id: 7 } } }],
    ['a page without encryption', { sender: { url: chatPage.replace('https', 'http'), tab: { id: 7 } } }],
    ['a page of the host that is no chat', { sender: { url: 'https://seller-id.tokopedia.com/', tab: { id: 7 } } }],
    ['nobody', { sender: {} }],
    ['a chat page, for another market', { of: 'tiktok-shop/VN/7494000000000000001' }],
    ['a chat page, for another platform', { of: 'shopee/ID/7494000000000000001' }],
    ['a chat page, for no shop', { of: 'tiktok-shop/ID/../x' }],
  ])('but not from %s', async (_, args) => {
    await startWorker();
    const answer = await record([waitingSince(Date.now() - minute)], args);
    expect(answer).toEqual({ res: { ok: false, key: 'record_notThisPage_error' } });
    await quiet();
    expect(await logged()).toEqual([]);
    expect(await new LogDb().shops.count()).toBe(0);
  });

  it('from a page that became the chat without loading', async () => {
    browser.tabs.push({ id: 7, windowId: 1, url: chatPage });
    await startWorker();
    const sender = { url: 'https://seller-id.tokopedia.com/chat/settings', tab: { id: 7, url: chatPage } };
    expect(await record([waitingSince(Date.now() - minute)], { sender })).toMatchObject({ res: { ok: true } });
    await browser.send('beat', { shops: [shop], health: { state: 'watching' }, notUnderstood: 0 }, sender);
    expect([(await logged()).length, await new LogDb().watch.count()]).toEqual([1, 1]);
  });

  it.each([
    ['too many', Array.from({ length: 1001 }, (_, i) => waitingSince(Date.now(), String(i)))],
    ['no list', { length: 1 }],
  ])('but not %s', async (_, observations) => {
    await startWorker();
    expect(await record(observations)).toEqual({ res: { ok: false, key: 'record_tooMuch_error' } });
    expect(await logged()).toEqual([]);
  });

  it('and a message of a kind that nobody knows is left unanswered', async () => {
    await startWorker();
    expect(await browser.send('erase', {}, fromChat)).toBeUndefined();
    await quiet();
  });

  it('also where nobody can say what is due', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    vi.doMock('@/lib/reminders/ask-due', () => ({ askDue: () => Promise.reject(new Error('no log')) }));
    await startWorker();
    vi.doUnmock('@/lib/reminders/ask-due');
    expect(await record([waitingSince(Date.now() - minute)])).toMatchObject({ res: { ok: true, nextDueAt: null } });
    expect(await logged()).toHaveLength(1);
    expect(said).toHaveBeenCalled();
  });

  it('and a full batch, which has others behind it, before anyone has looked at what is due', async () => {
    vi.doMock('@/lib/reminders/ask-due', () => ({ askDue: () => new Promise(() => {}) }));
    await startWorker();
    vi.doUnmock('@/lib/reminders/ask-due');
    const full = Array.from({ length: fullBatch }, (_, i) => waitingSince(Date.now() - minute, String(i)));
    expect(await record(full)).toEqual({ res: { ok: true, refused: 0, nextDueAt: null } });
    expect(await logged()).toHaveLength(fullBatch);
    const looked = record([waitingSince(Date.now() - minute, 'last')]).then(() => 'answered');
    expect(await Promise.race([looked, quiet()])).toBeUndefined();
  });

  it('also where telling of it fails', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    browser.chrome.storage.local.get = () => Promise.reject(new Error('storage is broken'));
    browser.chrome.alarms.get = () => Promise.reject(new Error('no alarms'));
    browser.chrome.notifications.create = () => {
      throw new TypeError('unexpected property');
    };
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    await startWorker();
    expect(await record([waitingSince(Date.now() - 110_000)])).toMatchObject({ res: { ok: true } });
    expect(await logged()).toHaveLength(1);
    await until(() => expect(browser.badge.text).toMatch(/^1/));
  });
});

describe('how a shop is counted', () => {
  const written = noon - 60 * minute;
  const shown = async () => {
    const row = await new LogDb().shops.get(shop);
    return { limit: row?.complete.rules[0]?.limit, holidays: row?.complete.holidays, again: row?.again };
  };
  const change = (counting: object) => {
    const newValue = { counting: { [shop]: counting } };
    browser.stored.settings = newValue;
    browser.chrome.storage.onChanged.fire({ settings: { newValue } }, 'local');
  };

  it('changes with the settings, and what is in the log is counted again at once', async () => {
    await startWorker();
    await record([waitingSince(written)]);
    expect(await shown()).toEqual({ limit: 43_200, holidays: [], again: undefined });
    change({
      readings: { 'tiktok-shop/12h': 'tiktok-shop/24h' },
      holidays: [{ from: written - minute, to: null }],
    });
    const holidays = [[written - minute, Number.POSITIVE_INFINITY]];
    await until(async () => expect(await shown()).toEqual({ limit: 86_400, holidays, again: undefined }));
    const tallies = await new LogDb().tallies.toArray();
    expect(tallies.map(({ excluded }) => excluded.holiday)).toContain(1);
    // What is due is asked beside the counting, and may be answered after it.
    await until(() => expect(browser.alarms.has('due')).toBe(false));
  });

  it('is counted again at the next start where the worker died before', async () => {
    await startWorker();
    await record([waitingSince(written)]);
    browser.stored.settings = { counting: { [shop]: { zone: 'Asia/Jayapura' } } };
    await startWorker();
    await until(async () => expect((await new LogDb().shops.get(shop))?.complete.rules[0]?.zone).toBe('Asia/Jayapura'));
  });

  it('stays as it is while the settings cannot be read', async () => {
    browser.stored.settings = { counting: { [shop]: { zone: 'Asia/Jayapura' } } };
    await startWorker();
    await record([waitingSince(written)]);
    browser.chrome.storage.local.get = () => Promise.reject(new Error('storage is broken'));
    await startWorker();
    expect(await record([waitingSince(written + 1, '2')])).toMatchObject({ res: { ok: true } });
    await quiet();
    const row = await new LogDb().shops.get(shop);
    expect([row?.complete.rules[0]?.zone, row?.turn]).toEqual(['Asia/Jayapura', 0]);
  });
});

describe("the platform's own numbers", () => {
  const score = 'https://fxg.jinritemai.com/ffa/eco/experience-score';
  const numbers = [
    { is: 'official', metric: 'mean-response', value: 25.3, at: noon },
    { is: 'official', metric: 'stars', value: 5, at: noon },
    { is: 'message', sense: 'page', conversation: 'a', id: '1', author: 'buyer', kind: 'text', sentAt: noon },
  ];

  it('are kept of the shop that is known, from the page that shows them alone; nothing else of that page is', async () => {
    await startWorker();
    const db = new LogDb();
    await db.shops.put({ shop: 'feige/CN/7490001', firstSeenAt: noon, complete: nothingCounted, turn: 0 });
    const sent = (url: string) => browser.send('numbers', { platform: 'feige', observations: numbers }, { url });
    expect(await sent('https://evil.example/ffa/eco/experience-score')).toMatchObject({ res: false });
    expect(await db.officials.count()).toBe(0);
    expect(await sent(score)).toMatchObject({ res: true });
    expect(await db.officials.toArray()).toMatchObject([{ shop: 'feige/CN/7490001', metric: 'mean-response' }]);
    expect(await db.messages.count()).toBe(0);
    expect(await browser.send('numbers', { platform: 'feige', observations: 'all' }, { url: score })).toBeDefined();
    db.close();
  });
});

describe('how the page is seen', () => {
  const sign = (state: string) => ({ shops: [shop], health: { state }, notUnderstood: 0 });
  const watched = () => new LogDb().watch.toArray();

  it('is noted by tab, from a page that may speak for the shop only', async () => {
    browser.tabs.push({ id: 7, windowId: 1, url: chatPage });
    browser.tabAnswers.set(7, (_, answer) => answer({ res: sign('watching') }));
    await startWorker();
    await browser.send('beat', sign('watching'), { url: 'https://evil.example/', tab: { id: 8 } });
    await browser.send('beat', { ...sign('watching'), text: 'hello' }, { url: chatPage, tab: { id: 9 } });
    await browser.send('beat', sign('watching'), fromChat);
    expect(await watched()).toMatchObject([{ tab: 7, shop, health: { state: 'watching' } }]);
  });

  it('is asked every minute, and a frozen tab holds nothing up', async () => {
    browser.tabs.push({ id: 7, windowId: 1, url: chatPage }, { id: 9, windowId: 1, url: chatPage });
    await startWorker();
    await browser.send('beat', sign('watching'), fromChat);
    await browser.send('beat', sign('watching'), { url: chatPage, tab: { id: 9 } });
    browser.tabAnswers.set(7, () => {});
    browser.tabAnswers.set(9, (_, answer) => answer({ res: sign('signed-out') }));
    const attended = vi.spyOn(browser.chrome.action, 'setBadgeText');
    const wait = setTimeout;
    vi.spyOn(globalThis, 'setTimeout').mockImplementation(((work: () => void, ms = 0) =>
      wait(work, Math.min(ms, 100))) as typeof setTimeout);
    browser.chrome.alarms.onAlarm.fire({ name: 'pulse' });
    await until(async () => expect((await watched())[1]?.health.state).toBe('signed-out'));
    await until(() => expect(attended).toHaveBeenCalled());
    await until(async () => expect((await watched())[0]?.health).toEqual({ state: 'stopped', why: 'no-answer' }));
  });

  it('is forgotten with its tab, and told signed out where the tab was sent to the log-in page', async () => {
    browser.tabs.push({ id: 7, windowId: 1, url: 'https://seller-id.tokopedia.com/account/login' });
    await startWorker();
    await browser.send('beat', sign('watching'), fromChat);
    browser.chrome.tabs.onUpdated.fire(7, { url: 'https://seller-id.tokopedia.com/account/login' }, {});
    await until(() => expect(browser.badge.text).toBe('!'));
    browser.chrome.tabs.onUpdated.fire(7, { status: 'loading' }, {});
    browser.tabs.length = 0;
    browser.chrome.tabs.onRemoved.fire(7);
    await until(() => expect(browser.badge.text).toBe('×'));
    expect(await watched()).toEqual([]);
  });

  it('is said by the page itself where a smaller view of the chat may be in it', async () => {
    const shopee = 'shopee/ID/280001111';
    const orders = 'https://seller.shopee.co.id/portal/sale/order';
    const from = { url: 'https://seller.shopee.co.id/new-webchat/conversations', tab: { id: 7 } };
    const mini = { shops: [shopee], health: { state: 'partly', blind: 'page', why: 'mini-chat' }, notUnderstood: 0 };
    browser.granted.add('https://seller.shopee.co.id/*');
    browser.tabs.push({ id: 7, windowId: 1, url: orders });
    await startWorker();
    await browser.send('beat', { ...sign('watching'), shops: [shopee] }, from);
    browser.tabAnswers.set(7, (_, answer) => answer({ res: mini }));
    browser.chrome.tabs.onUpdated.fire(7, { url: orders }, {});
    await until(async () => expect((await watched())[0]?.health).toEqual(mini.health));
    browser.tabAnswers.set(7, (_, answer) => answer({ res: { ...sign('closed'), shops: [] } }));
    browser.chrome.tabs.onUpdated.fire(7, { url: `${orders}?page=2` }, {});
    await until(async () => expect(await watched()).toEqual([]));
  });

  it('is told signed out also where the log-in page is on another host than the chat', async () => {
    const workspace = 'https://im.jinritemai.com/pc_seller_v2/main/workspace';
    const seen = { ...sign('watching'), shops: ['feige/CN/7490001'] };
    browser.granted.add('https://im.jinritemai.com/*');
    browser.tabs.push({ id: 7, windowId: 1, url: workspace });
    browser.tabAnswers.set(7, (_, answer) => answer({ res: seen }));
    await startWorker();
    await browser.send('beat', seen, { url: workspace, tab: { id: 7 } });
    browser.chrome.tabs.onUpdated.fire(7, { url: 'https://fxg.jinritemai.com/login/common' }, {});
    await until(async () => expect((await watched())[0]?.health.state).toBe('signed-out'));
  });

  it('is told at once when the browser unloads the tab, also under another number', async () => {
    browser.tabs.push({ id: 7, windowId: 1, url: chatPage });
    browser.tabAnswers.set(7, (_, answer) => answer({ res: sign('watching') }));
    await startWorker();
    await browser.send('beat', sign('watching'), fromChat);
    await until(() => expect(browser.badge.text).toBe(''));
    browser.tabAnswers.delete(7);
    browser.tabs[0] = { id: 8, windowId: 1, url: chatPage, discarded: true };
    // Chrome tells first that the new number is unloaded, of which nobody has heard yet, and then whose it is.
    browser.chrome.tabs.onUpdated.fire(8, { discarded: true }, {});
    browser.chrome.tabs.onReplaced.fire(8, 7);
    await until(() => expect(browser.badge.text).toBe('-'));
    expect((await watched()).map(({ tab }) => tab)).toEqual([8]);
    expect(browser.badge.title).toContain('unloaded your chat tab');
  });

  it('keeps the browser from unloading a tab from its first sign of life on', async () => {
    await startWorker();
    await until(() => expect(browser.alarms.has('pulse')).toBe(true));
    browser.tabs.push({ id: 7, windowId: 1, url: chatPage, autoDiscardable: true });
    await browser.send('beat', sign('watching'), fromChat);
    await until(() => expect(browser.tabs[0]).toMatchObject({ autoDiscardable: false }));
  });

  it('is told when the seller takes the permission back, and gives it again', async () => {
    browser.tabs.push({ id: 7, windowId: 1, url: chatPage });
    await startWorker();
    await browser.send('beat', sign('watching'), fromChat);
    browser.granted.clear();
    browser.chrome.permissions.onRemoved.fire({});
    await until(() => expect(browser.badge.text).toBe('/'));
    browser.granted.add(indonesia);
    browser.chrome.permissions.onAdded.fire({});
    await until(() => expect(browser.executed.map(({ tab }) => tab)).toEqual([7, 7]));
    await until(() => expect(browser.badge.text).not.toBe('/'));
  });

  it('and what helps is done for a screen of ours, and for nobody else', async () => {
    browser.tabs.push({ id: 7, windowId: 1, url: chatPage });
    browser.tabAnswers.set(7, (_, answer) => answer({ res: sign('watching') }));
    await startWorker();
    await browser.send('beat', sign('watching'), fromChat);
    const wish = { shop, action: 'reload' };
    expect(await browser.send('help', wish, fromChat)).toMatchObject({ res: { ok: false } });
    expect(browser.reloaded).toEqual([]);
    const screen = { url: 'chrome-extension://lekas/popup.html' };
    expect(await browser.send('help', wish, screen)).toEqual({ res: { ok: true } });
    expect(browser.reloaded).toEqual([7]);
    expect(await browser.send('help', { shop, action: 'erase' }, screen)).toMatchObject({ res: { ok: false } });
  });

  it('is forgotten at the start for tabs that were closed meanwhile', async () => {
    await startWorker();
    await browser.send('beat', sign('watching'), fromChat);
    await startWorker();
    await until(() => expect(browser.badge.text).toBe('×'));
    await until(async () => expect(await watched()).toEqual([]));
  });
});

describe('the scripts', () => {
  it('are registered and started in open chat tabs when hosts are granted, whatever else asks at that moment', async () => {
    browser.granted.add(indonesia);
    browser.tabs.push({ id: 7, windowId: 1, url: chatPage }, { id: 8, windowId: 1, url: 'https://example.com/chat' });
    await startWorker();
    browser.chrome.permissions.onAdded.fire({ origins: [indonesia] });
    browser.chrome.runtime.onInstalled.fire({ reason: 'update' });
    await until(() => expect(browser.executed.length).toBeGreaterThanOrEqual(4));
    await quiet();
    expect(browser.scripts.map(({ id }) => id)).toEqual(['tiktok-shop', 'tiktok-shop-network']);
    expect(new Set(browser.executed.map(({ tab }) => tab))).toEqual(new Set([7]));
  });

  it('are gone when the hosts are taken back', async () => {
    for (const origin of chatOrigins) browser.granted.add(origin);
    await startWorker();
    await until(() => expect(browser.scripts).toHaveLength(2 * addresses.length));
    browser.granted.clear();
    browser.chrome.permissions.onRemoved.fire({});
    await until(() => expect(browser.scripts).toEqual([]));
  });

  it.each([
    ['install', 1],
    ['update', 0],
    ['chrome_update', 0],
    ['shared_module_update', 0],
  ])('after %s, %i welcome pages open', async (reason, pages) => {
    await startWorker();
    browser.chrome.runtime.onInstalled.fire({ reason });
    await quiet();
    expect(browser.tabs.filter(({ url }) => url.endsWith('/welcome.html'))).toHaveLength(pages);
  });
});
