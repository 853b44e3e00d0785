import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agentsOf } from '@/lib/rates/agents-of';
import { costing, costsOf } from '@/lib/rates/costs-of';
import { isCostly, partOf, partsOf } from '@/lib/rates/parts-of';
import type { Rate } from '@/lib/rates/rate';
import type { Verdict } from '@/lib/rates/verdict';
import { weekOf } from '@/lib/rates/week-of';

const rule = { zone: 'Asia/Jakarta', target: 60 };
const start = Date.parse('2026-03-09T00:00:00+07:00');
const hour = 3_600_000;

const verdict: fc.Arbitrary<Verdict> = fc.oneof(
  fc.constantFrom<Verdict>(
    { is: 'missed' },
    { is: 'pending', until: start },
    { is: 'excluded', because: 'robot' },
    { is: 'excluded', because: 'hours' },
    { is: 'took', tookMs: 600_000, unanswered: true },
  ),
  fc
    .integer({ min: 0, max: 120_000 })
    .chain(tookMs =>
      fc.constantFrom<Verdict>({ is: 'in-time', tookMs }, { is: 'late', tookMs }, { is: 'took', tookMs }),
    ),
);
const units = fc.array(
  fc.record({
    conversation: fc.constantFrom('a', 'b', 'c'),
    start: fc.integer({ min: 0, max: 167 }).map(after => start + after * hour),
    verdict,
    agent: fc.constantFrom(null, '7', '8'),
  }),
  { maxLength: 40 },
);
const tookIn = (one: Verdict) => ('tookMs' in one && !('unanswered' in one) ? one.tookMs : null);

it('the week adds up to all that began, and its costs to those of every other grouping', () => {
  fc.assert(
    fc.property(units, told => {
      const week = weekOf(told, rule);
      expect(week).toHaveLength(168);
      const sum = (of: 'asked' | 'costly') => week.reduce((all, one) => all + one[of], 0);
      const { hours } = costsOf(told, rule);
      expect([sum('asked'), sum('costly')]).toEqual([
        told.length,
        [...hours.values()].reduce((all, cost) => all + costing(cost), 0),
      ]);
    }),
  );
});

it('an hour of the week is found by the clocks of the rule: Tuesday at seven in Jakarta', () => {
  const at = Date.parse('2026-03-10T00:30:00Z');
  const [found, ...others] = weekOf(
    [{ conversation: 'a', start: at, verdict: { is: 'missed' }, agent: null }],
    rule,
  ).filter(({ asked }) => asked > 0);
  expect([found, others.length]).toEqual([{ weekday: 2, hour: 7, asked: 1, costly: 1 }, 0]);
});

it('agents together answered all that counts and was answered', () => {
  fc.assert(
    fc.property(units, told => {
      const answered = told.map(unit => ({ ...unit, tookMs: tookIn(unit.verdict) }));
      const figures = agentsOf(answered, rule);
      const isAnswered = ({ verdict: one }: (typeof told)[number]) =>
        ['in-time', 'late', 'took'].includes(one.is) && !('unanswered' in one);
      const number = (of: 'answered' | 'inTime') => figures.reduce((all, figure) => all + figure[of], 0);
      expect([number('answered'), number('inTime')]).toEqual([
        told.filter(isAnswered).length,
        told.filter(unit => isAnswered(unit) && !isCostly(unit.verdict, rule)).length,
      ]);
      expect(new Set(figures.map(({ agent }) => agent)).size).toBe(figures.length);
    }),
  );
});

it('the agent who answered most stands first, with the time within which half came', () => {
  const by = (agent: string | null, seconds: number) => ({
    agent,
    verdict: { is: 'in-time', tookMs: seconds * 1000 } as const,
    tookMs: seconds * 1000,
  });
  const [first, second] = agentsOf([by('8', 9), by('7', 10), by('7', 20), by('7', 300)], rule);
  expect(first).toMatchObject({ agent: '7', answered: 3, inTime: 3 });
  expect(first?.median).toBeCloseTo(20_000, -3);
  expect(second?.agent).toBe('8');
});

describe('the parts of a rate', () => {
  const rate: Rate = {
    value: 0.5,
    counted: 4,
    onTime: 2,
    late: 1,
    missed: 1,
    pending: 3,
    excluded: { robot: 2, hours: 1 },
  };

  it('of a share are its verdicts, what waits, and each reason under which something is left out', () => {
    expect(partsOf(rate, { measure: 'share' }).map(({ name, count }) => `${name} ${count}`)).toEqual([
      'in-time 2',
      'late 1',
      'missed 1',
      'pending 3',
      'excluded/robot 2',
      'excluded/hours 1',
    ]);
  });

  it('of a mean name no verdict that a mean does not give', () => {
    const mean = { ...rate, onTime: 0, late: 0, missed: 0 };
    expect(partsOf(mean, { measure: 'mean' })[0]).toEqual({ name: 'took', count: 4 });
    expect(partsOf(mean, { measure: 'mean' }).reduce((sum, { count }) => sum + count, 0)).toBe(4 + 3 + 3);
  });

  it('are named by their verdicts', () => {
    expect(partOf({ is: 'late', tookMs: 1 })).toBe('late');
    expect(partOf({ is: 'excluded', because: 'seller-started' })).toBe('excluded/seller-started');
  });
});
