import { describe, expect, it } from 'vitest';
import type { ShopId } from '@/lib/chat/shop';
import { textIn } from '@/lib/i18n/text-in';
import type { Counting } from '@/lib/rules/counting';
import { popupRules } from '@/lib/rules/popup-rules';
import { rulesFor } from '@/lib/rules/rules-for';
import { rulesOf } from '@/lib/rules/rules-of';

const indonesia: ShopId = 'tiktok-shop/ID/1';
const douyin: ShopId = 'feige/CN/1';
const noon = Date.parse('2026-03-10T12:00:00+07:00');
const day = 86_400_000;

const first = (counting: Counting, shop: ShopId = indonesia) => rulesFor(shop, counting).rules[0];

describe('what the seller wants', () => {
  it('is the list where the seller wants nothing, and none for what is no shop', () => {
    expect(rulesFor(indonesia)).toEqual({ rules: rulesOf(indonesia), holidays: [], refused: [] });
    expect(rulesFor('elsewhere/ID/1' as ShopId)).toEqual({ rules: [], holidays: [], refused: [] });
  });

  it('is another reading in the place of the rule', () => {
    const { rules, refused } = rulesFor(douyin, { readings: { 'feige/3min': 'feige/3min-rounds' } });
    expect(rules[0]).toMatchObject({ id: 'feige/3min-rounds', unit: 'round', presetOf: 'feige/3min', place: 'popup' });
    expect([rules.length, refused]).toEqual([rulesOf(douyin).length, []]);
  });

  it('is a unit, a target and hours of one rule, named as changed, and the other rules stay', () => {
    const { rules, refused } = rulesFor(douyin, {
      readings: { 'feige/3min': 'feige/3min-robot-answers' },
      units: { 'feige/3min': 'round' },
      targets: { 'feige/3min': 0.97 },
      hours: { 'feige/3min': { from: '10:00', to: '24:00' } },
    });
    expect(refused).toEqual([]);
    expect(rules[0]).toMatchObject({
      id: 'feige/3min-robot-answers',
      unit: 'round',
      robot: 'answers',
      target: 0.97,
      targetIs: 'yours',
      hours: { from: '10:00', to: '24:00' },
      changed: ['unit', 'hours', 'target'],
    });
    expect(rules.slice(1)).toEqual(rulesOf(douyin).slice(1));
  });

  it('is no hours at all', () => {
    expect(first({ hours: { 'feige/3min': null } }, douyin)?.hours).toBeUndefined();
  });

  it('is one zone for all rules, the versions before among them', () => {
    const { rules } = rulesFor(indonesia, { zone: 'Asia/Jayapura' });
    expect(new Set(rules.map(({ zone }) => zone))).toEqual(new Set(['Asia/Jayapura']));
  });

  it('is told apart from what was wanted before', () => {
    expect(first({ targets: { 'tiktok-shop/12h': 0.5 } })?.target).toBe(0.5);
    expect(first({ targets: { 'tiktok-shop/12h': 0.6 } })?.target).toBe(0.6);
    expect(first({})?.target).toBe(0.85);
  });
});

describe('refused by name, and the rest stands', () => {
  it.each<[string, Counting, object]>([
    ['an unknown zone', { zone: 'Asia/Lekas' }, { field: 'zone', key: 'rule_zone_error' }],
    [
      'a target in percent',
      { targets: { 'tiktok-shop/12h': 85 } },
      { rule: 'tiktok-shop/12h', field: 'target', key: 'rule_target_error' },
    ],
    [
      'hours of nothing',
      { hours: { 'tiktok-shop/3min': { from: '09:00', to: '09:00' } } },
      { rule: 'tiktok-shop/3min', field: 'hours', key: 'rule_hours_error' },
    ],
    [
      'a reading of another rule',
      { readings: { 'tiktok-shop/12h': 'feige/3min-rounds' } },
      { rule: 'tiktok-shop/12h', field: 'reading', key: 'rule_reading_error' },
    ],
    [
      'a rule of another platform',
      { targets: { 'feige/3min': 0.9 } },
      { rule: 'feige/3min', field: 'id', key: 'rule_unlisted_error' },
    ],
    [
      'a holiday that ends as it begins',
      { holidays: [{ from: noon, to: noon }] },
      { field: 'holidays.0', key: 'rule_holiday_error' },
    ],
    [
      'a holiday from nowhere',
      { holidays: [{ from: Number.NaN, to: null }] },
      { field: 'holidays.0', key: 'rule_holiday_error' },
    ],
  ])('%s', (_, wrong, refused) => {
    const good: Counting = { units: { 'tiktok-shop/average-response': 'first-response' } };
    const found = rulesFor(indonesia, { ...good, ...wrong });
    expect(found.refused).toEqual([refused]);
    expect(found.rules).toEqual(rulesFor(indonesia, good).rules);
    for (const { key } of found.refused) {
      for (const locale of ['en', 'id'] as const) expect(textIn(locale).t(key)).not.toBe(key);
    }
  });
});

describe('holidays', () => {
  const holidays = (...said: [from: number, to: number | null][]) =>
    rulesFor(indonesia, { holidays: said.map(([from, to]) => ({ from, to })) }).holidays;

  it('are the same however the same days were written down', () => {
    const whole = [[noon, noon + 3 * day]];
    expect(holidays([noon, noon + 3 * day])).toEqual(whole);
    expect(holidays([noon + day, noon + 3 * day], [noon, noon + day])).toEqual(whole);
    expect(holidays([noon, noon + 3 * day], [noon + day, noon + 2 * day])).toEqual(whole);
  });

  it('until further notice have no end, and take in what follows', () => {
    expect(holidays([noon, noon + day], [noon + 2 * day, null], [noon + 5 * day, noon + 6 * day])).toEqual([
      [noon, noon + day],
      [noon + 2 * day, Number.POSITIVE_INFINITY],
    ]);
  });
});

describe('the popup', () => {
  it.each<[ShopId, string[]]>([
    ['tiktok-shop/ID/1', ['tiktok-shop/12h', 'tiktok-shop/3min']],
    ['tiktok-shop/VN/1', ['tiktok-shop/12h', 'tiktok-shop/3min']],
    ['tiktok-shop/US/1', ['tiktok-shop/24h', 'tiktok-shop/3min']],
    ['feige/CN/1', ['feige/3min']],
    ['shopee/ID/1', ['shopee/12h', 'shopee/3min']],
    ['tokopedia/ID/1', ['tokopedia/reply-rate', 'tokopedia/3min']],
  ])('of %s shows %j', (shop, ids) => {
    expect(popupRules(rulesFor(shop).rules).map(({ id }) => id)).toEqual(ids);
  });

  it('shows the reading in use in the place of the rule', () => {
    const { rules } = rulesFor(indonesia, { readings: { 'tiktok-shop/12h': 'tiktok-shop/12h-weekly' } });
    expect(popupRules(rules).map(({ id }) => id)).toEqual(['tiktok-shop/12h-weekly', 'tiktok-shop/3min']);
  });
});
