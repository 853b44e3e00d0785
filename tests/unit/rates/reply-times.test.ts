import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addTimes, quantile, spreadOver, summaryOf, type TimeSummary } from '@/lib/rates/reply-times';

const sumOf = (times: readonly number[]) => times.map(summaryOf).reduce<TimeSummary>((a, b) => addTimes(a, b, 1), {});
const someTimes = fc.array(fc.integer({ min: 1, max: 30 * 86_400_000 }), { minLength: 1, maxLength: 60 });

/** The smallest time within which the share `q` of them came. */
const exactly = (times: readonly number[], q: number) =>
  [...times].sort((a, b) => a - b)[Math.max(0, Math.ceil(q * times.length) - 1)] ?? 0;

it('gives every quantile to within 1 %, from a second to a month', () => {
  fc.assert(
    fc.property(someTimes, fc.constantFrom(0.5, 0.9, 1), (times, q) => {
      const [read, exact] = [quantile(sumOf(times), q) ?? 0, exactly(times, q)];
      expect(Math.abs(read - exact) / exact).toBeLessThanOrEqual(0.01);
    }),
  );
});

it('adds up whatever the order, and takes back what it added', () => {
  fc.assert(
    fc.property(someTimes, someTimes, (a, b) => {
      expect(addTimes(sumOf(a), sumOf(b), 1)).toEqual(sumOf([...b, ...a]));
      expect(addTimes(sumOf([...a, ...b]), sumOf(b), -1)).toEqual(sumOf(a));
    }),
  );
});

it('has no quantile where nothing was answered, and knows an answer in no time', () => {
  expect(quantile({}, 0.5)).toBeNull();
  expect(quantile(summaryOf(0), 0.9)).toBe(0);
});

describe('cut at edges', () => {
  const edges = [60_000, 180_000, 3_600_000];

  it('counts each reply once, a long one behind the last edge, and a share of them only within 1 % of an edge elsewhere', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 90_000_000 }), { maxLength: 50 }), took => {
        const times = sumOf(took);
        const counts = spreadOver(times, edges);
        expect(counts).toHaveLength(4);
        expect(counts.reduce((a, b) => a + b, 0)).toBe(took.length);
        const isNear = (ms: number) => edges.some(edge => Math.abs(ms - edge) <= edge * 0.0101);
        const near = took.filter(isNear).length;
        const exact = edges.map((edge, i) => took.filter(ms => ms <= edge && ms > (edges[i - 1] ?? -1)).length);
        for (const [i, count] of exact.entries()) {
          expect(Math.abs((counts[i] ?? 0) - count)).toBeLessThanOrEqual(near);
        }
      }),
    );
  });

  it('of no reply is nothing anywhere', () => {
    expect(spreadOver({}, edges)).toEqual([0, 0, 0, 0]);
  });
});
