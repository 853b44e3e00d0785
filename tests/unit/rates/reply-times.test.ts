import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addTimes, quantile, summaryOf, type TimeSummary } from '@/lib/rates/reply-times';

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
