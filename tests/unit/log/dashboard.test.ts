import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dashboard } from '@/lib/log/dashboard-query';
import { typeOfficial } from '@/lib/log/officials';
import { record } from '@/lib/log/record';
import { patternsOf, whatCosts } from '@/lib/log/why';
import { rateOf } from '@/lib/rates/rate-of';
import type { PublishedRule } from '@/lib/rules/rule';
import { rulesFor, type ShopRules } from '@/lib/rules/rules-for';
import { emptyLog, loggedFrom, observationsOf, testShop } from './logged-from';
import { plainChats, someChats, someNow } from './random-chats';

const rulesOf = () => rulesFor(testShop);
const { rules } = rulesFor(testShop);
const zone = 'Asia/Jakarta';
const at = (time: string) => Date.parse(`2026-03-${time}:00+07:00`);
const now = at('12T12:00');

/** One in time on the 3rd, one missed on the 9th, one late on the 10th, and one who waits. */
const aFortnight = [
  { id: 'ayu', messages: [told('03T09:00', 'buyer'), told('03T10:00', 'seller')] },
  { id: 'budi', messages: [told('09T09:00', 'buyer')] },
  { id: 'citra', messages: [told('10T08:00', 'buyer'), told('10T23:00', 'seller')] },
  { id: 'dewi', messages: [told('12T11:00', 'buyer')] },
];
function told(time: string, by: 'buyer' | 'seller') {
  return { at: at(time), by };
}
const aLog = () => loggedFrom(aFortnight, { rules, now, seed: 1 });

it('every figure is that of the reference, for any chats and every rule of the shop', async () => {
  await fc.assert(
    fc.asyncProperty(someChats, fc.constantFrom(...rules), fc.integer(), async (chats, rule, seed) => {
      const { db } = await loggedFrom(chats, { rules, now: someNow, seed });
      const { shown } = await dashboard(db, { rule: rule.id, rulesOf, now: someNow });
      const { value, ...counts } = rateOf(plainChats(await db.messages.toArray(), chats), rule, someNow);
      // Of a shop in which nobody ever wrote nothing is known.
      if (!shown) {
        expect(chats.flatMap(({ messages }) => messages)).toEqual([]);
        return;
      }
      const { value: found, ...rest } = shown.view.rate;
      expect(rest).toEqual(counts);
      if (value === null || found === null) expect(found).toBe(value);
      else expect(found).toBeCloseTo(value, 9);
      const last = shown.days.at(-1);
      expect([shown.days.length, last?.day.key]).toEqual([90, shown.window.to.key]);
      if (last?.trailing != null && found !== null) expect(last.trailing).toBeCloseTo(found, 9);
      const inWindow = shown.days.slice(-rule.window.days);
      expect(inWindow.reduce((sum, { rate }) => sum + rate.counted, 0)).toBe(counts.counted);
      expect(inWindow.reduce((sum, { rate }) => sum + rate.pending, 0)).toBe(counts.pending);
      db.close();
    }),
    { numRuns: 60 },
  );
}, 60_000);

describe('what is shown', () => {
  it('is the first shop, its first rule and that rule’s own days, where nothing else is asked', async () => {
    const { db } = await aLog();
    const { shown } = await dashboard(db, { rulesOf, now });
    expect([shown?.shop, shown?.view.rule.id, shown?.isOwnWindow]).toEqual([testShop, rules[0]?.id, true]);
    expect(shown?.view.rate).toMatchObject({ onTime: 1, late: 1, missed: 1, pending: 1 });
  });

  it('is what is asked: the days are cut at the calendar of the rule', async () => {
    const { db } = await aLog();
    const { shown } = await dashboard(db, { rulesOf, now, from: '2026-03-09', to: '2026-03-09' });
    expect([shown?.isOwnWindow, shown?.window.from.start, shown?.window.to.end]).toEqual([
      false,
      at('09T00:00'),
      at('10T00:00'),
    ]);
    expect(shown?.view.rate).toMatchObject({ value: 0, counted: 1, missed: 1, pending: 0 });
    expect(shown?.days.at(-1)?.day.key).toBe('2026-03-09');
  });

  it('of what is unknown is what there is', async () => {
    const { db } = await aLog();
    const asked = { shop: 'shopee/ID/1', rule: 'none', from: '2026-02-30', to: '2026-03-01' } as const;
    const { shown } = await dashboard(db, { ...asked, rulesOf, now });
    expect([shown?.shop, shown?.view.rule.id, shown?.isOwnWindow]).toEqual([testShop, rules[0]?.id, true]);
  });

  it('is nothing where no shop was ever seen', async () => {
    expect(await dashboard(emptyLog(), { rulesOf, now })).toEqual({ at: now, shops: [], shown: null });
  });

  it('names a rule by its id in the list whichever reading of it is in use', async () => {
    const [listed] = rules;
    if (!listed) throw new Error('a rule');
    const counting = { readings: { [listed.id]: 'tiktok-shop/12h-rounds' } };
    const read = rulesFor(testShop, counting);
    const { db } = await loggedFrom(aFortnight, { rules: read.rules, now, seed: 1 });
    const { shown } = await dashboard(db, { rule: listed.id, rulesOf: () => read, now });
    expect(shown?.view.rule).toMatchObject({ id: 'tiktok-shop/12h-rounds', presetOf: listed.id });
  });
});

it('a change against a week ago is against the same days a week earlier', async () => {
  const { db } = await aLog();
  const { shown } = await dashboard(db, { rulesOf, now, from: '2026-03-10', to: '2026-03-10' });
  expect(shown?.view).toMatchObject({ rate: { value: 0 }, trend: -1 });
});

it('what Monday will judge is the same whichever days are looked at', async () => {
  const [first] = rules;
  if (!first) throw new Error('a rule');
  const weekly: PublishedRule = { ...first, window: { days: 7 }, judged: { weekday: 1, moreThanChatsIn30Days: 2 } };
  const only: ShopRules = { rules: [weekly], holidays: [], refused: [] };
  const { db } = await loggedFrom(aFortnight, { rules: [weekly], now, seed: 1 });
  const seen = async (days: { from?: string; to?: string }) =>
    (await dashboard(db, { rulesOf: () => only, now, ...days })).shown?.view.judgedNext;
  const next = await seen({});
  expect(next).toMatchObject({ at: at('16T00:00'), enoughChats: true, rate: { missed: 1, late: 1 } });
  expect(await seen({ from: '2026-03-03', to: '2026-03-03' })).toEqual(next);
});

it('beside a figure of the platform stands ours over the same days, as of that day', async () => {
  const { db } = await aLog();
  const [rule] = rules;
  if (!rule) throw new Error('a rule');
  await typeOfficial(db, testShop, rule, { value: 0.9, at: at('04T12:00') }, now);
  await typeOfficial(db, testShop, rule, { value: 0.5, at: at('10T12:00'), days: 2 }, now);
  const { shown } = await dashboard(db, { rulesOf, now });
  expect(shown?.officials.map(({ value, ours }) => [value, ours])).toEqual([
    [0.5, 0],
    [0.9, 1],
  ]);
});

it('what the units have in common comes from one reading: the costs as ever, and the worst buyers by name', async () => {
  const { db } = await aLog();
  const [rule] = rules;
  if (!rule) throw new Error('a rule');
  await record(db, [{ is: 'conversation', sense: 'page', conversation: 'budi', at: now, buyer: 'Budi' }], {
    shop: testShop,
    rules,
    now,
  });
  const args = { shop: testShop, rule, holidays: [], now };
  const { costs, week, agents, buyers } = await patternsOf(db, { ...args, buyers: 1 });
  expect(costs).toEqual(await whatCosts(db, args));
  expect(week.reduce((sum, { asked }) => sum + asked, 0)).toBe(observationsOf(aFortnight).filter(isAsk).length);
  expect(agents).toMatchObject([{ agent: null, answered: 2, inTime: 1 }]);
  expect(buyers).toEqual([{ conversation: 'budi', buyer: 'Budi', counted: 1, late: 0, missed: 1, slow: 0 }]);
  expect(rule.zone).toBe(zone);
});

const isAsk = ({ author }: { readonly author: string }) => author === 'buyer';
