import { describe, expect, it } from 'vitest';
import { textIn } from '@/lib/i18n/text-in';
import { checkRule } from '@/lib/rules/check-rule';
import type { Rule } from '@/lib/rules/rule';
import { everyPreset, everyRule } from './every-rule';

const share: Rule = {
  id: 'own/mine',
  measure: 'share',
  limit: 600,
  unit: 'round',
  zone: 'Asia/Jakarta',
  window: { days: 30 },
  robot: 'ignored',
  excludes: [],
  target: 0.9,
};
const { limit: _, ...rest } = share;
const mean: Rule = { ...rest, measure: 'mean', target: 60 };

describe('a rule is refused', () => {
  const wrong = (changes: object, base: object = share) => ({ ...base, ...changes }) as Rule;
  it.each<[string, Rule, string, string]>([
    ['without a name', wrong({ id: '' }), 'id', 'rule_id_error'],
    ['for an unknown measure', wrong({ measure: 'median' }), 'measure', 'rule_measure_error'],
    ['for an unknown zone', wrong({ zone: 'Asia/Lekas' }), 'zone', 'rule_zone_error'],
    ['without a zone', wrong({ zone: '' }), 'zone', 'rule_zone_error'],
    ['for a negative limit', wrong({ limit: -1 }), 'limit', 'rule_limit_error'],
    ['for a limit of nothing', wrong({ limit: 0 }), 'limit', 'rule_limit_error'],
    ['for a limit that is no number', wrong({ limit: Number.NaN }), 'limit', 'rule_limit_error'],
    ['for a share without a limit', wrong({}, rest), 'limit', 'rule_limit_error'],
    ['for an unknown unit', wrong({ unit: 'case' }), 'unit', 'rule_unit_error'],
    ['for hours written carelessly', wrong({ hours: { from: '8:00', to: '23:00' } }), 'hours', 'rule_hours_error'],
    ['for hours there are not', wrong({ hours: { from: '08:00', to: '25:00' } }), 'hours', 'rule_hours_error'],
    ['for a day that begins at its end', wrong({ hours: { from: '24:00', to: '08:00' } }), 'hours', 'rule_hours_error'],
    ['past the end of the day', wrong({ hours: { from: '08:00', to: '24:01' } }), 'hours', 'rule_hours_error'],
    ['for no hour at all', wrong({ hours: { from: '08:00', to: '08:00' } }), 'hours', 'rule_hours_error'],
    ['for an empty window', wrong({ window: { days: 0 } }), 'window.days', 'rule_window_error'],
    ['for half a day', wrong({ window: { days: 1.5 } }), 'window.days', 'rule_window_error'],
    ['without a window', wrong({ window: undefined }), 'window.days', 'rule_window_error'],
    [
      'for more weight than there is',
      wrong({ window: { days: 90, newestQuarterWeight: 1.1 } }),
      'window.newestQuarterWeight',
      'rule_weight_error',
    ],
    ['for an unknown robot', wrong({ robot: 'helps' }), 'robot', 'rule_robot_error'],
    ['for an unknown exclusion', wrong({ excludes: ['weekend'] }), 'excludes', 'rule_excludes_error'],
    [
      'for an unanswered round of no time',
      wrong({ unansweredCountsAs: 0 }, mean),
      'unansweredCountsAs',
      'rule_unanswered_error',
    ],
    ['for a silence of no time', wrong({ sessionGap: 0 }), 'sessionGap', 'rule_sessionGap_error'],
    ['for a target above all', wrong({ target: 1.01 }), 'target', 'rule_target_error'],
    ['for a target in percent', wrong({ target: 85 }), 'target', 'rule_target_error'],
    ['for a negative target', wrong({ target: -0.1 }), 'target', 'rule_target_error'],
    ['for a mean of no time', wrong({ target: 0 }, mean), 'target', 'rule_target_error'],
  ])('%s', (__, rule, field, key) => {
    const checked = checkRule(rule);
    expect(checked).toEqual({ ok: false, field, key });
    if (checked.ok) return;
    for (const locale of ['en', 'id'] as const) expect(textIn(locale).t(checked.key)).not.toBe(checked.key);
  });
});

describe('a rule passes', () => {
  it.each<[string, Rule]>([
    ['as a share', share],
    ['as a mean without a limit', mean],
    ['with hours to the end of the day', { ...share, hours: { from: '08:00', to: '24:00' } }],
    ['with hours across midnight', { ...share, hours: { from: '22:00', to: '06:00' } }],
    ['with a target of all, or of none', { ...share, target: 1 }],
    ['with a window of a day', { ...share, window: { days: 1, newestQuarterWeight: 0 } }],
  ])('%s', (__, rule) => {
    expect(checkRule(rule)).toEqual({ ok: true, rule });
  });

  it.each([...everyRule, ...everyPreset])('as $rule.id of $market in the list', ({ rule }) => {
    expect(checkRule(rule)).toEqual({ ok: true, rule });
  });
});
