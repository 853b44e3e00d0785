import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addTally, addUnit, emptyTally, nothingSummed, sumTallies, tallyOf, tallySummed } from '@/lib/rates/tally';
import type { Verdict } from '@/lib/rates/verdict';

const tookMs = fc.integer({ min: -5000, max: 100_000_000 });
const verdict: fc.Arbitrary<Verdict> = fc.oneof(
  fc.record({ is: fc.constantFrom('in-time', 'late'), tookMs }),
  fc.record({ is: fc.constant('took'), tookMs, unanswered: fc.boolean() }),
  fc.constant({ is: 'missed' }),
  fc.record({ is: fc.constant('excluded'), because: fc.constantFrom('holiday', 'blocked', 'hours') }),
  fc.constant({ is: 'pending', until: Number.POSITIVE_INFINITY }),
) as fc.Arbitrary<Verdict>;

it('the sum of many tallies is what adding them one by one gives, whatever is in them', () => {
  fc.assert(
    fc.property(fc.array(fc.array(verdict, { maxLength: 8 }), { maxLength: 8 }), days => {
      const added = (verdicts: readonly Verdict[]) =>
        verdicts.map(one => tallyOf(one) ?? emptyTally).reduce((a, b) => addTally(a, b), emptyTally);
      const tallies = days.map(added);
      expect(sumTallies(tallies)).toEqual(tallies.reduce((a, b) => addTally(a, b), emptyTally));
    }),
    { numRuns: 2000 },
  );
});

it('units counted one by one, and taken back, are what their tallies added up are', () => {
  const unit = fc.record({ of: verdict, sign: fc.constantFrom<1 | -1>(1, -1) });
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 40 }), units => {
      const sum = nothingSummed();
      for (const { of, sign } of units) addUnit(sum, of, sign);
      const added = units.reduce((all, { of, sign }) => addTally(all, tallyOf(of) ?? emptyTally, sign), emptyTally);
      expect(tallySummed(sum)).toEqual(added);
    }),
    { numRuns: 2000 },
  );
});
