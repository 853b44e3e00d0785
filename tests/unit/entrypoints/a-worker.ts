// Whoever uses this imports `fake-indexeddb/auto` first: Dexie looks for a database when it is loaded.
import Dexie from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';
import { LogDb } from '@/lib/log/log-db';
import { type StrictBrowser, strictBrowser } from '../strict-browser';

export const shop = 'tiktok-shop/ID/7494000000000000001';
export const chatPage = 'https://seller-id.tokopedia.com/chat/inbox/current';
export const indonesia = 'https://seller-id.tokopedia.com/*';
export const fromChat = { url: chatPage, tab: { id: 7 } };
export const minute = 60_000;
/** Noon in Jakarta: inside the hours of our own 3-minute measure, at whatever hour this runs. */
export const noon = Date.parse('2026-03-10T12:00:00+07:00');

export let browser: StrictBrowser;

/** Sets the computer's clock. The arithmetic of zones is done with real dates: only the present is made up. */
export function setClock(at: number): void {
  vi.spyOn(Date, 'now').mockReturnValue(at);
}

/** A browser that was just started, at noon, with an empty log, whose seller allowed his market and may be heard nowhere. For `beforeEach`; the file mocks `wxt/browser` with `chrome`. */
export function newBrowser(): void {
  Dexie.dependencies.indexedDB = new IDBFactory();
  browser = strictBrowser();
  browser.granted.add(indonesia);
  vi.stubGlobal('chrome', browser.chrome);
  vi.stubGlobal('AudioContext', undefined);
  vi.stubGlobal('navigator', { languages: ['en'] });
  setClock(noon);
}

/** The first load of all that the worker consists of takes long. For `beforeAll`, so that no test pays for it. */
export async function loadWorker(): Promise<void> {
  await import('@/entrypoints/background');
}

interface Followed {
  readonly subscribers: readonly object[];
  unsubscribe(follower: object): void;
}

/** Starts the worker anew: nothing that was in memory is left. Says what its start returned, and what listened then. */
export async function startWorker() {
  vi.resetModules();
  for (const api of Object.values(browser.chrome)) {
    for (const door of Object.values(api)) {
      if (typeof door === 'object' && 'listeners' in door) door.listeners.length = 0;
    }
  }
  // Of the worker before: Dexie itself is loaded once for all of them.
  const { storagemutated } = Dexie.on as unknown as { storagemutated: Followed };
  for (const follower of [...storagemutated.subscribers]) storagemutated.unsubscribe(follower);
  // What a worker of a test before still does, it does to the browser that it was started in.
  const { chrome } = browser;
  vi.doMock('wxt/browser', () => ({ browser: chrome }));
  const { default: background } = await import('@/entrypoints/background');
  const returned: unknown = background.main();
  return { returned, listening: listening() };
}

/** Every event that something listens to, by name. */
function listening(): string[] {
  return Object.entries(browser.chrome).flatMap(([api, doors]) =>
    Object.entries(doors).flatMap(([name, door]) =>
      typeof door === 'object' && 'listeners' in door && door.listeners.length > 0 ? [`${api}.${name}`] : [],
    ),
  );
}

export const waitingSince = (sentAt: number, id = '1', conversation = '0:1:2') => ({
  is: 'message' as const,
  sense: 'network' as const,
  conversation,
  id,
  author: 'buyer' as const,
  kind: 'text' as const,
  sentAt,
});

export const record = (observations: unknown, { of = shop, sender = fromChat as object } = {}) =>
  browser.send('record', { shop: of, observations }, sender);

export const logged = () => new LogDb().messages.toArray();
export const quiet = () => new Promise(resolve => setTimeout(resolve, 60));
