import { beforeEach, describe, expect, it, vi } from 'vitest';
import { usualReminding } from '@/lib/settings/reminding';
import {
  changeCounting,
  changeReminding,
  loadSettings,
  onSettings,
  readSettings,
  saveSettings,
  unreadableSettings,
} from '@/lib/settings/settings';
import { type StrictBrowser, strictBrowser } from '../strict-browser';

vi.mock('wxt/browser', () => ({
  get browser() {
    return (globalThis as { chrome?: unknown }).chrome;
  },
}));

const [one, two] = ['tiktok-shop/ID/1', 'shopee/VN/2'] as const;
const counting = {
  readings: { 'tiktok-shop/12h': 'tiktok-shop/12h-rounds' },
  units: { 'tiktok-shop/3min': 'round' },
  targets: { 'tiktok-shop/12h': 0.9 },
  hours: { 'tiktok-shop/3min': { from: '09:00', to: '21:00' }, 'tiktok-shop/average-response': null },
  zone: 'Asia/Makassar',
  holidays: [
    { from: 1_700_000_000_000, to: 1_700_100_000_000 },
    { from: 1_800_000_000_000, to: null },
  ],
};
const good = { locale: 'id', days: 7, shop: one, counting: { [one]: counting, [two]: { zone: 'Asia/Jakarta' } } };
const reminding = usualReminding;

let browser: StrictBrowser;
beforeEach(() => {
  browser = strictBrowser();
  vi.stubGlobal('chrome', browser.chrome);
});

it('settings that can be read are read whole', () => {
  expect(readSettings(good)).toEqual({ ...good, reminding });
  expect(unreadableSettings(good)).toEqual([]);
  expect([readSettings(undefined), unreadableSettings(undefined)]).toEqual([{ reminding }, []]);
});

describe('a part that cannot be read falls back alone, and is named', () => {
  /** The good settings with one value replaced, and without it. */
  function changed(path: string, value: unknown) {
    const place = (steps: string[], act: (holder: Record<string, unknown>, last: string) => void) => {
      const copy = structuredClone(good) as Record<string, unknown>;
      let holder = copy;
      for (const step of steps.slice(0, -1)) holder = holder[step] as Record<string, unknown>;
      act(holder, steps.at(-1) ?? '');
      return copy;
    };
    return {
      bad: place(path.split(' '), (holder, last) => Object.assign(holder, { [last]: value })),
      left: place(path.split(' '), (holder, last) =>
        Array.isArray(holder) ? holder.splice(Number(last), 1) : delete holder[last],
      ),
    };
  }

  it.each<[path: string, value: unknown]>([
    ['locale', 7],
    ['days', 8],
    ['shop', 'nowhere/ID/1'],
    ['counting', 'yes'],
    [`counting ${one}`, []],
    [`counting ${one} readings`, null],
    [`counting ${one} readings tiktok-shop/12h`, 12],
    [`counting ${one} units tiktok-shop/3min`, 'case'],
    [`counting ${one} targets tiktok-shop/12h`, '90 %'],
    [`counting ${one} hours tiktok-shop/3min`, '9-21'],
    [`counting ${one} zone`, 7],
    [`counting ${one} holidays`, {}],
    [`counting ${one} holidays 0`, { from: 'Monday', to: null }],
  ])('%s', (path, value) => {
    const { bad, left } = changed(path, value);
    expect(readSettings(bad)).toEqual({ ...left, reminding });
    expect(unreadableSettings(bad)).toEqual([path.replaceAll(' ', '.')]);
  });

  it.each(['counting nobody', `counting ${one} targets anything`, `counting ${one} readings tiktok-shop/../12h`])(
    '%s, a name that is none',
    path => {
      const { bad } = changed(path, {});
      expect(readSettings(bad)).toEqual({ ...good, reminding });
      expect(unreadableSettings(bad)).toEqual([path.replaceAll(' ', '.')]);
    },
  );

  it('rubbish instead of settings is no settings', () => {
    for (const rubbish of ['{}', 7, [], true]) {
      expect([readSettings(rubbish), unreadableSettings(rubbish)]).toEqual([{ reminding }, ['']]);
    }
  });
});

describe('saving', () => {
  it('changes what is saved and leaves the rest, also what is not understood', async () => {
    browser.stored.settings = { locale: 'id', days: 8, sounds: { from: 'a newer version' } };
    await saveSettings({ shop: one });
    expect(browser.stored.settings).toEqual({
      locale: 'id',
      days: 8,
      sounds: { from: 'a newer version' },
      shop: one,
    });
    expect(await loadSettings()).toEqual({ locale: 'id', shop: one, reminding });
  });

  it('changes how one shop is counted and no other', async () => {
    browser.stored.settings = structuredClone(good);
    await changeCounting(one, ({ holidays: _, ...rest }) => ({ ...rest, zone: 'Asia/Jayapura' }));
    const { holidays: _, ...rest } = counting;
    expect(browser.stored.settings).toEqual({
      ...good,
      counting: { ...good.counting, [one]: { ...rest, zone: 'Asia/Jayapura' } },
    });
    await changeCounting('tokopedia/ID/3', () => ({ zone: 'Asia/Jakarta' }));
    expect((await loadSettings()).counting?.['tokopedia/ID/3']).toEqual({ zone: 'Asia/Jakarta' });
  });
});

it('changes a part of reminding and no other, also where another page changed one meanwhile', async () => {
  browser.stored.settings = structuredClone(good);
  await changeReminding({ names: false });
  await changeReminding({ silentRules: ['tiktok-shop/3min'] });
  expect(browser.stored.settings).toEqual({
    ...good,
    reminding: { ...reminding, names: false, silentRules: ['tiktok-shop/3min'] },
  });
});

it('who listens is told what can be read, until it ends', () => {
  const told: unknown[] = [];
  const end = new AbortController();
  onSettings(settings => told.push(settings), end.signal);
  const { fire } = browser.chrome.storage.onChanged;
  fire({ settings: { newValue: { ...good, days: 8 } } }, 'local');
  fire({ other: { newValue: good } }, 'local');
  fire({ settings: { newValue: good } }, 'session');
  end.abort();
  fire({ settings: { newValue: good } }, 'local');
  const { days: _, ...rest } = good;
  expect(told).toEqual([{ ...rest, reminding }]);
});
