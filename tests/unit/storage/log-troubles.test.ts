import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { LogDb } from '@/lib/log/log-db';
import { troubleIn } from '@/lib/log/log-trouble';
import {
  browser,
  chatPage,
  loadWorker,
  logged,
  newBrowser,
  noon,
  quiet,
  record,
  startWorker,
  waitingSince,
} from '../entrypoints/a-worker';
import { until } from '../until';

vi.mock('wxt/browser', () => ({
  get browser() {
    return (globalThis as { chrome?: unknown }).chrome;
  },
}));

const fromSettings = { url: 'chrome-extension://lekas/options.html' };
const minuteAgo = (id: string) => waitingSince(noon - 60_000, id);

describe('an error of the database', () => {
  it.each([
    ['no room', new DOMException('', 'QuotaExceededError'), 'full'],
    ['no room, as Dexie hands it on', { name: 'AbortError', inner: { name: 'QuotaExceededError' } }, 'full'],
    ['will not open', { name: 'OpenFailedError', inner: { name: 'UnknownError' } }, 'unreadable'],
    ['of a row that cannot be', { name: 'DataError' }, null],
    ['of a later version', { name: 'DatabaseClosedError', inner: { name: 'VersionError' } }, 'newer'],
    ['a bug', new TypeError('x is not a function'), null],
    ['nothing', undefined, null],
  ])('%s is told apart', (_, problem, trouble) => {
    expect(troubleIn(problem)).toBe(trouble);
  });
});

describe('a log in trouble', () => {
  beforeAll(loadWorker, 60_000);
  beforeEach(() => {
    newBrowser();
    for (const say of ['error', 'warn'] as const) vi.spyOn(console, say).mockImplementation(() => {});
  });

  /** Nothing can be written, as on a full disk: by a worker that is started from now on, for an open log keeps its methods. */
  function fillTheDisk() {
    const { transaction } = IDBDatabase.prototype;
    return vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
      if (args[1] === 'readwrite') throw new DOMException('no room', 'QuotaExceededError');
      return transaction.apply(this, args);
    });
  }

  /** No database opens, as where a browser cannot read its files; gives what puts them back. */
  function takeAway() {
    const { indexedDB: whole } = Dexie.dependencies;
    const open = () => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    };
    Dexie.dependencies.indexedDB = { open, deleteDatabase: open, databases: open, cmp: open };
    return () => {
      Dexie.dependencies.indexedDB = whole;
    };
  }

  /** The same of a log in which one buyer waits. */
  async function takenAwayFromOne() {
    await startWorker();
    await record([minuteAgo('1')]);
    await until(() => expect(browser.badge.text).toBe('1×'));
    // What is still under way in this worker would be painted after the next.
    await quiet();
    return takeAway();
  }

  it('without room says so on the badge and asks for the same again, until there is room', async () => {
    await startWorker();
    await record([minuteAgo('1')]);
    const full = fillTheDisk();
    await startWorker();
    expect(await record([minuteAgo('2')])).toEqual({ res: { ok: false, key: 'log_full_error' } });
    await until(() => expect(browser.badge).toMatchObject({ text: '1!!', title: expect.stringContaining('No room') }));
    // Also a worker that was not there says so.
    await startWorker();
    await until(() => expect(browser.badge.text).toBe('1!!'));
    full.mockRestore();
    await startWorker();
    expect(await record([minuteAgo('2')])).toMatchObject({ res: { ok: true } });
    await until(() => expect(browser.badge.text).toBe('1×'));
    expect(await logged()).toHaveLength(2);
  });

  it('without room is not told as unreadable in Firefox, whose next transaction may only delete, nor once there is room', async () => {
    await startWorker();
    await record([minuteAgo('1')]);
    const full = fillTheDisk();
    await startWorker();
    await record([minuteAgo('2')]);
    await until(() => expect(browser.badge.text).toBe('1!!'));
    full.mockRestore();
    const { transaction } = IDBDatabase.prototype;
    let isAfterFull = false;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
      const opened = transaction.apply(this, args);
      const names = [args[0]].flat();
      if (args[1] !== 'readwrite' || names.length !== 1 || names[0] !== 'meta' || !isAfterFull) return opened;
      isAfterFull = false;
      const store = opened.objectStore('meta');
      vi.spyOn(store, 'put').mockImplementation(() => {
        throw new DOMException('did not allow mutations', 'InvalidStateError');
      });
      vi.spyOn(opened, 'objectStore').mockReturnValue(store);
      return opened;
    });
    await startWorker();
    await quiet();
    isAfterFull = true;
    browser.chrome.alarms.onAlarm.fire({ name: 'pulse' });
    await until(() => expect(isAfterFull).toBe(false));
    await until(() => expect(browser.session).not.toHaveProperty('log-trouble'));
  });

  it('is out of it by itself within the minute, where nobody writes', async () => {
    await startWorker();
    await record([minuteAgo('1')]);
    const full = fillTheDisk();
    await startWorker();
    await record([minuteAgo('2')]);
    await until(() => expect(browser.badge.text).toBe('1!!'));
    browser.chrome.alarms.onAlarm.fire({ name: 'pulse' });
    await quiet();
    expect(browser.session['log-trouble']).toBe('full');
    full.mockRestore();
    await startWorker();
    browser.chrome.alarms.onAlarm.fire({ name: 'pulse' });
    await until(() => expect(browser.session['log-trouble']).toBeUndefined());
  });

  it('that cannot be opened shows no number, and no zero', async () => {
    const putBack = await takenAwayFromOne();
    await startWorker();
    await until(() =>
      expect(browser.badge).toMatchObject({ text: '!!', title: expect.stringContaining('cannot be read') }),
    );
    expect(await record([minuteAgo('2')])).toEqual({ res: { ok: false, key: 'log_unreadable_error' } });
    putBack();
    await startWorker();
    expect(await record([minuteAgo('2')])).toMatchObject({ res: { ok: true } });
    await until(() => expect(browser.badge.text).toBe('1×'));
  });

  it('that cannot be opened is not told as the lost one that it was before, nor as one where nobody waits', async () => {
    await startWorker();
    await until(() => expect(browser.stored['log-birth']).toBeDefined());
    await quiet();
    browser.stored['log-birth'] = { ...Object(browser.stored['log-birth']), lostAt: noon };
    await startWorker();
    await until(() => expect(browser.badge.title).toBe('Lekas · Nobody seen waiting · The log was lost'));
    await quiet();
    const putBack = takeAway();
    await startWorker();
    await until(() => expect(browser.badge).toMatchObject({ text: '!!', title: 'Lekas · The log cannot be read' }));
    const { troubleOf } = await import('@/lib/storage/log-troubles');
    expect(await troubleOf(new LogDb(), noon)).toMatchObject({ is: 'unreadable' });
    putBack();
    expect(await troubleOf(new LogDb(), noon)).toMatchObject({ is: 'lost' });
  });

  it('that was deleted under it is known for another, said until the seller has seen it, and its chats are read anew', async () => {
    browser.tabs.push({ id: 7, windowId: 1, url: chatPage });
    await startWorker();
    await record([minuteAgo('1')]);
    await until(() => expect(browser.stored['log-birth']).toEqual({ id: expect.any(String) }));
    await quiet();
    await new LogDb().delete();
    browser.executed.length = 0;
    await record([minuteAgo('2')]);
    await until(() => expect(browser.badge.text).toBe('1!!'));
    expect(browser.stored['log-birth']).toEqual({ id: expect.any(String), lostAt: noon });
    expect(browser.badge.title).toContain('The log was lost');
    await until(() => expect(browser.executed.map(({ tab }) => tab)).toContain(7));
    // It stays so, and is found once.
    await startWorker();
    await until(() => expect(browser.badge.text).toBe('1!!'));
    const { forgetLoss } = await import('@/lib/storage/log-birth');
    // All that this worker does at its start is done, so that nothing but the word of the seller paints the badge.
    for (let i = 0; i < 20; i++) await quiet();
    await forgetLoss();
    browser.chrome.storage.onChanged.fire({ 'log-birth': { newValue: browser.stored['log-birth'] } }, 'local');
    await until(() => expect(browser.badge.text).toBe('1×'));
  });

  it('that the seller deletes himself is no loss', async () => {
    await startWorker();
    await record([minuteAgo('1')]);
    await until(() => expect(browser.stored['log-birth']).toBeDefined());
    expect(await browser.send('wipe', undefined, fromSettings)).toEqual({ res: { ok: true } });
    await startWorker();
    await record([minuteAgo('2')]);
    await until(() => expect(browser.stored['log-birth']).toBeDefined());
    await quiet();
    expect(browser.stored['log-birth']).toEqual({ id: expect.any(String) });
  });

  it('that could not be read and was deleted by the seller is told so no longer, also where nobody writes', async () => {
    const putBack = await takenAwayFromOne();
    await startWorker();
    await record([minuteAgo('2')]);
    await until(() => expect(browser.session['log-trouble']).toBe('unreadable'));
    putBack();
    await startWorker();
    await quiet();
    expect(await browser.send('wipe', undefined, fromSettings)).toEqual({ res: { ok: true } });
    await until(() => expect(browser.badge.text).not.toContain('!!'));
    expect(browser.session).not.toHaveProperty('log-trouble');
  });

  it('that is gone with all that was known of it is no first one, where the browser started with Lekas in it', async () => {
    await startWorker();
    await record([minuteAgo('1')]);
    await until(() => expect(browser.stored['log-birth']).toBeDefined());
    await quiet();
    // Both of Firefox's databases at once.
    await new LogDb().delete();
    delete browser.stored['log-birth'];
    await startWorker();
    browser.chrome.runtime.onStartup.fire();
    await until(() => expect(browser.stored['log-birth']).toEqual({ id: expect.any(String), lostAt: noon }));
    await until(() => expect(browser.badge.text).toContain('!!'));
  });

  it('that is there is none that was lost, at any start of the browser', async () => {
    await startWorker();
    await record([minuteAgo('1')]);
    for (let i = 0; i < 2; i++) {
      await startWorker();
      browser.chrome.runtime.onStartup.fire();
      await quiet();
    }
    expect(browser.stored['log-birth']).toEqual({ id: expect.any(String) });
  });

  it('of a newer Lekas is neither read nor written, which is said as it is', async () => {
    await startWorker();
    await record([minuteAgo('1')]);
    await quiet();
    const there = new Dexie('lekas');
    await there.open();
    const { verno } = there;
    there.close();
    await new Promise((resolve, reject) => {
      const opening = Dexie.dependencies.indexedDB.open('lekas', (verno + 1) * 10);
      opening.onupgradeneeded = () => void opening.result.createObjectStore('another');
      opening.onsuccess = () => resolve(opening.result.close());
      opening.onerror = () => reject(opening.error);
    });
    await startWorker();
    expect(await record([minuteAgo('2')])).toEqual({ res: { ok: false, key: 'log_unreadable_error' } });
    await until(() =>
      expect(browser.badge).toMatchObject({ text: '!!', title: 'Lekas · The log is of a newer Lekas' }),
    );
    const { troubleOf } = await import('@/lib/storage/log-troubles');
    expect(await troubleOf(new LogDb(), noon)).toMatchObject({ is: 'newer' });
    const kept = new Dexie('lekas');
    await kept.open();
    expect(await kept.table('messages').count()).toBe(1);
    kept.close();
  });

  it('of a Lekas before this one is no loss either', async () => {
    await new LogDb().shops.count();
    await startWorker();
    await until(() => expect(browser.stored['log-birth']).toBeDefined());
    expect(browser.stored['log-birth']).toEqual({ id: expect.any(String) });
  });

  it('with little room left says so before it is full', async () => {
    vi.stubGlobal('navigator', {
      languages: ['en'],
      storage: { estimate: async () => ({ quota: 1_000_000_000, usage: 950_000_000 }), persisted: async () => true },
    });
    await startWorker();
    browser.chrome.alarms.onAlarm.fire({ name: 'pulse' });
    await until(() => expect(browser.session['log-trouble']).toBe('nearly-full'));
    await record([minuteAgo('1')]);
    await quiet();
    // The badge is for what is due.
    expect([browser.badge.text, browser.session['log-trouble']]).toEqual(['1×', 'nearly-full']);
  });

  it('is asked to be kept for good, where a browser keeps it only then', async () => {
    let isKept = false;
    const persist = async () => {
      isKept = true;
      return isKept;
    };
    vi.stubGlobal('navigator', { languages: ['en'], storage: { persisted: async () => isKept, persist } });
    await startWorker();
    await until(() => expect(isKept).toBe(true));
  });
});
