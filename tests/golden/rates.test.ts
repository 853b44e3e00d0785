import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Author } from '@/lib/chat/message';
import { loggedRate } from '@/lib/log/rate-query';
import type { Rate } from '@/lib/rates/rate';
import { rateOf } from '@/lib/rates/rate-of';
import type { Rule } from '@/lib/rules/rule';
import { loggedFrom } from '../unit/log/logged-from';
import golden from './rates.json';

interface Case {
  name: string;
  rule: Rule;
  now: string;
  shop?: { holidays: [string, string][] };
  chats: {
    id: string;
    blocked?: boolean;
    messages: { at: string; by: Author; session?: string; uncertain?: number }[];
  }[];
  expect: Rate;
}

const cases = golden.cases as unknown as Case[];

it('holds every worked example', () => {
  expect(cases.length).toBeGreaterThanOrEqual(42);
});

describe.each(cases)('$name', ({ rule, now, shop, chats, expect: expected }) => {
  it('by the reference', () => {
    expect(rateOf(chats, rule, now, shop)).toEqual(expected);
  });

  it.each([1, 2, 3])('by the tallies, recorded message by message in random order %i', async seed => {
    const holidays = (shop?.holidays ?? []).map(([from, to]): [number, number] => [Date.parse(from), Date.parse(to)]);
    const { db, shop: name } = await loggedFrom(chats, { rules: [rule], holidays, now: Date.parse(now), seed });
    const { rate } = await loggedRate(db, { shop: name, rule, holidays, now: Date.parse(now) });
    expect(rate).toEqual({ ...expected, value: expected.value === null ? null : expect.closeTo(expected.value, 12) });
  });
});
