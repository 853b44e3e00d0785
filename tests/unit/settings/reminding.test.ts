import { beforeEach, describe, expect, it, vi } from 'vitest';
import { usualReminding } from '@/lib/settings/reminding';
import { loadSettings, readSettings, saveSettings } from '@/lib/settings/settings';
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

const night = { from: '22:00', to: '07:00', zone: 'Asia/Jakarta' };

describe('what is stored of reminding', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a word', 'id'],
    ['a number', 7],
    ['an empty object', {}],
  ])('as %s gives the usual reminding', (_, raw) => {
    expect(readSettings(raw)).toEqual({ reminding: usualReminding });
    expect(readSettings({ reminding: raw })).toEqual({ reminding: usualReminding });
  });

  it('comes back as it was', () => {
    const reminding = {
      ...usualReminding,
      silentPlatforms: ['feige' as const],
      silentRules: ['tiktok-shop/3min'],
      leads: { 'tiktok-shop/12h': [3600, 600] as const },
      quiet: night,
      names: false,
      sound: { on: false, volume: 1 },
    };
    const all = { locale: 'id', days: 7, shop: 'tiktok-shop/ID/7494000000000000001', reminding } as const;
    expect(readSettings(structuredClone(all))).toEqual(all);
  });

  it('stays where another part cannot be read', () => {
    const reminding = { ...usualReminding, names: false };
    expect(readSettings({ locale: 3, days: 8, shop: 'somewhere', counting: 'yes', reminding })).toEqual({ reminding });
  });

  it('falls back alone where it cannot be read', () => {
    const others = { locale: 'id', days: 30, shop: 'shopee/ID/1' };
    expect(readSettings({ ...others, reminding: 'never' })).toEqual({ ...others, reminding: usualReminding });
  });
});

describe('of the reminding settings', () => {
  it.each([
    ['a zone that does not exist', { quiet: { ...night, zone: 'Asia/Nowhere' } }],
    ['a time that does not exist', { quiet: { ...night, from: '25:00' } }],
    ['a night without length', { quiet: { ...night, to: '22:00' } }],
    ['leads in the wrong order', { leads: { 'feige/3min': [30, 80] } }],
    ['leads before everything', { leads: { 'feige/3min': [-1, -2] } }],
    ['a volume that is too loud', { sound: { on: true, volume: 11 } }],
    ['a platform nobody knows', { silentPlatforms: ['bazaar'] }],
    ['a yes that is none', { names: 'yes' }],
  ])('%s falls back alone', (_, broken) => {
    const [field = ''] = Object.keys(broken);
    const stored = { names: false, silentRules: ['tiktok-shop/3min'], quiet: night, ...broken };
    const { reminding } = readSettings({ reminding: stored });
    const usual: Record<string, unknown> = { ...usualReminding };
    expect(reminding).toEqual({ ...usualReminding, ...stored, [field]: usual[field] });
  });
});

it('a change of the reminding keeps what stands beside it, also what only a newer Lekas can read', async () => {
  browser.stored.settings = { locale: 'id', days: 'all', colour: 'green' };
  await saveSettings({ reminding: { ...usualReminding, names: false } });
  expect(browser.stored.settings).toMatchObject({ locale: 'id', days: 'all', colour: 'green' });
  expect((await loadSettings()).reminding.names).toBe(false);
});
