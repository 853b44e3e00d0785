import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countAgain } from '@/lib/log/count-again';
import { loggedRate } from '@/lib/log/rate-query';
import { record } from '@/lib/log/record';
import { ruleKey } from '@/lib/log/rule-key';
import { rateOf } from '@/lib/rates/rate-of';
import { rulesOf } from '@/lib/rules/rules-of';
import { emptyLog, loggedFrom, observationsOf, shuffled, testShop } from './logged-from';
import { plainChats, someChats, someNow, someRule } from './random-chats';

const holidays: [number, number][] = [[someNow - 4 * 86_400_000, someNow - 3 * 86_400_000]];

describe('a rule changes', () => {
  it('and after counting again the tallies give what the reference gives, whatever was recorded meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(
        someChats,
        someRule,
        someRule,
        fc.integer(),
        fc.nat(),
        async (chats, before, after, seed, cut) => {
          const db = emptyLog();
          const told = shuffled(observationsOf(chats), seed);
          const half = told.length === 0 ? 0 : cut % (told.length + 1);
          const was = { shop: testShop, rules: [{ ...before, id: 'test/before' }], now: someNow };
          const is = { shop: testShop, rules: [{ ...before, id: 'test/before' }, after], holidays, now: someNow };
          await record(db, told.slice(0, half), was);
          await record(db, told.slice(half), is);
          await countAgain(db, testShop, { ...is, chunk: 1 });
          for (const rule of is.rules) {
            const { rate } = await loggedRate(db, { shop: testShop, rule, holidays, now: someNow });
            const reference = rateOf(plainChats(await db.messages.toArray(), new Set()), rule, someNow, { holidays });
            const { value } = reference;
            expect(rate).toEqual({ ...reference, value: value === null ? null : expect.closeTo(value, 6) });
          }
          const keys = new Set((await db.tallies.toArray()).map(({ rule }) => rule));
          for (const key of keys) expect(is.rules.map(rule => ruleKey(rule, holidays))).toContain(key);
          db.close();
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);
});

const chats = Array.from({ length: 5 }, (_, index) => ({
  id: `c${index}`,
  messages: [
    { at: someNow - 7_200_000, by: 'buyer' as const },
    { at: someNow - 3_600_000, by: 'seller' as const },
  ],
}));
const [rule] = rulesOf(testShop);
if (!rule) throw new Error('a rule to change');
const stricter = { ...rule, limit: 1800 };

describe('while it is counted again', () => {
  it('the old tallies stay until the last conversation is done, and progress is said', async () => {
    const { db } = await loggedFrom(chats, { rules: [rule], now: someNow, seed: 1 });
    const stop = new AbortController();
    let chunks = 0;
    db.shops.hook('updating', () => {
      if (++chunks === 2) stop.abort();
    });
    expect(await countAgain(db, testShop, { rules: [stricter], now: someNow, chunk: 2, signal: stop.signal })).toBe(
      false,
    );
    const row = await db.shops.get(testShop);
    expect(row?.again).toEqual({ done: 4, of: 5 });
    expect(row?.complete).toEqual({ [rule.id]: ruleKey(rule) });
    const shown = await loggedRate(db, { shop: testShop, rule: stricter, key: ruleKey(rule), now: someNow });
    expect(shown.rate).toMatchObject({ value: 1, counted: 5 });
  });

  it('one that was interrupted goes on, and once it is done there is nothing more to do', async () => {
    const { db } = await loggedFrom(chats, { rules: [rule], now: someNow, seed: 1 });
    const args = { rules: [stricter], now: someNow, chunk: 2 };
    await countAgain(db, testShop, { ...args, signal: AbortSignal.abort() });
    expect(await countAgain(db, testShop, args)).toBe(true);
    expect(await countAgain(db, testShop, args)).toBe(false);
    expect((await db.shops.get(testShop))?.again).toBeUndefined();
    expect((await loggedRate(db, { shop: testShop, rule: stricter, now: someNow })).rate).toMatchObject({ late: 5 });
  });

  it('another target or window asks for no counting at all', async () => {
    expect(ruleKey({ ...rule, target: 0.5, window: { days: 7 } })).toBe(ruleKey(rule));
    expect(ruleKey(stricter)).not.toBe(ruleKey(rule));
    expect(ruleKey(rule, holidays)).not.toBe(ruleKey(rule));
    expect(ruleKey({ ...rule, excludes: [] }, holidays)).toBe(ruleKey({ ...rule, excludes: [] }));
  });
});
