import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Author } from '@/lib/chat/message';
import type { Rate } from '@/lib/rates/rate';
import type { Rule } from '@/lib/rules/rule';
import { holdsBothWays } from './both-ways';
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
  const holidays = (shop?.holidays ?? []).map(([from, to]) => [Date.parse(from), Date.parse(to)] as const);
  holdsBothWays({ rule, now: Date.parse(now), holidays, chats, expected });
});
