import 'fake-indexeddb/auto';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { LogDb } from '@/lib/log/log-db';
import { until } from '../until';
import { browser, fromChat, loadWorker, minute, newBrowser, noon, quiet, setClock, startWorker } from './a-worker';

vi.mock('wxt/browser', () => ({
  get browser() {
    return (globalThis as { chrome?: unknown }).chrome;
  },
}));

beforeAll(loadWorker, 60_000);
beforeEach(newBrowser);

const hour = 60 * minute;
const screen = { url: 'chrome-extension://lekas/popup.html' };
const page = 'https://www.tokopedia.com/resolution-center/detail/77';
const entry = { label: 'Retur 4410', lastWordAt: noon, hours: 72 };
const cases = () => new LogDb().cases.toArray();
const titles = () => [...browser.notices.values()].map(({ title }) => title);
const track = (wish: object = entry, sender: object = screen) => browser.send('trackCase', wish, sender);

describe('a case', () => {
  it('is tracked, changed, done and taken back for a screen of ours', async () => {
    await startWorker();
    expect(await track({ ...entry, page })).toEqual({ res: { ok: true } });
    const [row] = await cases();
    expect(row).toMatchObject({ label: 'Retur 4410', lastWordAt: noon, hours: 72, trackedAt: noon, page });
    const change = (wish: object) => browser.send('changeCase', { id: row?.id, ...wish }, screen);
    expect(await change({ lastWordAt: noon - hour })).toEqual({ res: { ok: true } });
    expect(await change({ isDone: true })).toEqual({ res: { ok: true } });
    expect(await cases()).toMatchObject([{ lastWordAt: noon - hour, doneAt: noon }]);
    expect(await change({ isDone: false })).toEqual({ res: { ok: true } });
    expect((await cases())[0]).not.toHaveProperty('doneAt');
  });

  it('is not, for a page, with a last word in the future, or with a label that cannot be', async () => {
    await startWorker();
    expect(await track(entry, fromChat)).toMatchObject({ res: { ok: false } });
    expect(await track({ ...entry, lastWordAt: noon + 2 * minute })).toEqual({
      res: { ok: false, key: 'case_future_error' },
    });
    expect(await track({ ...entry, label: ' ' })).toEqual({ res: { ok: false, key: 'message_unknown_error' } });
    expect(await track({ ...entry, hours: 0 })).toMatchObject({ res: { ok: false } });
    expect(await cases()).toEqual([]);
    const wish = { id: 'nobody', isDone: true };
    expect(await browser.send('changeCase', wish, screen)).toEqual({ res: { ok: false, key: 'case_gone_error' } });
    expect(await browser.send('changeCase', wish, fromChat)).toMatchObject({ res: { ok: false } });
    const snooze = { case: 'nobody', minutes: 15 };
    expect(await browser.send('snooze', snooze, screen)).toEqual({ res: { ok: false, key: 'case_gone_error' } });
  });

  it('is deleted with all the rest, also what was typed of one that was not entered', async () => {
    await startWorker();
    await track();
    browser.session['case-draft'] = { label: 'Ratih', lastWord: '', hours: '72' };
    expect(await browser.send('wipe', undefined, screen)).toEqual({ res: { ok: true } });
    expect(await cases()).toEqual([]);
    expect(browser.session).not.toHaveProperty('case-draft');
  });

  it('keeps no address but a marketplace page’s', async () => {
    await startWorker();
    await track({ ...entry, page: 'https://evil.example/' });
    expect((await cases())[0]).not.toHaveProperty('page');
  });

  it('is reminded of by an alarm of its own, once, also by a worker started anew; its click opens its page', async () => {
    await startWorker();
    await track({ ...entry, page });
    await until(() => expect(browser.alarms.get('due')?.scheduledTime).toBe(noon + 70 * hour));
    setClock(noon + 70 * hour);
    await startWorker();
    browser.chrome.alarms.onAlarm.fire({ name: 'due' });
    await until(() => expect(titles()).toEqual([expect.stringMatching(/^Case Retur 4410: until /)]));
    await startWorker();
    await browser.send('wake', undefined, fromChat);
    expect(browser.notices.size).toBe(1);
    expect(browser.badge.text).toBe('•');
    browser.chrome.notifications.onClicked.fire([...browser.notices.keys()][0]);
    await until(() => expect(browser.tabs.map(({ url }) => url)).toEqual([page]));
    await until(() => expect(browser.notices.size).toBe(0));
  });

  it.each([
    ['started from none', undefined],
    ['taken in from a file with somebody else’s', 'https://evil.example/'],
  ])('whose page was %s opens the list', async (_, address) => {
    await startWorker();
    await track({ ...entry, lastWordAt: noon - 71 * hour });
    const db = new LogDb();
    const [row] = await db.cases.toArray();
    if (address !== undefined && row) await db.cases.update(row.id, { page: address });
    expect(titles()).toHaveLength(1);
    browser.chrome.notifications.onClicked.fire([...browser.notices.keys()][0]);
    const list = 'chrome-extension://lekas/popup.html#cases';
    await until(() => expect(browser.windows).toEqual([{ url: list, type: 'popup' }]));
    expect(browser.tabs).toEqual([]);
  });

  it('brings the tab to the front that shows its page', async () => {
    browser.tabs.push({ id: 5, windowId: 1, url: 'https://example.com/' }, { id: 6, windowId: 2, url: `${page}#top` });
    await startWorker();
    await track({ ...entry, lastWordAt: noon - 71 * hour, page });
    browser.chrome.notifications.onClicked.fire([...browser.notices.keys()][0]);
    await until(() => expect(browser.tabs[1]).toMatchObject({ id: 6, active: true }));
    expect(browser.tabs).toHaveLength(2);
  });
});

describe('the menu of a marketplace’s page', () => {
  const shown = () => browser.menus.get('track-case');

  it('has one entry, on marketplaces alone, and keeps it over starts', async () => {
    vi.spyOn(console, 'error');
    await startWorker();
    await until(() => expect(shown()).toMatchObject({ title: 'Track this case' }));
    expect(shown()?.documentUrlPatterns).toContain('https://*.tokopedia.com/*');
    expect(shown()?.documentUrlPatterns).not.toContain('<all_urls>');
    await startWorker();
    await quiet();
    expect(browser.menus.size).toBe(1);
    expect(console.error).not.toHaveBeenCalled();
  });

  it('speaks the language that was chosen, at once', async () => {
    await startWorker();
    await until(() => expect(shown()).toBeDefined());
    browser.stored.settings = { locale: 'id' };
    browser.chrome.storage.onChanged.fire({ settings: { newValue: { locale: 'id' } } }, 'local');
    await until(() => expect(shown()).toMatchObject({ title: 'Pantau kasus ini' }));
  });

  it('opens the form for that page in a window of its own, and nothing for another entry', async () => {
    await startWorker();
    browser.chrome.contextMenus.onClicked.fire({ menuItemId: 'other', pageUrl: page });
    browser.chrome.contextMenus.onClicked.fire({ menuItemId: 'track-case', pageUrl: page });
    const url = `chrome-extension://lekas/popup.html#track=${encodeURIComponent(page)}`;
    await until(() => expect(browser.windows).toEqual([{ url, type: 'popup' }]));
  });

  it('is left out where the browser has no menus', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    Reflect.deleteProperty(browser.chrome, 'contextMenus');
    await startWorker();
    await quiet();
    expect(await track()).toEqual({ res: { ok: true } });
    expect(said).not.toHaveBeenCalled();
  });
});
