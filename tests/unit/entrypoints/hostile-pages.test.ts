import 'fake-indexeddb/auto';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { LogDb } from '@/lib/log/log-db';
import { usualAllowance } from '@/lib/messaging/allowance';
import {
  browser,
  fromChat,
  loadWorker,
  logged,
  minute,
  newBrowser,
  noon,
  quiet,
  record,
  setClock,
  shop,
  startWorker,
  waitingSince,
} from './a-worker';

vi.mock('wxt/browser', () => ({
  get browser() {
    return (globalThis as { chrome?: unknown }).chrome;
  },
}));

beforeAll(loadWorker, 60_000);
beforeEach(newBrowser);

const vietnam = 'tiktok-shop/VN/7494000000000000009';
const fromVietnam = { url: 'https://seller-vn.tiktok.com/chat/inbox/current', tab: { id: 8 } };
const refused = { res: { ok: false, key: 'record_tooFast_error' } };

/** Sends nonsense by the thousand until it is refused; how often it was not. */
async function flood(): Promise<number> {
  const nonsense = Array.from({ length: 1000 }, (_, i) => ({ is: 'message', text: `no row ${i}` }));
  for (let sent = 0; sent < 1000; sent++) {
    const answer = await record(nonsense);
    if (JSON.stringify(answer) === JSON.stringify(refused)) return sent;
  }
  throw new Error('never refused');
}

const figuresOf = async (of: string) => {
  const db = new LogDb();
  const rows = [await db.messages.toArray(), await db.sessions.toArray(), await db.tallies.toArray()];
  return rows.map(all => all.filter(row => row.shop === of));
};

describe('a page that floods', () => {
  it('is refused after a while, harms no other shop, and is heard again when it has calmed down', async () => {
    await startWorker();
    expect(await record([waitingSince(noon - minute)], { of: vietnam, sender: fromVietnam })).toMatchObject({
      res: { ok: true },
    });
    const before = await figuresOf(vietnam);
    const times = await flood();
    expect(times).toBeGreaterThan(usualAllowance.atOnce / 1100);
    expect(times).toBeLessThan(usualAllowance.atOnce / 1000);
    // Its other messages are not answered with work either.
    const look = vi.spyOn(browser.chrome.action, 'setBadgeText');
    for (let i = 0; i < 100; i++) await browser.send('beat', {}, fromChat);
    look.mockClear();
    expect(await browser.send('wake', undefined, fromChat)).toEqual({ res: { nextDueAt: null } });
    expect(look).not.toHaveBeenCalled();
    expect(await figuresOf(vietnam)).toEqual(before);
    const second = [waitingSince(noon - minute / 2, '2')];
    expect(await record(second, { of: vietnam, sender: fromVietnam })).toMatchObject({ res: { ok: true, refused: 0 } });
    expect(await logged()).toHaveLength(2);
    setClock(noon + 10_000);
    expect(await record([waitingSince(noon)])).toMatchObject({ res: { ok: true, refused: 0 } });
    await quiet();
  });
});

describe('a page that sends what is no row', () => {
  it('of a hundred megabytes loses that entry alone', async () => {
    await startWorker();
    const huge = 'x'.repeat(100_000_000);
    const entries = [
      { ...waitingSince(noon, '2'), conversation: huge },
      { ...waitingSince(noon, '3'), [huge.slice(0, 1_000_000)]: 1 },
      { ...waitingSince(noon, '4'), id: [huge] },
      waitingSince(noon, '5'),
    ];
    expect(await record(entries)).toMatchObject({ res: { ok: true, refused: 3 } });
    expect((await logged()).map(({ id }) => id)).toEqual(['5']);
    await quiet();
  });

  it('with a prototype in it changes no other object, and keeps none of it', async () => {
    await startWorker();
    const text = JSON.stringify(waitingSince(noon)).slice(0, -1);
    const entry: unknown = JSON.parse(`${text},"__proto__":{"author":"seller","text":"words"}}`);
    expect(await record([entry, JSON.parse('{"__proto__":{"is":"message"}}')])).toMatchObject({ res: { ok: true } });
    expect(({} as { author?: unknown }).author).toBeUndefined();
    expect(JSON.stringify(await logged())).not.toContain('words');
    await quiet();
  });

  it('for a shop named to be another object', async () => {
    await startWorker();
    for (const of of ['__proto__', 'constructor', 'tiktok-shop/ID/__proto__/x', `${shop}\n`, '']) {
      expect(await record([waitingSince(noon)], { of })).toMatchObject({ res: { ok: false } });
    }
    expect(await new LogDb().shops.count()).toBe(0);
    await quiet();
  });
});
