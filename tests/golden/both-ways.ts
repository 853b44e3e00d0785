import { expect, it } from 'vitest';
import { loggedRate } from '@/lib/log/rate-query';
import type { Rate } from '@/lib/rates/rate';
import { type PlainChat, rateOf } from '@/lib/rates/rate-of';
import type { Rule } from '@/lib/rules/rule';
import { loggedFrom } from '../unit/log/logged-from';

export interface Example {
  readonly rule: Rule;
  /** ms. */
  readonly now: number;
  readonly holidays: readonly (readonly [from: number, to: number])[];
  readonly chats: readonly PlainChat[];
  readonly expected: Rate;
}

/** A worked example holds by the reference, and by the tallies that the product really uses. */
export function holdsBothWays({ rule, now, holidays, chats, expected }: Example): void {
  // 0.5 × 0.75 is not always what a person writes down for it.
  const value = expected.value === null ? null : expect.closeTo(expected.value, 12);

  it('by the reference', () => {
    expect(rateOf(chats, rule, now, { holidays })).toEqual({ ...expected, value });
  });

  it.each([1, 2, 3])('by the tallies, recorded message by message in random order %i', async seed => {
    const { db, shop } = await loggedFrom(chats, { rules: [rule], holidays, now, seed });
    const { rate } = await loggedRate(db, { shop, rule, holidays, now });
    expect(rate).toEqual({ ...expected, value });
  });
}
