import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missesUntilBelow, outlookOf } from '@/lib/rates/outlook';
import type { Rate } from '@/lib/rates/rate';

const rate = (onTime: number, counted: number, pending = 0): Rate => ({
  value: counted === 0 ? null : onTime / counted,
  counted,
  onTime,
  late: 0,
  missed: counted - onTime,
  pending,
  excluded: {},
});

describe('what would change a share', () => {
  it.each<[number, number, number | null, number | null]>([
    // In time, counted, misses left, answers to regain, for a target of 85 %.
    [17, 20, 0, null],
    [16, 20, null, 7],
    [20, 20, 3, null],
    [0, 1, null, 6],
    [0, 0, null, null],
  ])('%i of %i in time', (onTime, counted, missesLeft, answersToRegain) => {
    expect(outlookOf(rate(onTime, counted), 0.85, 0)).toMatchObject({ missesLeft, answersToRegain });
  });

  it('who waits is in time or missed; settled by a robot, neither', () => {
    expect(outlookOf(rate(8, 10, 2), 0.85, 0)).toMatchObject({ ifAllAnswered: 10 / 12, ifNoneAnswered: 8 / 12 });
    expect(outlookOf(rate(8, 10, 2), 0.85, 1)).toMatchObject({ ifAllAnswered: 10 / 12, ifNoneAnswered: 8 / 11 });
  });

  it('one more miss than those left loses the target, and one answer less than needed does not regain it', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), fc.constantFrom(0.8, 0.85, 0.9, 0.97), (onTime, others, target) => {
        const counted = onTime + others;
        const { missesLeft: left, answersToRegain: more } = outlookOf(rate(onTime, counted), target, 0);
        const held = (good: number, all: number) => good >= target * all - 1e-9;
        if (left !== null)
          expect([held(onTime, counted + left), held(onTime, counted + left + 1)]).toEqual([true, false]);
        if (more !== null)
          expect([held(onTime + more, counted + more), held(onTime + more - 1, counted + more - 1)]).toEqual([
            true,
            false,
          ]);
        expect(left === null || more === null).toBe(true);
      }),
    );
  });
});

describe('how many misses lead out of a band', () => {
  it.each<[number, number, { from: number; above?: true }, number | null]>([
    // 85 % itself is still fine; one more miss is not.
    [17, 20, { from: 0.85 }, 1],
    [19, 20, { from: 0.85 }, 3],
    // 50 % itself belongs to the band below.
    [6, 11, { from: 0.5, above: true }, 1],
    [6, 10, { from: 0.5, above: true }, 2],
    [1, 4, { from: 0 }, null],
    [0, 0, { from: 0.85 }, null],
  ])('%i of %i in time', (onTime, counted, edge, misses) => {
    expect(missesUntilBelow(rate(onTime, counted), edge)).toBe(misses);
  });
});
