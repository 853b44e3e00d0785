import { describe, expect, it } from 'vitest';
import { consequenceAbout, ruleAbout } from '@/components/rate-about';
import { rateKind } from '@/components/rate-kind';
import { consequenceTitle, ruleTitle } from '@/components/rate-words';
import { textIn } from '@/lib/i18n/text-in';
import { bandOf } from '@/lib/rules/band-of';
import { presetsOf } from '@/lib/rules/presets';
import { now, rateView } from '../components/sample';
import { everyPreset, everyRule, places } from './every-rule';

const [en, id] = [textIn('en'), textIn('id')];
const all = [...everyRule, ...everyPreset];

describe('every rule and preset', () => {
  it.each(all)('$rule.id in $market says where it was read and how sure that is', ({ rule }) => {
    expect(rule.source.length).toBeGreaterThan(20);
    expect(['src', 'off', '2+', '1', '3rd', 'inf', 'A', 'B', 'C']).toContain(rule.confidence);
    expect(rule.id.startsWith(`${rule.platform}/`)).toBe(true);
    const days = [rule.since, ...(rule.earlier ?? []).map(({ until }) => until)];
    for (const day of days) if (day) expect(day).toMatch(/^20\d\d-[01]\d-[0-3]\d$/);
  });

  it.each(all)('$rule.id has words of its own in both languages', ({ rule }) => {
    for (const text of [en, id]) {
      expect(ruleTitle(text, rule)).toMatch(/\w/);
      expect(ruleTitle(text, rule)).not.toMatch(/^rule_/);
      expect(ruleAbout(text, rule)).toMatch(/\w.*\.$/);
    }
    expect(ruleAbout(en, rule)).not.toBe(ruleAbout(id, rule));
  });

  it.each(places)('has its own id in %s %s', (platform, market) => {
    const ids = all.filter(one => one.market === market && one.rule.platform === platform).map(({ rule }) => rule.id);
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has words for what every band brings', () => {
    for (const { rule } of all) {
      for (const band of rule.bands ?? []) {
        expect(bandOf(rule, band.above ? band.from + 1e-9 : band.from)).toBe(band);
        for (const { consequence } of [band, ...(band.further ?? [])]) {
          for (const text of [en, id]) {
            expect(consequenceTitle(text, consequence)).not.toMatch(/^band_/);
            expect(consequenceAbout(text, consequence)).not.toMatch(/^band_/);
          }
        }
      }
    }
  });

  it('of our own says so, and has its target from us', () => {
    const own = all.filter(({ rule }) => rule.kind === 'own').map(({ rule }) => rule);
    expect(new Set(own.map(rule => rule.id))).toEqual(
      new Set([
        ...['tiktok-shop', 'shopee', 'tokopedia'].flatMap(name => [`${name}/3min`, `${name}/3min-all-day`]),
        'feige/12h',
      ]),
    );
    for (const rule of own) expect([rule.targetIs, rule.bands]).toEqual(['ours', undefined]);
  });
});

it.each([
  ['tiktok-shop/12h', '12-hour response rate', 'Tingkat Respons 12 Jam'],
  ['tiktok-shop/12h-weekly', '12-hour response rate, judged Mondays', 'Tingkat Respons 12 Jam, dinilai tiap Senin'],
  ['tiktok-shop/24h', '24-hour response rate', 'Tingkat Respons 24 Jam'],
  ['tiktok-shop/average-response', 'Average response time', 'Waktu respons rata-rata'],
  ['feige/first-2min', '2-minute first response rate', 'Tingkat Respons Pertama 2 Menit'],
  ['tokopedia/reply-rate', 'Reply rate', 'Tingkat Balasan'],
])('%s is called %s and %s', (rule, english, indonesian) => {
  const named = { id: rule, measure: 'share' as const };
  expect([ruleTitle(en, named), ruleTitle(id, named)]).toEqual([english, indonesian]);
});

it.each([
  ['tiktok-shop/3min', 'Lekas speed figure, not a platform rule'],
  ['feige/12h', 'Lekas figure, for comparison between platforms'],
  ['feige/3min', 'Douyin Feige rule'],
])('%s says whose figure it is', (id, kind) => {
  const rule = everyRule.find(one => one.rule.id === id)?.rule;
  expect(rule && rateKind(en, rateView({ rule, official: null }), now)).toBe(kind);
});

describe('the presets', () => {
  const names = (rule: string, market: string) => presetsOf(rule, market).map(preset => preset.id);

  it.each<[string, string, string[]]>([
    [
      'tiktok-shop/12h',
      'ID',
      [
        'tiktok-shop/12h-robot-answers',
        'tiktok-shop/12h-rounds',
        'tiktok-shop/12h-weekly',
        'tiktok-shop/12h-target-90',
        'tiktok-shop/24h',
      ],
    ],
    [
      'tiktok-shop/12h',
      'VN',
      ['tiktok-shop/12h-robot-answers', 'tiktok-shop/12h-rounds', 'tiktok-shop/12h-target-90', 'tiktok-shop/24h'],
    ],
    [
      'tiktok-shop/12h',
      'MY',
      ['tiktok-shop/12h-robot-answers', 'tiktok-shop/12h-rounds', 'tiktok-shop/12h-weekly', 'tiktok-shop/24h'],
    ],
    ['tiktok-shop/12h', 'US', []],
    ['tiktok-shop/average-response', 'ID', ['tiktok-shop/average-first-response']],
    ['tiktok-shop/3min', 'ID', ['tiktok-shop/3min-all-day']],
    [
      'feige/3min',
      'CN',
      ['feige/3min-rounds', 'feige/3min-sessions', 'feige/3min-nine-to-nineteen', 'feige/3min-robot-answers'],
    ],
    ['shopee/12h', 'TH', ['shopee/12h-weighted', 'shopee/12h-last-word']],
    ['shopee/3min', 'TH', ['shopee/3min-all-day']],
    [
      'tokopedia/reply-rate',
      'ID',
      ['tokopedia/reply-rate-rounds', 'tokopedia/reply-rate-24h', 'tokopedia/reply-rate-30-days'],
    ],
    ['tokopedia/3min', 'ID', ['tokopedia/3min-all-day']],
    ['tokopedia/none', 'ID', []],
    ['nowhere', 'ID', []],
  ])('of %s in %s are %j', (rule, market, ids) => {
    expect(names(rule, market)).toEqual(ids);
  });

  it.each(everyPreset)(
    '$rule.id in $market reads one rule another way, and stands in its place',
    ({ market, rule }) => {
      const base = everyRule.find(one => one.market === market && one.rule.id === rule.presetOf)?.rule;
      expect([rule.platform, rule.measure, rule.place, rule.kind]).toEqual([
        base?.platform,
        base?.measure,
        base?.place,
        base?.kind,
      ]);
      const { limit, unit, hours, window, robot, target } = rule;
      expect({ limit, unit, hours, window, robot, target }).not.toEqual({
        limit: base?.limit,
        unit: base?.unit,
        hours: base?.hours,
        window: base?.window,
        robot: base?.robot,
        target: base?.target,
      });
    },
  );
});
