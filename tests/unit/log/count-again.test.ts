import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownBy } from '@/lib/log/books';
import { countAgain } from '@/lib/log/count-again';
import type { LogDb, SessionRow } from '@/lib/log/log-db';
import { loggedRate } from '@/lib/log/rate-query';
import { record } from '@/lib/log/record';
import { type CountedBy, countedRules } from '@/lib/log/rule-key';
import { wipe } from '@/lib/log/wipe';
import { rateOf } from '@/lib/rates/rate-of';
import type { Rule } from '@/lib/rules/rule';
import { rulesOf } from '@/lib/rules/rules-of';
import { emptyLog, loggedFrom, observationsOf, shuffled, testShop } from './logged-from';
import { plainChats, someChats, someNow, someRule } from './random-chats';

const shut: [number, number][] = [[someNow - 4 * 86_400_000, someNow - 3 * 86_400_000]];
const untilFurtherNotice: [number, number][] = [[someNow - 2 * 86_400_000, Number.POSITIVE_INFINITY]];

/** The figures of these rules are those of the reference, over whatever is in the log. */
async function holds(db: LogDb, { rules, holidays }: CountedBy) {
  const plain = holidays.map(([from, to]): [number, number | null] => [from, Number.isFinite(to) ? to : null]);
  for (const rule of rules) {
    const { rate } = await loggedRate(db, { shop: testShop, rule, holidays, now: someNow });
    const reference = rateOf(plainChats(await db.messages.toArray(), []), rule, someNow, { holidays: plain });
    const { value } = reference;
    expect(rate).toEqual({ ...reference, value: value === null ? null : expect.closeTo(value, 6) });
  }
}

/** A step of a seller who changes the settings back and forth while buyers write, and whose browser is closed at times. */
const steps = fc.array(fc.record({ way: fc.nat(2), messages: fc.nat(6), chunks: fc.constantFrom(0, 1, 99) }), {
  maxLength: 5,
});

describe('a rule changes', () => {
  it('and all figures shown are those of the reference, through every change and whatever is recorded meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(someChats, someRule, someRule, fc.integer(), steps, async (chats, one, two, seed, taken) => {
        const db = emptyLog();
        const told = shuffled(observationsOf(chats), seed);
        const ways: CountedBy[] = [
          { rules: [{ ...one, id: 'test/one' }], holidays: [] },
          { rules: [{ ...one, id: 'test/one' }, two], holidays: shut },
          { rules: [{ ...two, id: 'test/one' }], holidays: untilFurtherNotice },
        ];
        for (const { way, messages, chunks } of [...taken, { way: 1, messages: told.length, chunks: 99 }]) {
          const by = ways[way] ?? { rules: [], holidays: [] };
          await record(db, told.splice(0, messages), { shop: testShop, ...by, now: someNow });
          const stop = new AbortController();
          if (chunks === 0) stop.abort();
          db.shops.hook('updating', () => {
            if (chunks === 1) stop.abort();
          });
          await countAgain(db, testShop, { ...by, now: someNow, chunk: 1, signal: stop.signal });
          await holds(db, shownBy(await db.shops.get(testShop), by));
        }
        const last = ways[1] ?? { rules: [], holidays: [] };
        const row = await db.shops.get(testShop);
        expect([row?.again, shownBy(row, last)]).toEqual([undefined, last]);
        const wanted = countedRules(last).map(({ key }) => key);
        for (const { rule } of await db.tallies.toArray()) expect(wanted).toContain(rule);
        db.close();
      }),
      { numRuns: 150 },
    );
  }, 90_000);
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
const logged = async () => (await loggedFrom(chats, { rules: [rule], now: someNow, seed: 1 })).db;
const rateBy = async (db: LogDb, by: Rule) =>
  (await loggedRate(db, { shop: testShop, rule: by, holidays: [], now: someNow })).rate;

/** Counts again until two conversations of the five are done. */
async function begun(db: LogDb) {
  const stop = new AbortController();
  let writes = 0;
  db.shops.hook('updating', () => {
    if (++writes === 2) stop.abort();
  });
  const args = { rules: [stricter], now: someNow, chunk: 2, signal: stop.signal };
  expect(await countAgain(db, testShop, args)).toBe(false);
}

describe('while it is counted again', () => {
  it('progress is said, and the old figure stands and goes on, also for what comes in meanwhile', async () => {
    const db = await logged();
    await begun(db);
    const wanted = { rules: [stricter], holidays: [] };
    const row = await db.shops.get(testShop);
    expect(row?.again).toMatchObject({ done: 2, of: 5 });
    expect(shownBy(row, wanted)).toMatchObject({ rules: [{ limit: rule.limit }] });
    expect(await rateBy(db, rule)).toMatchObject({ value: 1, counted: 5 });
    const late = observationsOf([
      { id: 'c9', messages: [{ at: someNow - 80_000_000, by: 'buyer' }] },
      { id: 'c0', messages: [{ at: someNow - 7_200_001, by: 'buyer' }] },
    ]);
    await record(db, late, { shop: testShop, ...wanted, now: someNow });
    expect(await rateBy(db, rule)).toMatchObject({ value: 5 / 6, counted: 6, missed: 1 });
  });

  it('one that was interrupted goes on, and once it is done there is nothing more to do', async () => {
    const db = await logged();
    await begun(db);
    const args = { rules: [stricter], now: someNow, chunk: 2 };
    expect(await countAgain(db, testShop, args)).toBe(true);
    expect(await countAgain(db, testShop, args)).toBe(false);
    expect((await db.shops.get(testShop))?.again).toBeUndefined();
    expect(await rateBy(db, stricter)).toMatchObject({ late: 5 });
  });

  it('a change of mind ends it, and nothing of it is left', async () => {
    const db = await logged();
    await begun(db);
    expect(await countAgain(db, testShop, { rules: [rule], now: someNow })).toBe(false);
    expect((await db.shops.get(testShop))?.again).toBeUndefined();
    expect(await db.tallies.toArray()).toMatchObject([{ onTime: 5 }]);
    expect(await countAgain(db, testShop, { rules: [stricter], now: someNow })).toBe(true);
    expect(await rateBy(db, stricter)).toMatchObject({ late: 5, counted: 5 });
  });

  it('so many that they are read a part at a time are each counted once, as if they had been recorded by the new rule', async () => {
    const [db, anew] = [emptyLog(), emptyLog()];
    const many = Array.from({ length: 130 }, (_, index) => ({
      id: `c${index}`,
      messages: [
        { at: someNow - 7_200_000 - index, by: 'buyer' as const },
        { at: someNow - 3_600_000 - (index % 2) * 3_000_000, by: 'seller' as const },
      ],
    }));
    const other = { ...stricter, sessionGap: 86_400 };
    const seen = observationsOf(many);
    await record(db, seen, { shop: testShop, rules: [rule], now: someNow });
    await record(anew, seen, { shop: testShop, rules: [other], now: someNow });
    const args = { rules: [other], now: someNow, chunk: 60 };
    const begun = countAgain(db, testShop, args);
    // One that may be counted already when its turn comes, and a new one.
    const late = observationsOf(
      ['c99', 'new'].map(id => ({ id, messages: [{ at: someNow - 60_000, by: 'buyer' as const }] })),
    );
    for (const each of [db, anew]) await record(each, late, { shop: testShop, rules: [other], now: someNow });
    expect(await begun).toBe(true);
    expect(await rateBy(db, other)).toMatchObject({ counted: 130, pending: 1 });
    // When the old rule would have changed its mind is still said of what came in while it was kept.
    const withoutChange = ({ changesAt: _, ...session }: SessionRow) => session;
    const sessionsIn = async (log: LogDb) => (await log.sessions.toArray()).map(withoutChange);
    expect(await sessionsIn(db)).toEqual(await sessionsIn(anew));
    expect(await db.tallies.toArray()).toEqual(await anew.tallies.toArray());
  });

  it('another one overtakes it', async () => {
    const db = await logged();
    const other = { ...rule, limit: 60 };
    const first = countAgain(db, testShop, { rules: [stricter], now: someNow, chunk: 1 });
    const second = countAgain(db, testShop, { rules: [other], now: someNow, chunk: 1 });
    expect(await Promise.all([first, second])).toEqual([false, true]);
    expect(await db.tallies.toArray()).toMatchObject([{ late: 5 }]);
    expect(await rateBy(db, other)).toMatchObject({ late: 5 });
  });
});

describe('nothing is counted again', () => {
  it('and no shop comes back, where everything was deleted since the shops to count were looked up', async () => {
    const db = await logged();
    const shops = await db.shops.toArray();
    await wipe(db);
    for (const { shop } of shops) {
      expect(await countAgain(db, shop, { rules: [stricter], now: someNow })).toBe(false);
    }
    expect(await db.shops.toArray()).toEqual([]);
  });

  it('for another target, window or name of the source: only what is shown changes', async () => {
    const db = await logged();
    const easier = { ...rule, target: 0.5, window: { days: 7 }, source: 'another page' };
    expect(await countAgain(db, testShop, { rules: [easier], now: someNow })).toBe(false);
    const row = await db.shops.get(testShop);
    expect([row?.again, row?.complete.rules]).toEqual([undefined, [easier]]);
  });

  it('where the settings cannot be read: the shop is counted as it was', async () => {
    const db = await logged();
    const more = observationsOf([{ id: 'c9', messages: [{ at: someNow - 80_000_000, by: 'buyer' }] }]);
    await record(db, more, { shop: testShop, now: someNow });
    expect(await countAgain(db, testShop, { now: someNow })).toBe(false);
    expect(await rateBy(db, rule)).toMatchObject({ counted: 6, missed: 1 });
  });

  it('for a shop that said nothing yet, whatever it is counted by', async () => {
    const db = emptyLog();
    await record(db, [], { shop: testShop, rules: [rule], now: someNow });
    await record(db, [], { shop: testShop, rules: [stricter], now: someNow });
    expect(await db.shops.get(testShop)).toMatchObject({ turn: 0, complete: { rules: [{ limit: 1800 }] } });
  });
});

it('tallies counted by older code are shown until they are counted again, and nothing is added to them', async () => {
  const db = await logged();
  const row = await db.shops.get(testShop);
  if (!row) throw new Error('a shop');
  await db.shops.put({ ...row, complete: { ...row.complete, version: 0 } });
  const [tally] = await db.tallies.toArray();
  if (!tally) throw new Error('a tally');
  const old = countedRules(row.complete, 0)[0]?.key ?? '';
  await db.tallies.bulkPut([{ ...tally, rule: old, onTime: 4 }]);
  await db.tallies.delete([tally.shop, tally.rule, tally.day]);
  const more = observationsOf([{ id: 'c9', messages: [{ at: someNow - 80_000_000, by: 'buyer' }] }]);
  await record(db, more, { shop: testShop, rules: [rule], now: someNow });
  expect(
    (
      await db.tallies
        .where('[shop+rule+day]')
        .between([testShop, old], [testShop, `${old}~`])
        .toArray()
    )[0],
  ).toMatchObject({ onTime: 4, missed: 0 });
  expect(await countAgain(db, testShop, { rules: [rule], now: someNow })).toBe(true);
  expect(await rateBy(db, rule)).toMatchObject({ onTime: 5, missed: 1 });
  expect(await db.tallies.count()).toBe(2);
});
