import { describe, expect, it } from 'vitest';
import { checkRule } from '@/lib/rules/check-rule';
import type { Rule } from '@/lib/rules/rule';
import { isInForce, versionsOf } from '@/lib/rules/versions-of';
import { everyPreset, everyRule } from './every-rule';

const ruleOf = (id: string, market: string): Rule => {
  const rule = [...everyRule, ...everyPreset].find(one => one.market === market && one.rule.id === id)?.rule;
  if (!rule) throw new Error(`no ${id} in ${market}`);
  return rule;
};

/** The ids and limits that judge what starts on a day; more or fewer than one would be a mistake. */
const on = (rule: Rule, day: string) =>
  versionsOf(rule)
    .filter(version => isInForce(version, day))
    .map(({ id, limit, unit, zone }) => `${id} ${limit} ${unit} ${zone}`);

describe('the version in force on a day', () => {
  it('of TikTok Shop is the 24 hours until 14 Aug 2025 and the 12 hours from the 15th', () => {
    const rule = ruleOf('tiktok-shop/12h', 'ID');
    expect(on(rule, '2025-08-14')).toEqual(['tiktok-shop/24h 86400 first-response Asia/Jakarta']);
    expect(on(rule, '2025-08-15')).toEqual(['tiktok-shop/12h 43200 first-response Asia/Jakarta']);
  });

  it('of another reading reads the same way before', () => {
    const rounds = ruleOf('tiktok-shop/12h-rounds', 'VN');
    expect(on(rounds, '2025-08-14')).toEqual(['tiktok-shop/24h 86400 round Asia/Ho_Chi_Minh']);
    expect(on(rounds, '2025-08-15')).toEqual(['tiktok-shop/12h-rounds 43200 round Asia/Ho_Chi_Minh']);
  });

  it('of the United States, and of the 24-hour reading elsewhere, is one before and after', () => {
    for (const market of ['US', 'ID']) {
      const rule = ruleOf('tiktok-shop/24h', market);
      expect(versionsOf(rule)).toHaveLength(1);
      expect(on(rule, '2025-08-14')).toEqual(on(rule, '2025-08-15'));
    }
  });

  it('is the oldest that is known where nothing tells what held then', () => {
    expect(on(ruleOf('tiktok-shop/12h', 'ID'), '2019-01-01')).toHaveLength(1);
    expect(on(ruleOf('feige/mean-response', 'CN'), '2026-05-06')).toEqual(
      on(ruleOf('feige/mean-response', 'CN'), '2026-05-07'),
    );
  });

  it('of three is one on every day', () => {
    const rule: Rule = {
      ...ruleOf('shopee/12h', 'ID'),
      earlier: [
        { id: 'test/first', limit: 60, until: '2026-01-31' },
        { id: 'test/second', unit: 'message', until: '2026-02-28' },
      ],
    };
    const days = ['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'];
    expect(days.map(day => on(rule, day).map(name => name.split(' ').slice(0, 3).join(' ')))).toEqual([
      ['test/first 60 round'],
      ['test/second 43200 message'],
      ['test/second 43200 message'],
      ['shopee/12h 43200 round'],
    ]);
  });
});

it.each([...everyRule, ...everyPreset])('$rule.id in $market could be counted by in every version', ({ rule }) => {
  for (const version of versionsOf(rule)) expect(checkRule(version)).toEqual({ ok: true, rule: version });
  const names = versionsOf(rule).map(({ id }) => id);
  expect(new Set(names).size).toBe(names.length);
});
