import { expect, it } from 'vitest';
import { shownWithin } from '@/lib/rates/shown-within';

it.each([
  [0.92, 0.005],
  [1, 0.005],
  [0.07, 0.005],
  [0.925, 0.0005],
  [0.9231, 0.00005],
  [0.92314, 0.00005],
])('a share of %d was rounded by %d at most', (value, within) => {
  expect(shownWithin(value, 'share')).toBeCloseTo(within, 12);
});

it.each([
  [0, 0.5],
  [31, 0.5],
  [60, 30],
  [5400, 30],
])('a mean of %d s by %d s', (value, within) => {
  expect(shownWithin(value, 'mean')).toBe(within);
});

it('a count by nothing', () => {
  expect(shownWithin(3, 'count')).toBe(0);
});
