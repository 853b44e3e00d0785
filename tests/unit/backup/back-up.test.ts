import 'fake-indexeddb/auto';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { isBackupDue, readBackup } from '@/lib/backup/backup';
import {
  browser,
  loadWorker,
  newBrowser,
  noon,
  quiet,
  record,
  setClock,
  startWorker,
  waitingSince,
} from '../entrypoints/a-worker';
import { until } from '../until';

vi.mock('wxt/browser', () => ({
  get browser() {
    return (globalThis as { chrome?: unknown }).chrome;
  },
}));

const day = 86_400_000;
const fromSettings = { url: 'chrome-extension://lekas/options.html' };
const fromUnseen = { url: 'chrome-extension://lekas/unseen.html' };

describe('a copy is due', () => {
  it.each([
    ['at once where none was saved', { on: true }, true],
    ['not where nobody wants one', { on: false }, false],
    ['not before the week is over', { on: true, lastAt: noon - 7 * day + 1 }, false],
    ['when the week is over', { on: true, lastAt: noon - 7 * day }, true],
    ['not within an hour of one that failed', { on: true, lastAt: noon - 8 * day, triedAt: noon - 3_599_999 }, false],
    ['an hour after one that failed', { on: true, lastAt: noon - 8 * day, triedAt: noon - 3_600_000 }, true],
    ['where the last is of a year to come: the clock was set back', { on: true, lastAt: noon + 365 * day }, true],
  ])('%s', (_, backup, due) => {
    expect(isBackupDue(backup, noon)).toBe(due);
  });

  it('and what is stored of it is read part by part', () => {
    expect(readBackup({ on: true, lastAt: 'soon', lastName: 'x' })).toEqual({ on: true, lastName: 'x' });
    expect(readBackup(undefined)).toEqual({ on: false });
  });
});

describe('the weekly copy', () => {
  interface Item {
    readonly id: number;
    readonly filename: string;
    readonly url: string;
    state: string;
  }
  let items: Item[];
  let pages: number;
  let ordered: unknown[];
  let isAllowed: boolean;
  const changed: ((delta: object) => void)[] = [];

  beforeAll(loadWorker, 60_000);
  beforeEach(() => {
    newBrowser();
    [items, ordered, pages, isAllowed] = [[], [], 0, true];
    changed.length = 0;
    // As in Chrome: its worker makes no addresses of files.
    vi.stubGlobal('URL', Object.assign(class extends URL {}, { createObjectURL: undefined }));
    const { contains } = browser.chrome.permissions;
    Object.assign(browser.chrome.permissions, {
      contains: (asked: { permissions?: string[]; origins: string[] }) =>
        asked.permissions ? Promise.resolve(isAllowed) : contains(asked),
    });
    Object.assign(browser.chrome.runtime, {
      sendMessage: (message: { type: string; data: unknown }, answer: (response: unknown) => void) => {
        if (message.type === 'makeCopy') ordered.push(message.data);
        answer({ res: undefined });
      },
    });
    Object.assign(browser.chrome, {
      offscreen: {
        hasDocument: async () => pages > 0,
        createDocument: async () => void pages++,
        closeDocument: async () => void pages--,
      },
      downloads: {
        onChanged: { addListener: (listener: (delta: object) => void) => void changed.push(listener) },
        download: async ({ url, filename }: { url: string; filename: string }) => {
          items.push({ id: items.length + 1, filename: `/home/sari/Unduhan/${filename}`, url, state: 'in_progress' });
          return items.length;
        },
        search: async ({ id }: { id: number }) => items.filter(item => item.id === id),
      },
    });
  });

  const stored = () => readBackup(browser.stored.backup);
  const turnOn = () => browser.send('backUp', { on: true }, fromSettings);
  const made = (url: string | null) => browser.send('copyMade', { url, at: noon }, fromUnseen);
  function ends(state: string): void {
    for (const item of items) item.state = state;
    for (const tell of changed) tell({ id: items.length, state: { current: state } });
  }

  it('is made when it is turned on, in the folder of its own, and noted once it is whole', async () => {
    await startWorker();
    await record([waitingSince(noon - 60_000)]);
    expect(await turnOn()).toEqual({ res: { ok: true } });
    await until(() => expect(ordered).toEqual([{ settings: {}, at: noon }]));
    await made('blob:a');
    expect(items).toMatchObject([{ url: 'blob:a', filename: '/home/sari/Unduhan/Lekas/lekas-2026-03-10.jsonl' }]);
    expect(stored()).toMatchObject({ on: true, underWay: { id: 1, at: noon } });
    // The worker that began it is gone by the time the file is whole.
    await startWorker();
    ends('complete');
    await until(() => expect(stored().lastAt).toBe(noon));
    expect(stored()).toEqual({ on: true, triedAt: noon, lastAt: noon, lastName: 'lekas-2026-03-10.jsonl' });
    expect(pages).toBe(0);
  });

  it('ends with everything else that is deleted, and what was allowed for it is given back', async () => {
    browser.granted.add('downloads');
    await startWorker();
    await turnOn();
    expect(await browser.send('wipe', undefined, fromSettings)).toEqual({ res: { ok: true } });
    expect([...browser.granted]).not.toContain('downloads');
    expect(stored().on).toBe(false);
  });

  it('comes again after a week, by the alarm that rings every minute, and not before', async () => {
    await startWorker();
    browser.stored.backup = { on: true, lastAt: noon - 7 * day + 60_000 };
    browser.chrome.alarms.onAlarm.fire({ name: 'pulse' });
    await quiet();
    expect(ordered).toEqual([]);
    await startWorker();
    setClock(noon + 60_000);
    browser.chrome.alarms.onAlarm.fire({ name: 'pulse' });
    await until(() => expect(ordered).toHaveLength(1));
  });

  it('waits while the page that sounds is there: Chrome allows one', async () => {
    await startWorker();
    pages = 1;
    await turnOn();
    await quiet();
    expect([ordered, stored().triedAt]).toEqual([[], undefined]);
    pages = 0;
    browser.chrome.alarms.onAlarm.fire({ name: 'pulse' });
    await until(() => expect(ordered).toHaveLength(1));
  });

  it('says so where it was not saved, and comes again in an hour', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    await startWorker();
    await turnOn();
    await until(() => expect(ordered).toHaveLength(1));
    await made('blob:a');
    ends('interrupted');
    await until(() => expect(stored().failure).toBe('backup_notSaved_error'));
    expect([stored().lastAt, stored().underWay, pages]).toEqual([undefined, undefined, 0]);
    browser.chrome.alarms.onAlarm.fire({ name: 'pulse' });
    await quiet();
    expect(ordered).toHaveLength(1);
    setClock(noon + 3_600_000);
    browser.chrome.alarms.onAlarm.fire({ name: 'pulse' });
    await until(() => expect(ordered).toHaveLength(2));
    await made(null);
    expect(stored().failure).toBe('backup_notSaved_error');
  });

  it('says so where the permission was taken back, and asks nothing of the browser', async () => {
    await startWorker();
    isAllowed = false;
    await turnOn();
    await until(() => expect(stored().failure).toBe('backup_notAllowed_error'));
    // Not again at each pulse.
    expect(stored().triedAt).toBe(noon);
    expect([ordered, items]).toEqual([[], []]);
  });

  it('is not turned on, nor given a file, by a page that is not ours', async () => {
    await startWorker();
    const fromPage = { url: 'https://seller-id.tokopedia.com/chat/inbox/current', tab: { id: 7 } };
    expect(await browser.send('backUp', { on: true }, fromPage)).toEqual({ res: { ok: false } });
    await browser.send('copyMade', { url: 'https://evil.example/x', at: noon }, fromPage);
    await quiet();
    expect([items, stored()]).toEqual([[], { on: false }]);
  });
});
