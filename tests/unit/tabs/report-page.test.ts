import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openPages, reportPage } from '@/lib/tabs/report-page';
import { type StrictBrowser, strictBrowser } from '../strict-browser';

vi.mock('wxt/browser', () => ({
  get browser() {
    return (globalThis as { chrome?: unknown }).chrome;
  },
}));

const host = 'https://seller-id.tokopedia.com';
const snapshot = {
  is: 'lekas-page',
  version: 1,
  host: 'seller-id.tokopedia.com',
  day: '2026-11-27',
  body: ['body', {}],
};

let browser: StrictBrowser;

beforeEach(() => {
  browser = strictBrowser();
  vi.stubGlobal('chrome', browser.chrome);
  browser.granted.add(`${host}/*`);
  const wait = setTimeout;
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(((work: () => void, ms = 0) =>
    wait(work, Math.min(ms, 50))) as typeof setTimeout);
});

it('the chat pages that are open are listed, known to Lekas or not, and no other page', async () => {
  browser.tabs.push({ id: 7, windowId: 1, url: `${host}/chat/inbox/current` });
  browser.tabs.push({ id: 8, windowId: 1, url: `${host}/orders` });
  browser.tabs.push({ id: 9, windowId: 1, url: 'https://example.com/chat/inbox/' });
  expect(await openPages()).toEqual([{ tab: 7, platform: 'tiktok-shop', market: 'ID' }]);
});

describe('a page that is asked how it is made', () => {
  it('gives its structure', async () => {
    browser.tabs.push({ id: 7, windowId: 1, url: `${host}/chat/inbox/current` });
    browser.scriptResults.set(7, snapshot);
    expect(await reportPage(7)).toEqual(snapshot);
    expect(browser.executed).toEqual([{ tab: 7, file: '/page-snapshot.js' }]);
  });

  it.each<[string, unknown]>([
    ['what has a text in it', { ...snapshot, body: ['body', {}, 'a text'] }],
    ['nothing', null],
  ])('is not believed where it gives %s', async (_, given) => {
    browser.tabs.push({ id: 7, windowId: 1, url: `${host}/chat/inbox/current` });
    browser.scriptResults.set(7, given);
    expect(await reportPage(7)).toBeNull();
  });

  it('gives none where nobody answers', async () => {
    browser.tabs.push({ id: 7, windowId: 1, url: `${host}/chat/inbox/current` });
    browser.scriptResults.set(7, new Error('Frame with ID 0 is showing error page'));
    expect(await reportPage(7)).toBeNull();
    browser.scriptResults.set(7, 'silence');
    expect(await reportPage(7)).toBeNull();
  });
});
