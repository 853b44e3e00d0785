import fc from 'fast-check';
import { expect, it } from 'vitest';
import { daySeries } from '@/lib/rates/day-series';
import { type LocalDay, localDayBefore } from '@/lib/rates/local-day';
import { sumOf } from '@/lib/rates/rate-from-tallies';
import { tallyOf } from '@/lib/rates/tally';
import type { Verdict } from '@/lib/rates/verdict';
import type { Rule } from '@/lib/rules/rule';

const zone = 'Asia/Jakarta';
const rule: Rule = {
  id: 'a/rule',
  measure: 'share',
  limit: 43_200,
  unit: 'round',
  zone,
  window: { days: 3 },
  robot: 'ignored',
  excludes: [],
  target: 0.85,
};
const last = Date.parse('2026-03-10T12:00:00+07:00');
const daysBack = (count: number): LocalDay[] =>
  Array.from({ length: count }, (_, before) => localDayBefore(last, before, zone)).reverse();

const verdict = fc.constantFrom<Verdict>(
  { is: 'in-time', tookMs: 1000 },
  { is: 'late', tookMs: 50_000_000 },
  { is: 'missed' },
  { is: 'pending', until: last },
  { is: 'excluded', because: 'robot' },
);
const sumOfDay = (verdicts: readonly Verdict[]) =>
  sumOf(
    verdicts.flatMap(one => tallyOf(one) ?? []),
    verdicts.filter(one => tallyOf(one) === null),
  );

it('each day has what began on it, and the share of the window that ends with it, for any days', () => {
  fc.assert(
    fc.property(fc.array(fc.array(verdict, { maxLength: 6 }), { minLength: 3, maxLength: 12 }), told => {
      const days = daysBack(told.length);
      const series = daySeries(
        days.map((day, index) => ({ day, sum: sumOfDay(told[index] ?? []) })),
        rule,
      );
      expect(series.map(({ day }) => day.key)).toEqual(days.slice(2).map(({ key }) => key));
      for (const [index, { rate, trailing }] of series.entries()) {
        const number = (list: readonly Verdict[], ...kinds: string[]) =>
          list.filter(({ is }) => kinds.includes(is)).length;
        const own = told[index + 2] ?? [];
        expect([rate.onTime, rate.late, rate.missed, rate.pending, rate.excluded.robot ?? 0]).toEqual(
          ['in-time', 'late', 'missed', 'pending', 'excluded'].map(kind => number(own, kind)),
        );
        const window = told.slice(index, index + 3).flat();
        const counted = number(window, 'in-time', 'late', 'missed');
        expect(trailing).toBe(counted === 0 ? null : number(window, 'in-time') / counted);
      }
    }),
  );
});

it('of a rule whose newest quarter weighs more there is no line, for days do not tell it', () => {
  const weighed = { ...rule, window: { days: 3, newestQuarterWeight: 0.5 } };
  const days = daysBack(4).map(day => ({ day, sum: sumOfDay([{ is: 'missed' }]) }));
  expect(daySeries(days, weighed).map(({ rate, trailing }) => [rate.value, trailing])).toEqual([
    [0, null],
    [0, null],
  ]);
});

it('of a mean it is the mean over all that counted, not the mean of the days', () => {
  const { limit: _, ...rest } = rule;
  const mean: Rule = { ...rest, measure: 'mean', window: { days: 2 }, target: 60 };
  const took = (seconds: number): Verdict => ({ is: 'took', tookMs: seconds * 1000 });
  const told = [[took(10)], [took(40), took(40), took(30)]];
  const series = daySeries(
    daysBack(2).map((day, index) => ({ day, sum: sumOfDay(told[index] ?? []) })),
    mean,
  );
  expect(series.map(({ trailing }) => trailing)).toEqual([30]);
});
