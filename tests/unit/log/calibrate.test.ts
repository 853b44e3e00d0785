import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrate } from '@/lib/log/calibrate';
import { cover } from '@/lib/log/coverage';
import type { LogDb } from '@/lib/log/log-db';
import { dropOfficial, officialsOf, typeOfficial } from '@/lib/log/officials';
import { record } from '@/lib/log/record';
import { rateOf } from '@/lib/rates/rate-of';
import { adoptReading } from '@/lib/rules/adopt-reading';
import { readingsOf } from '@/lib/rules/readings-of';
import type { PublishedRule } from '@/lib/rules/rule';
import { rulesFor } from '@/lib/rules/rules-for';
import { toldChats, toldTime } from '../../golden/told-chat';
import { emptyLog, loggedFrom, observationsOf, testShop } from './logged-from';
import { plainChats, someChats, someNow } from './random-chats';

const zone = 'Asia/Jakarta';
const at = (time: string) => toldTime(`03-${time}`, zone);
const now = at('12 12:00');
const id = 'tiktok-shop/12h';
const ruleOf = (counting = {}): PublishedRule => {
  const [rule] = rulesFor(testShop, counting).rules;
  if (!rule) throw new Error('a rule');
  return rule;
};

/** First responses: one of two. Rounds: two of three. With robots that answer: two of two, and three of three rounds. */
const told = [
  '03-10 09:00 buyer, 10:00 seller, 11:00 buyer, 12:00 seller',
  '03-10 09:00 buyer, 09:01 system, 22:00 buyer, 03-11 09:00 seller',
];

const logged = async () => (await loggedFrom(toldChats(told, zone), { rules: [ruleOf()], now, seed: 1 })).db;

const ranked = async (db: LogDb, value: number, more: { days?: number; at?: number } = {}, counting = {}) => {
  const official = { value, at: now, within: 0.005, ...more };
  const readings = readingsOf(testShop, counting, id);
  const found = await calibrate(db, { shop: testShop, official, readings, holidays: [] });
  if (!found) throw new Error('a calibration');
  return found.ranked;
};

describe('the readings of a rule', () => {
  const names = (counting = {}, rule = id) =>
    readingsOf(testShop, counting, rule).map(({ reading, unit }) => (unit ? `${reading} by ${unit}` : reading));

  it('are the rule, its presets, and each by each unit; two that count alike are one, named as the preset', () => {
    const all = names();
    expect(all.slice(0, 5)).toEqual([
      id,
      'tiktok-shop/12h-robot-answers',
      'tiktok-shop/12h-rounds',
      'tiktok-shop/12h-weekly',
      'tiktok-shop/24h',
    ]);
    expect(all).toContain('tiktok-shop/12h by whole-session');
    expect(all).not.toContain('tiktok-shop/12h by round');
    expect(all).not.toContain('tiktok-shop/12h-target-90');
    // Five readings, four of them by message and as a whole session, three by round.
    expect(all).toHaveLength(5 + 4 + 4 + 3);
  });

  it('say which is in use, and keep the zone and the hours that the seller chose', () => {
    const counting = { zone: 'Asia/Jayapura', readings: { [id]: 'tiktok-shop/12h-robot-answers' } };
    const readings = readingsOf(testShop, counting, id);
    expect(readings.filter(({ inUse }) => inUse).map(({ reading }) => reading)).toEqual([
      'tiktok-shop/12h-robot-answers',
    ]);
    expect(new Set(readings.map(({ rule }) => rule.zone))).toEqual(new Set(['Asia/Jayapura']));
  });

  it('are none of a rule that the shop does not have', () => {
    expect(readingsOf(testShop, {}, 'feige/3min')).toEqual([]);
  });
});

describe('a figure of the platform', () => {
  it('is held against every reading, and the one that gives it stands first', async () => {
    const db = await logged();
    const [first, ...others] = await ranked(db, 0.67);
    expect(first).toMatchObject({ reading: 'tiktok-shop/12h-rounds', unit: null, reproduces: true, inUse: false });
    expect(first?.rate).toMatchObject({ value: 2 / 3, onTime: 2, late: 1 });
    expect(others.find(({ inUse }) => inUse)).toMatchObject({ reading: id, difference: 0.5 - 0.67, reproduces: false });
    const distances = others.filter(({ reproduces }) => !reproduces).map(({ difference }) => Math.abs(difference ?? 9));
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
  });

  it('once adopted is what counts, and nothing else of the settings changes', async () => {
    const counting = { zone: 'Asia/Jakarta', readings: { 'tiktok-shop/3min': 'tiktok-shop/3min-all-day' } };
    const [best] = await ranked(await logged(), 0.67, {}, counting);
    if (!best) throw new Error('a reading');
    const adopted = adoptReading(counting, id, best);
    expect(adopted).toEqual({
      ...counting,
      readings: { ...counting.readings, [id]: 'tiktok-shop/12h-rounds' },
      units: {},
    });
    expect(ruleOf(adopted)).toMatchObject({ id: 'tiktok-shop/12h-rounds', unit: 'round' });
    const byMessage = adoptReading(adopted, id, { reading: id, unit: 'message' });
    expect(ruleOf(byMessage)).toMatchObject({ id, unit: 'message', changed: ['unit', 'zone'] });
    expect(ruleOf(adoptReading(byMessage, id, { reading: id, unit: null }))).toMatchObject({
      id,
      unit: 'first-response',
    });
  });

  it.each([
    ['just within its rounding', 0.505, true],
    ['just outside', 0.50501, false],
  ])('%s', async (_, value, reproduces) => {
    const found = await ranked(await logged(), value);
    expect(found.find(({ inUse }) => inUse)?.reproduces).toBe(reproduces);
  });

  it('of two as near, the one in use stands first', async () => {
    const [first] = await ranked(await logged(), 0.5, {}, { units: { [id]: 'whole-session' } });
    expect(first).toMatchObject({ inUse: true, reproduces: true });
  });

  it('of an earlier day is counted as of that day, and over its own days where it says how many', async () => {
    const db = await logged();
    const early = await ranked(db, 1, { at: at('10 21:00') });
    expect(early.find(({ inUse }) => inUse)?.rate).toMatchObject({ value: 1, onTime: 1, pending: 1 });
    const short = await ranked(db, 1, { days: 1 });
    expect(short.every(({ rate }) => rate.value === null && rate.pending === 0)).toBe(true);
    expect(short.every(({ difference, reproduces }) => difference === null && !reproduces)).toBe(true);
  });

  it('says how much of its days was watched, and can be called off', async () => {
    const db = await logged();
    await cover(db, testShop, at('11 12:00'));
    const args = {
      shop: testShop,
      official: { value: 1, at: now, within: 0 },
      readings: readingsOf(testShop, {}, id),
      holidays: [],
    };
    const { coverage } = (await calibrate(db, args)) ?? {};
    expect(coverage).toEqual({ share: 0, watched: 0, since: at('11 12:00') });
    expect(await calibrate(db, { ...args, signal: AbortSignal.abort() })).toBeNull();
  });

  it('is given by each reading as the reference gives it, for any data and any moment', async () => {
    const readings = readingsOf(testShop, {}, id);
    const holidays: [number, number][] = [[someNow - 4 * 86_400_000, someNow - 3 * 86_400_000]];
    await fc.assert(
      fc.asyncProperty(someChats, fc.integer({ min: 0, max: 20 * 86_400_000 }), async (chats, back) => {
        const db = emptyLog();
        const asOf = someNow - back;
        await record(db, observationsOf(chats), { shop: testShop, rules: [ruleOf()], now: someNow });
        const official = { value: 0.5, at: asOf, within: 0.005 };
        const found = await calibrate(db, { shop: testShop, official, readings, holidays });
        const log = (await db.messages.toArray()).filter(({ sentAt }) => sentAt <= asOf);
        for (const { rule, rate } of found?.ranked ?? []) {
          const reference = rateOf(plainChats(log, []), rule, asOf, { holidays });
          expect(rate).toEqual({ ...reference, value: reference.value && expect.closeTo(reference.value, 9) });
        }
        expect(found?.ranked).toHaveLength(readings.length);
        db.close();
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});

describe("the platform's figures", () => {
  const seen = (value: number, when: string) =>
    ({ is: 'official', metric: 'response-rate-12h', value, at: at(when) }) as const;

  it('are kept by day, of a day the newest, in whatever order they are seen', async () => {
    const rows = [seen(0.92, '10 09:00'), seen(0.93, '10 23:59:59'), seen(0.94, '11 00:00'), seen(0.925, '09 12:00')];
    for (const order of [rows, rows.toReversed(), [...rows, ...rows]]) {
      const db = emptyLog();
      for (const row of order) await record(db, [row], { shop: testShop, rules: [ruleOf()], now });
      expect((await officialsOf(db, testShop, ruleOf())).map(({ day, value, within }) => [day, value, within])).toEqual(
        [
          ['2026-03-11', 0.94, 0.005],
          ['2026-03-10', 0.93, 0.005],
          ['2026-03-09', 0.925, 0.0005],
        ],
      );
    }
  });

  it('can be typed in beside those seen, corrected and taken back', async () => {
    const db = await logged();
    await record(db, [seen(0.92, '10 09:00')], { shop: testShop, now });
    const rounds = ruleOf({ readings: { [id]: 'tiktok-shop/12h-rounds' } });
    await typeOfficial(db, testShop, rounds, { value: 0.9, at: at('11 09:00'), days: 30 }, now);
    await typeOfficial(db, testShop, rounds, { value: 0.91, at: at('11 09:00') }, now);
    const rows = await officialsOf(db, testShop, ruleOf());
    expect(rows.map(({ source, value, days }) => [source, value, days])).toEqual([
      ['typed', 0.91, undefined],
      ['seen', 0.92, undefined],
    ]);
    if (rows[0]) await dropOfficial(db, rows[0]);
    expect(await officialsOf(db, testShop, ruleOf())).toHaveLength(1);
  });

  it.each([
    ['a share in percent', { value: 92, at: now }, 'official_value_error'],
    ['no number', { value: Number.NaN, at: now }, 'official_value_error'],
    ['a share below nothing', { value: -0.1, at: now }, 'official_value_error'],
    ['tomorrow', { value: 0.9, at: now + 1 }, 'official_date_error'],
    ['no day', { value: 0.9, at: Number.NaN }, 'official_date_error'],
    ['before there was a chat', { value: 0.9, at: 0 }, 'official_date_error'],
    ['no days', { value: 0.9, at: now, days: 0 }, 'official_days_error'],
    ['half a day', { value: 0.9, at: now, days: 0.5 }, 'official_days_error'],
  ])('are refused where typed as %s', async (_, typed, key) => {
    const db = await logged();
    expect(await typeOfficial(db, testShop, ruleOf(), typed, now)).toEqual({ ok: false, key });
    expect(await db.officials.count()).toBe(0);
  });
});
