// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { dashboard } from '@/lib/log/dashboard-query';
import type { LogDb } from '@/lib/log/log-db';
import { patternsOf, why } from '@/lib/log/why';
import { windowOf } from '@/lib/rates/window';
import { isPublished } from '@/lib/rules/rule';
import { rulesFor } from '@/lib/rules/rules-for';
import { useLog } from '@/lib/screens/use-log';
import { loggedFrom, testShop as shop } from '../log/logged-from';
import { until } from '../until';

afterEach(cleanup);

const { rules, holidays } = rulesFor(shop);
const [rule = expect.unreachable()] = rules.filter(isPublished);
const rulesOf = () => rulesFor(shop);
const at = (time: string) => Date.parse(`2026-03-${time}:00+07:00`);
const now = at('12T12:00');
const units = { shop, rule, holidays, window: windowOf(rule, now), now };
const told = (time: string, by: 'buyer' | 'seller') => ({ at: at(time), by });

/** A log with a row in every table of which a screen shows anything. */
async function aFullLog(): Promise<LogDb> {
  const chats = [
    { id: 'ayu', messages: [told('03T09:00', 'buyer'), told('03T23:00', 'seller')] },
    { id: 'dewi', messages: [told('12T11:00', 'buyer')] },
  ];
  const { db } = await loggedFrom(chats, { rules, now, seed: 1 });
  const stretch = { shop, from: at('11T09:00'), to: now };
  await db.coverage.put(stretch);
  await db.filled.put(stretch);
  await db.watch.put({ tab: 1, shop, health: { is: 'watching' }, since: stretch.from, at: now } as never);
  const figure = { day: '2026-03-11', at: at('11T10:00'), value: 0.9, within: 0.005 };
  await db.officials.put({ shop, metric: rule.id, source: 'typed', ...figure });
  await db.untimely.put({ shop, conversation: 'ayu', id: '1', sentAt: 0, why: 'before-2015' } as never);
  return db;
}

describe('a page that is hidden', () => {
  it('follows the log two seconds behind, and at once when it is seen again', async () => {
    const db = await aFullLog();
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    let reads = 0;
    const once = async () => {
      await db.shops.toArray();
      return ++reads;
    };
    const rows = await db.shops.toArray();
    const change = () => db.shops.bulkPut(rows);
    renderHook(() => useLog(once, [db], 0));
    await until(() => expect(reads).toBe(1));
    const readAt = performance.now();
    for (let i = 0; i < 5; i++) await change();
    await until(() => expect(reads).toBe(2));
    expect(performance.now() - readAt).toBeGreaterThan(1900);

    // What it met while it was hidden is followed on.
    await change();
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(reads).toBe(2);
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    await until(() => expect(reads).toBe(3));
    await change();
    await until(() => expect(reads).toBe(4));
    db.close();
  });
});

describe('what is read of the log is read again', () => {
  it.each<[string, (db: LogDb) => Promise<unknown>, string[]]>([
    [
      'the dashboard',
      db => dashboard(db, { rulesOf, now }),
      ['shops', 'sessions', 'watch', 'coverage', 'filled', 'tallies', 'officials'],
    ],
    ['the units behind a rate', db => why(db, { ...units, limit: 10 }), ['sessions', 'conversations']],
    ['what costs', db => patternsOf(db, { ...units, buyers: 10 }), ['sessions', 'conversations']],
  ])('by %s, after a change in any table that it met', async (_, read, tables) => {
    const db = await aFullLog();
    let reads = 0;
    let finished = 0;
    const once = async () => {
      reads++;
      await read(db);
      return ++finished;
    };
    const { result } = renderHook(() => useLog(once, [db], 0));
    await until(() => expect(result.current).toBe(1));
    for (const name of tables) {
      const before = reads;
      const rows = await db.table(name).toArray();
      expect(rows, name).not.toEqual([]);
      await db.table(name).bulkPut(rows);
      await until(() => expect(reads, name).toBeGreaterThan(before));
      await until(() => expect(result.current).toBe(reads));
    }
    db.close();
  });
});
