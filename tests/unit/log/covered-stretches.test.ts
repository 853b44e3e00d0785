import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Covered, coveredStretches } from '@/lib/log/covered-stretches';

const words = (stretches: readonly Covered[]) => stretches.map(({ from, to, is }) => `${from}-${to} ${is}`).join(', ');
const at = (...pairs: [number, number][]) => pairs.map(([from, to]) => ({ from, to }));

describe('a day of a hundred minutes', () => {
  it.each<[string, [number, number][], [number, number][], string]>([
    ['nobody watched', [], [], '0-100 gap'],
    ['watched all through', [[0, 100]], [], '0-100 watched'],
    ['watched in the middle', [[20, 40]], [], '0-20 gap, 20-40 watched, 40-100 gap'],
    [
      'a gap that history filled',
      [
        [0, 30],
        [60, 100],
      ],
      [[10, 70]],
      '0-30 watched, 30-60 filled, 60-100 watched',
    ],
    ['a gap that history filled in part', [[0, 30]], [[50, 100]], '0-30 watched, 30-50 gap, 50-100 filled'],
    ['what lies before and after it', [[-50, 10]], [[90, 200]], '0-10 watched, 10-90 gap, 90-100 filled'],
    [
      'stretches that overlap, as after a clock was set back',
      [
        [0, 60],
        [40, 80],
        [10, 20],
      ],
      [],
      '0-80 watched, 80-100 gap',
    ],
  ])('%s', (_, watched, filled, expected) => {
    expect(words(coveredStretches(at(...watched), at(...filled), 0, 100))).toBe(expected);
  });
});

it('adds up to the whole, minute by minute, for any stretches', () => {
  const stretch = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
  const some = fc.array(stretch, { maxLength: 8 });
  fc.assert(
    fc.property(some, some, (watched, filled) => {
      const covered = coveredStretches(watched, filled, 0, 60);
      const minutes = covered.flatMap(({ from, to, is }) => Array<string>(to - from).fill(is));
      const inside = (list: typeof watched, minute: number) =>
        list.some(({ from, to }) => from <= minute && minute < to);
      const expected = Array.from({ length: 60 }, (_, minute) =>
        inside(watched, minute) ? 'watched' : inside(filled, minute) ? 'filled' : 'gap',
      );
      expect(minutes).toEqual(expected);
      for (const [index, { is }] of covered.entries()) expect(is).not.toBe(covered[index + 1]?.is);
    }),
  );
});
