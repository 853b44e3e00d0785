import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Health } from '@/lib/chat/health';
import type { LogDb } from '@/lib/log/log-db';
import { noteSign } from '@/lib/log/watch-log';
import { feelPulse, forgetClosedTabs } from '@/lib/tabs/chat-tabs';
import { noteGrants } from '@/lib/tabs/grants';
import { helpShop } from '@/lib/tabs/help-shop';
import { keepLoaded } from '@/lib/tabs/keep-loaded';
import { emptyLog } from '../log/logged-from';
import { type StrictBrowser, type StrictTab, strictBrowser } from '../strict-browser';

vi.mock('wxt/browser', () => ({
  get browser() {
    return (globalThis as { chrome?: unknown }).chrome;
  },
}));

const shop = 'tiktok-shop/ID/7494000000000000001';
const host = 'https://seller-id.tokopedia.com';
const chat = `${host}/chat/inbox/current?oec_seller_id=7494000000000000001`;
const watching = { shops: [shop], health: { state: 'watching' }, notUnderstood: 0 } as const;

let browser: StrictBrowser;
let db: LogDb;

beforeEach(() => {
  browser = strictBrowser();
  vi.stubGlobal('chrome', browser.chrome);
  vi.spyOn(console, 'info').mockImplementation(() => {});
  browser.granted.add(`${host}/*`);
  db = emptyLog();
  // Nobody waits five seconds for a tab that will never answer.
  const wait = setTimeout;
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(((work: () => void, ms = 0) =>
    wait(work, Math.min(ms, 50))) as typeof setTimeout);
});

/** A chat tab that was being watched until now. */
async function watchedTab(more: Partial<StrictTab> = {}): Promise<void> {
  browser.tabs.push({ id: 7, windowId: 1, url: chat, status: 'complete', ...more });
  await noteSign(db, 7, watching, Date.now());
}

const answers = (sign: unknown) => browser.tabAnswers.set(7, (_, answer) => answer({ res: sign }));
const healths = async () => (await db.watch.toArray()).map(({ tab, health }) => `${tab} ${wordsOf(health)}`);
const wordsOf = (health: Health) => [health.state, 'why' in health ? health.why : ''].join(' ').trim();

describe('a watched tab', () => {
  it('that answers is as it says', async () => {
    await watchedTab();
    answers({ ...watching, health: { state: 'partly', blind: 'page', why: 'no-page' } });
    await feelPulse(db);
    expect(await healths()).toEqual(['7 partly no-page']);
  });

  it('that is alive, and too early to say, is as it was', async () => {
    await watchedTab();
    answers(null);
    await feelPulse(db);
    expect(await healths()).toEqual(['7 watching']);
    expect(browser.executed).toEqual([]);
  });

  it.each<[string, Partial<StrictTab>, string[]]>([
    ['was unloaded', { discarded: true, status: 'unloaded' }, ['7 stopped discarded']],
    ['crashed', { status: 'unloaded' }, ['7 stopped crashed']],
    ['is loading', { status: 'loading' }, ['7 watching']],
    ['went to the log-in page', { url: `${host}/account/login` }, ['7 signed-out']],
    ['went elsewhere', { url: 'https://example.com/' }, []],
  ])('that %s', async (_, more, words) => {
    await watchedTab(more);
    await feelPulse(db);
    expect(await healths()).toEqual(words);
    expect(browser.executed).toEqual([]);
  });

  it.each<[string, Partial<StrictTab>, string]>([
    ['and is frozen', { frozen: true }, '7 stopped frozen'],
    ['and nobody says why', {}, '7 stopped no-answer'],
  ])('that keeps the question to itself %s', async (_, more, words) => {
    await watchedTab(more);
    browser.tabAnswers.set(7, () => {});
    await feelPulse(db);
    expect(await healths()).toEqual([words]);
    expect(browser.executed).toEqual([]);
  });

  it('in which nothing of ours runs gets it anew, and is seen again', async () => {
    await watchedTab();
    const execute = browser.chrome.scripting.executeScript;
    browser.chrome.scripting.executeScript = async args => {
      answers(watching);
      return execute(args);
    };
    await feelPulse(db);
    expect(browser.executed.map(({ tab }) => tab)).toEqual([7, 7]);
    expect(await healths()).toEqual(['7 watching']);
  });

  it('that lets nothing of ours in is cut off', async () => {
    await watchedTab();
    browser.chrome.scripting.executeScript = () => Promise.reject(new Error('showing an error page'));
    await feelPulse(db);
    expect(await healths()).toEqual(['7 stopped cut-off']);
  });

  it('keeps the moment since which it is silent', async () => {
    await watchedTab({ discarded: true });
    vi.spyOn(Date, 'now').mockReturnValue(1_800_000_000_000);
    await feelPulse(db);
    vi.spyOn(Date, 'now').mockReturnValue(1_800_000_060_000);
    await feelPulse(db);
    expect(await db.watch.toArray()).toMatchObject([{ since: 1_800_000_000_000, at: 1_800_000_060_000 }]);
  });
});

describe('a chat tab that nobody has seen yet', () => {
  it('of a shop that is known, unloaded since the browser was started, is told as such', async () => {
    await watchedTab();
    browser.tabs.splice(0, 1, { id: 9, windowId: 1, url: chat, discarded: true, status: 'unloaded' });
    await forgetClosedTabs(db);
    await feelPulse(db);
    expect(await healths()).toEqual(['9 stopped discarded']);
  });

  it('of a shop that is not known is nothing yet', async () => {
    browser.tabs.push({ id: 9, windowId: 1, url: chat, discarded: true, status: 'unloaded' });
    await feelPulse(db);
    expect(await healths()).toEqual([]);
  });

  it('and has nothing of ours in it, gets it: after installing, an update, a permission given', async () => {
    browser.tabs.push({ id: 9, windowId: 1, url: chat, status: 'complete' });
    browser.tabs.push({ id: 10, windowId: 1, url: 'https://example.com/chat', status: 'complete' });
    await feelPulse(db);
    expect(browser.executed.map(({ tab }) => tab)).toEqual([9, 9]);
  });
});

describe('at the start', () => {
  it('a tab that was closed, or has become another, is forgotten', async () => {
    await watchedTab();
    await forgetClosedTabs(db);
    expect(await healths()).toEqual(['7 watching']);
    browser.tabs[0] = { id: 7, windowId: 1, url: 'https://example.com/' };
    await forgetClosedTabs(db);
    expect(await healths()).toEqual([]);
  });

  it('a tab that goes on with a smaller view of the chat is not', async () => {
    await watchedTab({ url: 'https://seller.shopee.co.id/portal/sale/order' });
    await forgetClosedTabs(db);
    expect(await healths()).toEqual(['7 watching']);
  });
});

describe('the permission', () => {
  it('taken back: the page is read no longer, and the shop says why; given again: it is as before', async () => {
    await watchedTab();
    const stopped = vi.fn((_: unknown, answer: (response?: unknown) => void) => answer({ res: undefined }));
    browser.tabAnswers.set(7, stopped);
    await noteGrants(db);
    expect(stopped).not.toHaveBeenCalled();
    browser.granted.clear();
    await noteGrants(db);
    expect(stopped).toHaveBeenCalledOnce();
    expect(stopped.mock.calls[0]?.[0]).toMatchObject({ type: 'stop' });
    expect(await healths()).toEqual([]);
    expect((await db.shops.get(shop))?.notAllowedSince).toEqual(expect.any(Number));
    browser.granted.add(`${host}/*`);
    await noteGrants(db);
    expect(await db.shops.get(shop)).not.toHaveProperty('notAllowedSince');
  });

  it('for a host that serves several markets may be the one the shop is on', async () => {
    await watchedTab();
    browser.granted.clear();
    browser.granted.add('https://seller.tiktokshopglobalselling.com/*');
    await noteGrants(db);
    expect(await db.shops.get(shop)).not.toHaveProperty('notAllowedSince');
  });
});

describe('what the seller can do', () => {
  it.each([
    ['show', [], true],
    ['sign-in', [], true],
    ['open', [], true],
    ['reload', [7], true],
  ] as const)('%s', async (action, reloaded, active) => {
    await watchedTab();
    browser.tabs.push({ id: 8, windowId: 1, url: chat });
    await helpShop(db, shop, action);
    expect(browser.reloaded).toEqual(reloaded);
    expect(browser.tabs.find(({ id }) => id === 7)?.active).toBe(active);
    expect(browser.tabs).toHaveLength(2);
  });

  it('open, where no tab shows the chat', async () => {
    await helpShop(db, shop, 'open');
    expect(browser.tabs.map(({ url }) => url)).toEqual([chat]);
  });

  it('allow, on a page of ours', async () => {
    await helpShop(db, shop, 'allow');
    expect(browser.tabs.map(({ url }) => url)).toEqual(['chrome-extension://lekas/welcome.html']);
  });
});

describe('a watched tab is kept loaded', () => {
  let watched: number[];
  const keep = () => keepLoaded(async () => watched)();
  const discardable = () => browser.tabs.map(({ autoDiscardable }) => autoDiscardable);

  beforeEach(() => {
    watched = [1, 2, 3];
    browser.tabs.push(
      { id: 1, windowId: 1, url: chat, autoDiscardable: true },
      { id: 2, windowId: 1, url: chat, autoDiscardable: false },
      { id: 3, windowId: 1, url: chat },
    );
  });

  it('where the browser knows such a wish, and freed when it is watched no longer; what others kept stays', async () => {
    await keep();
    expect(discardable()).toEqual([false, false, undefined]);
    // A worker that starts anew still knows.
    watched = [];
    await keep();
    expect(discardable()).toEqual([true, false, undefined]);
    await keep();
    expect(discardable()).toEqual([true, false, undefined]);
  });

  it('and one that was closed meanwhile holds nothing up', async () => {
    await keep();
    browser.tabs.splice(0, 1);
    browser.tabs.push({ id: 4, windowId: 1, url: chat, autoDiscardable: true });
    watched = [4];
    await keep();
    expect(browser.tabs.at(-1)?.autoDiscardable).toBe(false);
    expect(browser.session['kept-loaded']).toEqual([4]);
  });

  it('not where the browser keeps nothing for its session', async () => {
    Reflect.deleteProperty(browser.chrome.storage, 'session');
    await keep();
    expect(discardable()).toEqual([true, false, undefined]);
  });
});
