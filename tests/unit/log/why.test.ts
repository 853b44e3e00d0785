import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogDb } from '@/lib/log/log-db';
import { loggedRate, type RateArgs } from '@/lib/log/rate-query';
import { record } from '@/lib/log/record';
import { type WhyArgs, type WhyRow, whatCosts, why } from '@/lib/log/why';
import type { Cost } from '@/lib/rates/costs-of';
import type { ExcludedBecause } from '@/lib/rules/rule';
import { rulesFor } from '@/lib/rules/rules-for';
import { emptyLog, loggedFrom, observationsOf, testShop } from './logged-from';
import { someChats, someNow, someRule } from './random-chats';

const holidays: [number, number][] = [[someNow - 4 * 86_400_000, someNow - 3 * 86_400_000]];

/** All rows, page by page. */
async function listed(db: LogDb, args: Omit<WhyArgs, 'limit'>, limit: number): Promise<WhyRow[]> {
  const rows: WhyRow[] = [];
  for (let page = await why(db, { ...args, limit }); ; page = await why(db, { ...args, limit, after: page.next })) {
    rows.push(...page.rows);
    if (!page.next) return rows;
  }
}

function countsOf(rows: readonly WhyRow[]) {
  const number = (is: string) => rows.filter(({ verdict }) => verdict.is === is).length;
  const excluded: Partial<Record<ExcludedBecause, number>> = {};
  for (const { verdict } of rows) {
    if (verdict.is === 'excluded') excluded[verdict.because] = (excluded[verdict.because] ?? 0) + 1;
  }
  const [onTime, late, missed, took] = ['in-time', 'late', 'missed', 'took'].map(number) as [
    number,
    number,
    number,
    number,
  ];
  return { counted: onTime + late + missed + took, onTime, late, missed, pending: number('pending'), excluded };
}

const sumOf = (costs: Iterable<Cost>) =>
  [...costs].reduce(
    (a, b) => ({ counted: a.counted + b.counted, late: a.late + b.late, missed: a.missed + b.missed }),
    { counted: 0, late: 0, missed: 0 },
  );

it('the list adds up to the rate, page by page, for any data, and so does every grouping of what costs', async () => {
  await fc.assert(
    fc.asyncProperty(
      someChats,
      someRule,
      fc.integer(),
      fc.integer({ min: 1, max: 5 }),
      async (chats, rule, seed, limit) => {
        const { db, shop } = await loggedFrom(chats, { rules: [rule], holidays, now: someNow, seed });
        const args: RateArgs = { shop, rule, holidays, now: someNow };
        const { rate } = await loggedRate(db, args);
        const rows = await listed(db, args, limit);
        const { value, ...counts } = rate;
        expect(countsOf(rows)).toEqual(counts);
        expect(rows.map(({ start }) => start)).toEqual(rows.map(({ start }) => start).sort((a, b) => b - a));
        expect(new Set(rows.map(({ conversation, id }) => `${conversation} ${id}`)).size).toBe(rows.length);
        if (rule.measure === 'mean' && value !== null) {
          const took = rows.flatMap(({ verdict }) => (verdict.is === 'took' ? [verdict.tookMs / 1000] : []));
          expect(took.reduce((a, b) => a + b, 0) / took.length).toBeCloseTo(value, 6);
        }
        const { counted, late, missed } = counts;
        for (const group of Object.values(await whatCosts(db, args))) {
          expect(sumOf(group.values())).toEqual({ counted, late, missed });
        }
        db.close();
      },
    ),
    { numRuns: 200 },
  );
}, 60_000);

const zone = 'Asia/Jakarta';
const at = (time: string) => Date.parse(`2026-03-${time}:00+07:00`);
const now = at('12T12:00');
const [rule] = rulesFor(testShop).rules;
if (!rule) throw new Error('a rule');

/** Ayu was answered by agent 7, Budi late by agent 8, Citra not at all; Dewi waits, and Eka is blocked. */
const aDay = async () => {
  const db = emptyLog();
  const chats = [
    {
      id: 'ayu',
      messages: [
        { at: at('10T09:00'), by: 'buyer' as const },
        { at: at('10T10:00'), by: 'seller' as const },
      ],
    },
    {
      id: 'budi',
      messages: [
        { at: at('10T23:30'), by: 'buyer' as const },
        { at: at('11T13:30'), by: 'seller' as const },
      ],
    },
    { id: 'citra', messages: [{ at: at('11T23:59'), by: 'buyer' as const }] },
    { id: 'dewi', messages: [{ at: at('12T11:00'), by: 'buyer' as const }] },
    { id: 'eka', messages: [{ at: at('12T08:00'), by: 'buyer' as const }] },
  ];
  const agents: Record<string, string> = { ayu: '7', budi: '8' };
  const told = observationsOf(chats).map(message =>
    message.author === 'seller' ? { ...message, agent: agents[message.conversation] ?? '' } : message,
  );
  const named = { is: 'conversation', sense: 'page', at: now } as const;
  await record(
    db,
    [...told, { ...named, conversation: 'budi', buyer: 'Budi' }, { ...named, conversation: 'eka', blocked: true }],
    { shop: testShop, rules: [rule], now },
  );
  return { db, args: { shop: testShop, rule, holidays: [], now } };
};

describe('why a rate is what it is', () => {
  it('is said unit by unit, the newest first: who wrote when, what came of it, who answered and how long it took', async () => {
    const { db, args } = await aDay();
    const { rows, next } = await why(db, { ...args, limit: 10 });
    expect(next).toBeNull();
    expect(rows.map(({ conversation, verdict }) => [conversation, verdict.is])).toEqual([
      ['dewi', 'pending'],
      ['eka', 'excluded'],
      ['citra', 'missed'],
      ['budi', 'late'],
      ['ayu', 'in-time'],
    ]);
    expect(rows[3]).toEqual({
      conversation: 'budi',
      buyer: 'Budi',
      id: '2000',
      start: at('10T23:30'),
      verdict: { is: 'late', tookMs: 14 * 3_600_000 },
      replyAt: at('11T13:30'),
      agent: '8',
      tookMs: 14 * 3_600_000,
      rule: 'tiktok-shop/12h',
    });
    expect(rows[2]).toMatchObject({ buyer: null, replyAt: null, agent: null, tookMs: null });
    expect(rows[1]?.verdict).toEqual({ is: 'excluded', because: 'blocked' });
  });

  it('can be asked of the misses alone, two at a time', async () => {
    const { db, args } = await aDay();
    const only: WhyArgs['only'] = ({ is }) => is === 'late' || is === 'missed';
    const first = await why(db, { ...args, only, limit: 1 });
    expect([first.rows.map(({ conversation }) => conversation), first.next]).toEqual([
      ['citra'],
      { start: at('11T23:59'), conversation: 'citra', id: '3000' },
    ]);
    const second = await why(db, { ...args, only, limit: 1, after: first.next });
    expect([second.rows.map(({ conversation }) => conversation), second.next]).toEqual([['budi'], null]);
  });

  it('of a session judged as a whole names the round that spoilt it', async () => {
    const whole = { ...rule, unit: 'whole-session' as const };
    const chat = {
      id: 'c',
      messages: [
        { at: at('10T09:00'), by: 'buyer' as const },
        { at: at('10T09:01'), by: 'seller' as const },
        { at: at('10T10:00'), by: 'buyer' as const },
        { at: at('11T10:00'), by: 'seller' as const },
      ],
    };
    const { db, shop } = await loggedFrom([chat], { rules: [whole], now, seed: 1 });
    const { rows } = await why(db, { shop, rule: whole, holidays: [], now, limit: 9 });
    expect(rows).toMatchObject([{ start: at('10T09:00'), replyAt: at('11T10:00'), verdict: { is: 'late' } }]);
  });

  it('goes on past the rounds read at once, a long round of many messages among them', async () => {
    const asks = { ...rule, unit: 'message' as const };
    const minute = 60_000;
    const long = Array.from({ length: 300 }, (_, index) => ({
      at: at('10T09:00') + index * minute,
      by: 'buyer' as const,
    }));
    const short = Array.from({ length: 450 }, (_, index) => ({
      id: `s${index}`,
      messages: [{ at: at('10T09:00') + index * minute + 1, by: 'buyer' as const }],
    }));
    const db = emptyLog();
    const told = observationsOf([{ id: 'long', messages: long }, ...short]);
    await record(db, told, { shop: testShop, rules: [asks], now });
    const rows = await listed(db, { shop: testShop, rule: asks, holidays: [], now }, 100);
    expect(rows).toHaveLength(750);
    expect(rows.map(({ start }) => start)).toEqual(told.map(({ sentAt }) => sentAt).sort((a, b) => b - a));
  });
});

it('lists each of hundreds who asked at the same instant once, and those before them', async () => {
  const asks = { ...rule, unit: 'message' as const };
  const crowd = Array.from({ length: 650 }, (_, index) => ({
    id: `s${index}`,
    messages: [{ at: at('10T09:00') - (index < 50 ? 60_000 : 0), by: 'buyer' as const }],
  }));
  const db = emptyLog();
  await record(db, observationsOf(crowd), { shop: testShop, rules: [asks], now });
  const rows = await listed(db, { shop: testShop, rule: asks, holidays: [], now }, 100);
  expect(new Set(rows.map(({ conversation }) => conversation)).size).toBe(650);
  expect(rows).toHaveLength(650);
});

describe('what costs', () => {
  it('is said by hour and weekday of the rule, by buyer and by who answered', async () => {
    const { db, args } = await aDay();
    expect(args.rule.zone).toBe(zone);
    const { hours, weekdays, conversations, agents } = await whatCosts(db, args);
    const [late, missed, fine] = [
      { counted: 1, late: 1, missed: 0, slow: 0 },
      { counted: 1, late: 0, missed: 1, slow: 0 },
      { counted: 1, late: 0, missed: 0, slow: 0 },
    ];
    expect(hours).toEqual(
      new Map([
        [23, { counted: 2, late: 1, missed: 1, slow: 0 }],
        [9, fine],
      ]),
    );
    // Tuesday the 10th and Wednesday the 11th.
    expect(weekdays).toEqual(
      new Map([
        [3, missed],
        [2, { ...late, counted: 2 }],
      ]),
    );
    expect(conversations).toEqual(
      new Map([
        ['citra', missed],
        ['budi', late],
        ['ayu', fine],
      ]),
    );
    expect(agents).toEqual(
      new Map([
        [null, missed],
        ['8', late],
        ['7', fine],
      ]),
    );
  });

  it('of a mean is what took longer than its target', async () => {
    const { limit: _, ...rest } = rule;
    const mean = { ...rest, measure: 'mean' as const, target: 3600 };
    const { db, args } = await aDay();
    await record(db, [], { shop: testShop, rules: [mean], now });
    const { agents } = await whatCosts(db, { ...args, rule: mean });
    expect(agents).toEqual(
      new Map([
        ['8', { counted: 1, late: 0, missed: 0, slow: 1 }],
        ['7', { counted: 1, late: 0, missed: 0, slow: 0 }],
      ]),
    );
  });
});
