import 'fake-indexeddb/auto';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Sheet } from '@/lib/sheet/sheet';
import {
  browser,
  fromChat,
  loadWorker,
  minute,
  newBrowser,
  noon,
  record,
  setClock,
  shop,
  startWorker,
  waitingSince,
} from '../entrypoints/a-worker';
import { until } from '../until';

vi.mock('wxt/browser', () => ({
  get browser() {
    return (globalThis as { chrome?: unknown }).chrome;
  },
}));

beforeAll(loadWorker, 60_000);
beforeEach(newBrowser);

const fromPopup = { url: 'chrome-extension://lekas/popup.html' };
const asked = async (): Promise<Sheet> => {
  const answer = await browser.send('sheet', undefined, fromPopup);
  return (answer as { res: Sheet }).res;
};
const kept = () => browser.session.sheet as Sheet | undefined;
const waitingOn = (sheet: Sheet | undefined) =>
  sheet?.overview?.shown?.waiting.map(({ conversation }) => conversation) ?? null;

describe('the sheet of the popup', () => {
  it('is there before anybody asks, with whoever waits by now', async () => {
    await startWorker();
    await record([waitingSince(noon - minute, '1', 'ayu')]);
    await until(() => expect(waitingOn(kept())).toEqual(['ayu']));
    await record([waitingSince(noon - 2 * minute, '2', 'budi')]);
    await until(() => expect(waitingOn(kept())).toEqual(['budi', 'ayu']));
  });

  it('is made anew whoever changes the log, on whichever page of ours', async () => {
    await startWorker();
    await record([waitingSince(noon - minute, '1', 'ayu')]);
    await until(() => expect(waitingOn(kept())).toEqual(['ayu']));
    const other = new (await import('@/lib/log/log-db')).LogDb();
    await other.conversations.update([shop, 'ayu'], { buyer: 'Ayu' });
    other.close();
    await until(() => expect(kept()?.overview?.shown?.waiting[0]?.buyer).toBe('Ayu'));
  });

  it('is gone as soon as the log has changed, until there is another', async () => {
    await startWorker();
    await record([waitingSince(noon - minute, '1', 'ayu')]);
    await until(() => expect(waitingOn(kept())).toEqual(['ayu']));
    await record([waitingSince(noon - 2 * minute, '2', 'budi')]);
    expect([undefined, 2]).toContain(waitingOn(kept())?.length);
    await until(() => expect(waitingOn(kept())).toEqual(['budi', 'ayu']));
  });

  it('that was planned while nobody looked comes sooner once somebody does, and not for a page', async () => {
    await startWorker();
    await record([waitingSince(noon - minute, '1', 'ayu')]);
    await until(() => expect(waitingOn(kept())).toEqual(['ayu']));
    await record([waitingSince(noon - 2 * minute, '2', 'budi')]);
    const planned = vi.spyOn(globalThis, 'setTimeout');
    // ms: the pace of a sheet that is seen; what nobody sees takes longer.
    const plannedSoon = () => planned.mock.calls.filter(([, ms]) => Number(ms) <= 100);
    await browser.send('looking', undefined, fromChat);
    expect(plannedSoon()).toEqual([]);
    await browser.send('looking', undefined, fromPopup);
    expect(plannedSoon()).toHaveLength(1);
    await until(() => expect(waitingOn(kept())).toEqual(['budi', 'ayu']));
  });

  it('of the background before is gone as soon as the log has changed', async () => {
    await startWorker();
    await record([waitingSince(noon - minute, '1', 'ayu')]);
    await until(() => expect(waitingOn(kept())).toEqual(['ayu']));
    await startWorker();
    await record([waitingSince(noon - 2 * minute, '2', 'budi')]);
    expect([undefined, 2]).toContain(waitingOn(kept())?.length);
  });

  it('asked for, is of now, though nothing has told of a change', async () => {
    await startWorker();
    await record([waitingSince(noon - minute, '1', 'ayu')]);
    const before = await asked();
    expect(before.overview?.shown?.waiting[0]?.deadline).toBe(noon + 2 * minute);
    setClock(noon + 3 * minute);
    const after = await asked();
    expect(after.at).toBe(noon + 3 * minute);
    expect(after.overview?.shown?.waiting[0]?.deadline).toBeGreaterThan(noon + 3 * minute);
  });

  it('is made anew when it is no longer so, though nothing has told of a change', async () => {
    await startWorker();
    await record([waitingSince(noon - 3 * minute + 5200, '1', 'ayu')]);
    await until(() => expect(kept()?.goodUntil).toBe(noon + 5200));
    setClock(noon + 5200);
    await until(() => expect(kept()?.at).toBe(noon + 5200));
  });

  it('asked for again, is the same, and the log is left alone', async () => {
    await startWorker();
    await record([waitingSince(noon - minute, '1', 'ayu')]);
    let time = noon;
    // Once the start of the worker has written all that it writes.
    await until(async () => {
      const { at } = await asked();
      time += 1000;
      setClock(time);
      expect((await asked()).at).toBe(at);
    });
  });

  it('follows the settings', async () => {
    await startWorker();
    await record([waitingSince(noon - minute, '1', 'ayu')]);
    expect((await asked()).overview?.shown).toMatchObject({ days: 30 });
    browser.stored.settings = { days: 7 };
    expect((await asked()).overview?.shown).toMatchObject({ days: 7 });
  });

  it('loses nothing on its way through a message', async () => {
    await startWorker();
    await record([waitingSince(noon - minute, '1', 'ayu')]);
    const sheet = await asked();
    expect(JSON.parse(JSON.stringify(sheet))).toEqual(sheet);
    expect(sheet.overview?.shown).toMatchObject({ is: 'shop' });
  });

  it('is given to no page', async () => {
    await startWorker();
    await record([waitingSince(noon - minute, '1', 'ayu')]);
    expect(await browser.send('sheet', undefined, fromChat)).toEqual({ res: null });
  });

  it('is gone with everything else that is deleted', async () => {
    await startWorker();
    await record([waitingSince(noon - minute, '1', 'ayu')]);
    await until(() => expect(waitingOn(kept())).toEqual(['ayu']));
    await browser.send('wipe', undefined, fromPopup);
    await until(() => expect(JSON.stringify(browser.session)).not.toContain('ayu'));
  });

  it('is given where the browser has no room to keep it', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    await startWorker();
    await record([waitingSince(noon - minute, '1', 'ayu')]);
    browser.chrome.storage.session.set = () => Promise.reject(new Error('quota'));
    expect(waitingOn(await asked())).toEqual(['ayu']);
  });

  it('says so where the log cannot be read, and is no longer good at once', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const { LogDb } = await import('@/lib/log/log-db');
    vi.spyOn(LogDb.prototype, 'transaction').mockRejectedValue(new Error('unreadable'));
    const { makeSheet } = await import('@/lib/sheet/make-sheet');
    const sheet = await makeSheet(new LogDb(), noon);
    expect(sheet).toMatchObject({ overview: null, at: noon, goodUntil: noon });
  });
});
