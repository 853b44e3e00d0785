import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { bandOf } from '@/lib/rules/band-of';
import type { ExcludedBecause } from '@/lib/rules/rule';
import { everyPreset, everyRule } from '../unit/rules/every-rule';
import { holdsBothWays } from './both-ways';
import golden from './by-rule.json';
import { toldChats, toldTime } from './told-chat';

interface Case {
  name: string;
  /** The sentence that decides it, from the sources of rules.md. */
  source: string;
  now: string;
  holidays?: [from: string, to: string][];
  chats: string[];
  expect: {
    value: number | null;
    onTime?: number;
    late?: number;
    missed?: number;
    /** Units of a mean; of a share it is the sum of the three above. */
    took?: number;
    pending?: number;
    excluded?: Partial<Record<ExcludedBecause, number>>;
  };
  /** Where the value stands. */
  band?: string;
  held?: boolean;
}

const rules = golden.rules as unknown as { rule: string; market: string; cases: Case[] }[];
const listed = [...everyRule, ...everyPreset];

it('holds at least three worked examples of every rule and preset, each with its source', () => {
  const examples = new Map<string, number>();
  for (const { rule, cases } of rules) examples.set(rule, (examples.get(rule) ?? 0) + cases.length);
  for (const id of new Set(listed.map(({ rule }) => rule.id))) {
    expect(examples.get(id) ?? 0, id).toBeGreaterThanOrEqual(3);
  }
  for (const { source } of rules.flatMap(({ cases }) => cases)) expect(source.length).toBeGreaterThan(10);
});

describe.each(rules)('$rule in $market', ({ rule: id, market, cases }) => {
  const rule = listed.find(one => one.rule.id === id && one.market === market)?.rule;
  if (!rule) throw new Error(`no ${id} in ${market}`);
  const { zone, target, measure } = rule;

  describe.each(cases)('$name', ({ now, holidays = [], chats, expect: said, band, held }) => {
    const { value, onTime = 0, late = 0, missed = 0, took = 0, pending = 0, excluded = {} } = said;
    holdsBothWays({
      rule,
      now: toldTime(now, zone),
      holidays: holidays.map(([from, to]) => [toldTime(from, zone), toldTime(to, zone)] as const),
      chats: toldChats(chats, zone),
      expected: { value, counted: onTime + late + missed + took, onTime, late, missed, pending, excluded },
    });

    if (band !== undefined) {
      it(`stands in ${band}`, () => {
        expect(value !== null && bandOf(rule, value)?.consequence).toBe(band);
      });
    }

    if (held !== undefined) {
      it(held ? 'is on target' : 'is off target', () => {
        expect(value !== null && (measure === 'share' ? value >= target : value <= target)).toBe(held);
      });
    }
  });
});
