import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { NoticeRow } from '@/lib/log/log-db';
import { isNoticeId, openNotices, showNotice } from '@/lib/reminders/show-notice';
import { type StrictBrowser, strictBrowser } from '../strict-browser';

vi.mock('wxt/browser', () => ({
  get browser() {
    return (globalThis as { chrome?: unknown }).chrome;
  },
}));

let browser: StrictBrowser;
beforeEach(() => {
  browser = strictBrowser();
  vi.stubGlobal('chrome', browser.chrome);
});

const row = (more: Partial<NoticeRow> = {}): NoticeRow => ({
  key: 'notice',
  n: 2,
  at: 0,
  state: 'due',
  how: 'new',
  says: [],
  ...more,
});
const words = { title: 'Ayu waits', message: '1m left' };
const show = async (more: Partial<NoticeRow>, notice: typeof words | null = words) =>
  (await showNotice(row(more), notice, await openNotices())).state;
const onScreen = () => [...browser.notices].map(([id, { title }]) => `${id}: ${title}`);

const old = () => browser.notices.set('due 1', { title: 'Budi waits' }).set('update', { title: 'other' });

describe.each(['Chrome', 'Firefox'] as const)('in %s', name => {
  beforeEach(() => {
    if (name === 'Firefox') Reflect.deleteProperty(browser.chrome.notifications, 'update');
  });

  it('a new one takes the place of the old one, and leaves what is no reminder', async () => {
    old();
    expect(await show({})).toBe('shown');
    expect(onScreen()).toEqual(['update: other', 'due 2: Ayu waits']);
  });

  it('one with more in it keeps its name', async () => {
    await show({});
    expect(await show({ how: 'more' }, { ...words, title: '2 buyers wait' })).toBe('shown');
    expect(onScreen()).toEqual(['due 2: 2 buyers wait']);
  });

  it('one that is shown is left alone', async () => {
    const create = vi.spyOn(browser.chrome.notifications, 'create');
    expect(await show({ state: 'shown' })).toBe('shown');
    expect(create).not.toHaveBeenCalled();
  });

  it('one that is over goes', async () => {
    await show({});
    expect(await show({ state: 'over' })).toBe('over');
    expect(await show({ state: 'over' })).toBe('over');
    expect(onScreen()).toEqual([]);
  });

  it('one that says nothing is over', async () => {
    expect(await show({}, null)).toBe('over');
    expect(onScreen()).toEqual([]);
  });

  it('one that could not be shown says so', async () => {
    browser.chrome.notifications.create = () => Promise.reject(new Error('no room'));
    await expect(show({})).rejects.toThrow('no room');
  });
});

describe('somebody was answered', () => {
  it('and Chrome changes the words without a new pop-up', async () => {
    await show({});
    const create = vi.spyOn(browser.chrome.notifications, 'create');
    for (const how of ['fewer', 'renamed'] as const) {
      expect(await show({ how }, { ...words, title: how })).toBe('shown');
      expect(onScreen()).toEqual([`due 2: ${how}`]);
    }
    expect(create).not.toHaveBeenCalled();
  });

  it('and the seller had closed it: Chrome does not bring it back', async () => {
    await show({ how: 'renamed' });
    expect(onScreen()).toEqual([]);
  });

  it('and Firefox, that cannot, keeps it while it names who waits, and takes it away when not', async () => {
    Reflect.deleteProperty(browser.chrome.notifications, 'update');
    await show({});
    expect(await show({ how: 'fewer' })).toBe('shown');
    expect(onScreen()).toEqual(['due 2: Ayu waits']);
    expect(await show({ how: 'renamed' })).toBe('over');
    expect(onScreen()).toEqual([]);
  });
});

it('knows its own', () => {
  expect(['due 1', 'due tiktok-shop/ID/1 a', 'update', 'overdue 1'].map(isNoticeId)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
