import { describe, expect, it } from 'vitest';
import { bandOf, nextBandDown } from '@/lib/rules/band-of';
import { rulesOfMarket } from '@/lib/rules/rules-of';
import { everyPreset, everyRule } from './every-rule';

const ruleOf = (id: string, market: string) => {
  const [platform] = id.split('/') as ['tiktok-shop' | 'feige' | 'shopee' | 'tokopedia'];
  const rule = rulesOfMarket(platform, market).find(rule => rule.id === id);
  if (!rule) throw new Error(`no ${id} in ${market}`);
  return rule;
};

const tiny = 1e-9;

describe.each<[id: string, market: string, [value: number, consequence: string, points?: number][]]>([
  [
    'tiktok-shop/12h-weekly',
    'VN',
    [
      [1, 'tiktokFine'],
      [0.85, 'tiktokFine'],
      [17 / 20, 'tiktokFine'],
      [0.85 - tiny, 'tiktokWarning'],
      [0.8496, 'tiktokWarning'],
      [0.75, 'tiktokWarning'],
      [0.75 - tiny, 'tiktokMinusTen', -10],
      [0.5 + tiny, 'tiktokMinusTen', -10],
      [0.5, 'tiktokMinusTwenty', -20],
      [0, 'tiktokMinusTwenty', -20],
    ],
  ],
  [
    'feige/3min',
    'CN',
    [
      [1, 'feigePass'],
      [0.97, 'feigePass'],
      [0.97 - tiny, 'feigeGoal'],
      [0.9, 'feigeGoal'],
      [0.9 - tiny, 'feigeUnderGoal'],
      [0.5, 'feigeUnderGoal'],
      [0.5 - tiny, 'feigeNoCampaigns'],
      [0, 'feigeNoCampaigns'],
    ],
  ],
  [
    'feige/mean-response',
    'CN',
    [
      [0, 'feigeAnswersSoon'],
      [90, 'feigeAnswersSoon'],
      [90.001, 'feigeSlowService'],
      [600, 'feigeSlowService'],
    ],
  ],
  [
    'shopee/12h',
    'VN',
    [
      [0.9, 'shopeePreferredPlus'],
      [0.9 - tiny, 'shopeePreferred'],
      [0.8, 'shopeePreferred'],
      [0.8 - tiny, 'shopeeNoProgramme'],
      [0.2 + tiny, 'shopeeNoProgramme'],
      [0.2, 'shopeeTwentyOrLess'],
    ],
  ],
  [
    'shopee/12h',
    'ID',
    [
      [0.9, 'shopeeStarPlus'],
      [0.8, 'shopeeStar'],
      [0.79, 'shopeeNoProgramme'],
    ],
  ],
  [
    'shopee/12h',
    'MY',
    [
      [0.85, 'shopeeMall'],
      [0.85 - tiny, 'shopeeNoProgramme'],
      [0.2, 'shopeeTwentyOrLess'],
    ],
  ],
  [
    'shopee/12h',
    'TH',
    [
      [0.7, 'shopeeUsualMark'],
      [0.6, 'shopeeNoProgramme'],
      [0.6 - tiny, 'shopeeUnderSixty'],
      [0.2 + tiny, 'shopeeUnderSixty'],
      [0.2, 'shopeeTwentyOrLess'],
    ],
  ],
])('%s in %s', (id, market, edges) => {
  it.each(edges)('at %d is %s', (value, consequence, points) => {
    const band = bandOf(ruleOf(id, market), value);
    expect([band?.consequence, band?.points]).toEqual([consequence, points]);
  });
});

describe('what only a further condition brings', () => {
  const further = (id: string, market: string, value: number) =>
    bandOf(ruleOf(id, market), value)?.further?.map(({ consequence, points, reported, atLeast }) => [
      consequence,
      points,
      reported ?? false,
      atLeast.count,
      atLeast.of,
    ]);

  it('is the fine of Douyin: under 50 % and from 100 consultations a day, reported, never law', () => {
    expect(further('feige/3min', 'CN', 0.49)).toEqual([
      ['feigeReportedFine', undefined, true, 100, 'consultations-a-day'],
    ]);
    expect(further('feige/3min', 'CN', 0.5)).toBeUndefined();
  });

  it('is one penalty point of Shopee: 10 orders anywhere, and in Thailand 8 left unanswered', () => {
    const general = ['shopeeGeneralPoint', 1, false, 10, 'orders-in-30-days'];
    const unanswered = ['shopeeUnansweredPoint', 1, false, 8, 'unanswered-a-month'];
    expect(further('shopee/12h', 'VN', 0.2)).toEqual([general]);
    expect(further('shopee/12h', 'TH', 0.59)).toEqual([unanswered]);
    expect(further('shopee/12h', 'TH', 0.2)).toEqual([unanswered, general]);
  });
});

describe('the next band down', () => {
  const next = (id: string, market: string, value: number) => nextBandDown(ruleOf(id, market), value)?.consequence;

  it('of a share is the lower one, and the lowest has none', () => {
    expect(next('tiktok-shop/12h-weekly', 'VN', 0.9)).toBe('tiktokWarning');
    expect(next('tiktok-shop/12h-weekly', 'VN', 0.75)).toBe('tiktokMinusTen');
    expect(next('tiktok-shop/12h-weekly', 'VN', 0.6)).toBe('tiktokMinusTwenty');
    expect(next('tiktok-shop/12h-weekly', 'VN', 0.5)).toBeUndefined();
  });

  it('of a mean is the longer one', () => {
    expect(next('feige/mean-response', 'CN', 90)).toBe('feigeSlowService');
    expect(next('feige/mean-response', 'CN', 91)).toBeUndefined();
  });

  it('is none where a rule has no bands', () => {
    expect(bandOf(ruleOf('feige/12h', 'CN'), 0.3)).toBeNull();
    expect(next('feige/12h', 'CN', 0.3)).toBeUndefined();
  });
});

describe('every list of bands', () => {
  const banded = [...everyRule, ...everyPreset].filter(({ rule }) => rule.bands);

  it.each(banded)('$rule.id in $market falls from the top to 0 and leaves no gap', ({ rule }) => {
    const edges = (rule.bands ?? []).map(({ from }) => from);
    expect(edges).toEqual([...new Set(edges)].sort((a, b) => b - a));
    expect(edges.at(-1)).toBe(0);
    expect(rule.bands?.at(-1)?.above).toBeUndefined();
  });

  it('belongs to a platform: our own measures carry none', () => {
    expect(banded.filter(({ rule }) => rule.kind === 'own')).toEqual([]);
    const ownMarkets = everyRule.filter(({ rule }) => rule.platform === 'tiktok-shop' && rule.bands);
    expect(ownMarkets.map(({ market, rule }) => [market, rule.id, rule.bandsAsOf])).toEqual([
      ['VN', 'tiktok-shop/12h-weekly', '2026'],
    ]);
  });
});
