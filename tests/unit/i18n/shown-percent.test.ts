import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownPercent } from '@/lib/i18n/shown-percent';

describe('shownPercent', () => {
  it.each([
    // value, target, shown
    [0, 0.85, 0],
    [0.5, 0.85, 50],
    [0.93181, 0.85, 93.2],
    [0.8494, 0.85, 84.9],
    [0.8496, 0.85, 84.9],
    [0.849999, 0.85, 84.9],
    [0.85, 0.85, 85],
    [17 / 20, 0.85, 85],
    [0.85004, 0.85, 85],
    [0.8996, 0.9, 89.9],
    [0.9, 0.9, 90],
    [0.9696, 0.97, 96.9],
    [0.97, 0.97, 97],
    [0.28999, 0.29, 28.9],
    [0.29, 0.29, 29],
    [0.9994, 0.85, 99.9],
    [0.9996, 0.85, 99.9],
    [0.99999, 1, 99.9],
    [1, 0.85, 100],
    [1, 1, 100],
  ])('shows %d against a target of %d as %d', (value, target, shown) => {
    expect(shownPercent(value, target)).toBe(shown);
  });

  it('stays on its side of the target, within a tenth, whatever the counts', () => {
    const counts = fc.integer({ min: 1, max: 5000 }).chain(all => fc.tuple(fc.nat({ max: all }), fc.constant(all)));
    fc.assert(
      fc.property(counts, fc.constantFrom(0.5, 0.75, 0.8, 0.85, 0.9, 0.97), ([good, all], target) => {
        const value = good / all;
        const shown = shownPercent(value, target);
        expect(shown >= target * 100 - 1e-9).toBe(value >= target);
        expect(shown === 100).toBe(value === 1);
        expect(Math.abs(shown - value * 100)).toBeLessThanOrEqual(0.1 + 1e-9);
      }),
    );
  });
});
