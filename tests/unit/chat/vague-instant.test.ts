import { expect, it } from 'vitest';
import { gapBetween, narrowed } from '@/lib/chat/vague-instant';

const between = (from: number, to: number) => ({ at: from, uncertain: to - from });

it.each([
  ['overlap: what both allow', between(0, 10), between(4, 20), between(4, 10)],
  ['lie one in the other: the narrower', between(0, 10), between(3, 5), between(3, 5)],
  ['only touch: that instant', between(0, 10), between(10, 20), between(10, 10)],
  ['lie apart: not one instant', between(0, 10), between(11, 20), null],
])('two words that %s', (_, a, b, expected) => {
  expect(narrowed(a, b)).toEqual(expected);
  expect(narrowed(b, a)).toEqual(expected);
});

it('the gap between two is from the end of one to the beginning of the other', () => {
  expect([gapBetween(between(0, 10), between(11, 20)), gapBetween(between(11, 20), between(0, 10))]).toEqual([1, 1]);
  expect(gapBetween(between(0, 10), between(5, 20))).toBe(0);
});
