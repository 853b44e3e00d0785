import { beforeEach, describe, expect, it, vi } from 'vitest';
import { chatOrigins, numbersOrigins } from '@/lib/platforms/origins';
import { registerChatScripts, startInTab, wantedScripts } from '@/lib/tabs/chat-scripts';
import { type StrictBrowser, strictBrowser } from '../strict-browser';

vi.mock('wxt/browser', () => ({
  get browser() {
    return (globalThis as { chrome?: unknown }).chrome;
  },
}));

const [first = '', second = ''] = chatOrigins;
let browser: StrictBrowser;
beforeEach(() => {
  browser = strictBrowser();
  vi.stubGlobal('chrome', browser.chrome);
});

describe('the scripts that are wanted', () => {
  it('are none where no host was granted', () => {
    expect(wantedScripts([])).toEqual([]);
  });

  it('are on the chat pages of the granted hosts alone, the listening one first', () => {
    const [page, network, ...more] = wantedScripts([first]);
    expect(more).toEqual([]);
    expect(page).toMatchObject({ world: 'ISOLATED', matches: [first.replace('*', 'chat*')] });
    expect(network).toMatchObject({ world: 'MAIN', matches: page?.matches });
    for (const script of [page, network]) expect(script).toMatchObject({ runAt: 'document_start', allFrames: false });
  });
});

describe("the page of a platform's own numbers", () => {
  const [numbers = ''] = numbersOrigins;

  it('has scripts of its own where it was granted, and none because the chat was', () => {
    const [page, network, ...more] = wantedScripts([numbers]);
    expect(more).toEqual([]);
    expect(page).toMatchObject({ id: 'feige-numbers', world: 'ISOLATED', matches: [numbers.replace('*', 'ffa/*')] });
    expect(network).toMatchObject({ id: 'feige-numbers-network', world: 'MAIN', matches: page?.matches });
    const chats = wantedScripts(chatOrigins).map(({ id }) => id);
    expect(chats).toContain('feige');
    expect(chats).not.toContain('feige-numbers');
  });

  it('is none of the chat: its host is asked for by itself', async () => {
    expect(chatOrigins).not.toContain(numbers);
    browser.granted.add(numbers);
    await registerChatScripts();
    expect(browser.scripts.map(({ id }) => id)).toEqual(['feige-numbers', 'feige-numbers-network']);
  });
});

it('a chat that may sit in a frame is read in every frame', () => {
  const frames = new Map(wantedScripts(chatOrigins).map(({ id, allFrames }) => [id, allFrames]));
  expect([frames.get('feige'), frames.get('feige-network'), frames.get('tiktok-shop')]).toEqual([true, true, false]);
});

describe('what is registered becomes what is wanted', () => {
  const wanted = wantedScripts([first, second]);
  const [page, network] = wanted;
  it.each([
    ['none', []],
    ['the same', wanted],
    ['the same in another order', [...wanted].reverse()],
    ['an older one with fewer hosts', wantedScripts([first])],
    ['an older one with another file', wanted.map(script => ({ ...script, js: ['/old.js'] }))],
    ['one of the two', page ? [page] : []],
    ['one more', network ? [...wanted, { ...network, id: 'old' }] : []],
    ['the same in the top frame only, or in all', wanted.map(script => ({ ...script, allFrames: !script.allFrames }))],
    ['only another', network ? [{ ...network, id: 'old' }] : []],
  ])('from %s', async (_, before) => {
    browser.scripts.push(...structuredClone(before));
    browser.granted.add(first).add(second);
    await registerChatScripts();
    const byId = [...browser.scripts].sort((a, b) => a.id.localeCompare(b.id));
    expect(byId).toEqual([...wanted].sort((a, b) => a.id.localeCompare(b.id)));
  });

  it('is never away where it is only changed: a chat that is opened meanwhile is seen', async () => {
    browser.scripts.push(...structuredClone(wantedScripts([first])));
    browser.granted.add(first).add(second);
    const { scripting } = browser.chrome;
    const [taken, put, changed] = [
      vi.spyOn(scripting, 'unregisterContentScripts'),
      vi.spyOn(scripting, 'registerContentScripts'),
      vi.spyOn(scripting, 'updateContentScripts'),
    ];
    await registerChatScripts();
    expect([taken, put, changed].map(({ mock }) => mock.calls.length)).toEqual([0, 0, 1]);
    expect(browser.scripts).toEqual(wanted);
  });

  it('stands in its order where one of the two was missing', async () => {
    if (network) browser.scripts.push(structuredClone(network));
    browser.granted.add(first).add(second);
    await registerChatScripts();
    expect(browser.scripts).toEqual(wanted);
  });

  it('is not touched where it is wanted already', async () => {
    browser.scripts.push(...structuredClone(wanted));
    browser.granted.add(first).add(second);
    const [taken, put] = [
      vi.spyOn(browser.chrome.scripting, 'unregisterContentScripts'),
      vi.spyOn(browser.chrome.scripting, 'registerContentScripts'),
    ];
    await registerChatScripts();
    expect([taken, put].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
  });

  it('becomes nothing when the hosts are taken back', async () => {
    browser.scripts.push(...structuredClone(wanted));
    await registerChatScripts();
    expect(browser.scripts).toEqual([]);
  });

  it('also when it is asked for three times at once', async () => {
    browser.granted.add(first).add(second);
    await Promise.all([registerChatScripts(), registerChatScripts(), registerChatScripts()]);
    expect(browser.scripts.map(({ id }) => id)).toEqual(['tiktok-shop', 'tiktok-shop-network']);
  });
});

it('an open chat page gets both scripts, the listening one first; one that refuses says so', async () => {
  vi.spyOn(console, 'info').mockImplementation(() => {});
  const chat = 'https://seller-id.tokopedia.com/chat/inbox/current';
  expect(await startInTab(2, chat)).toBe(true);
  expect(browser.executed).toEqual([
    { tab: 2, file: '/content-scripts/tiktok-shop.js' },
    { tab: 2, file: '/content-scripts/chat-network.js' },
  ]);
  browser.chrome.scripting.executeScript = () => Promise.reject(new Error('showing an error page'));
  expect(await startInTab(3, chat)).toBe(false);
});
