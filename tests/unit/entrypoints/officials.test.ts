import 'fake-indexeddb/auto';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { LogDb } from '@/lib/log/log-db';
import { browser, chatPage, loadWorker, newBrowser, noon, quiet, shop, startWorker } from './a-worker';

vi.mock('wxt/browser', () => ({
  get browser() {
    return (globalThis as { chrome?: unknown }).chrome;
  },
}));

beforeAll(loadWorker, 60_000);
beforeEach(newBrowser);

const figure = { shop, rule: 'tiktok-shop/12h', value: 0.92, at: noon, days: 30 };
const kept = () => new LogDb().officials.toArray();
const fromScreen = () => ({ url: browser.chrome.runtime.getURL('/dashboard.html') });
const ask = async (name: string, data: unknown, sender: object = fromScreen()) => {
  const { res } = (await browser.send(name, data, sender)) as { res: unknown };
  return res;
};

describe('a figure that the seller typed in', () => {
  beforeEach(async () => {
    await startWorker();
    await quiet();
  });

  it('is kept, and taken back', async () => {
    expect(await ask('keepOfficial', figure)).toEqual({ ok: true });
    expect(await kept()).toEqual([
      {
        shop,
        metric: 'tiktok-shop/12h',
        source: 'typed',
        day: '2026-03-10',
        at: noon,
        value: 0.92,
        within: 0.005,
        days: 30,
      },
    ]);
    expect(await ask('dropOfficial', { shop, metric: 'tiktok-shop/12h', day: '2026-03-10' })).toEqual({ ok: true });
    expect(await kept()).toEqual([]);
  });

  it.each([
    ['a figure that cannot be', { ...figure, value: 92 }, 'official_value_error'],
    ['a day to come', { ...figure, at: noon + 86_400_000 }, 'official_date_error'],
    ['half a day', { ...figure, days: 0.5 }, 'official_days_error'],
    ['a rule that the shop does not have', { ...figure, rule: 'none/of-ours' }, 'message_unknown_error'],
    ['no figure', { shop }, 'message_unknown_error'],
    ['a shop that is none', { ...figure, shop: 'elsewhere' }, 'message_unknown_error'],
  ])('is refused by name: %s', async (_, wrong, key) => {
    expect(await ask('keepOfficial', wrong)).toEqual({ ok: false, key });
    expect(await kept()).toEqual([]);
  });

  it('comes from no page but ours', async () => {
    const sender = { url: chatPage, tab: { id: 7 } };
    const refused = { ok: false, key: 'message_unknown_error' };
    expect(await ask('keepOfficial', figure, sender)).toEqual(refused);
    await ask('keepOfficial', figure);
    expect(await ask('dropOfficial', { shop, metric: 'tiktok-shop/12h', day: '2026-03-10' }, sender)).toEqual(refused);
    expect(await kept()).toHaveLength(1);
  });
});
