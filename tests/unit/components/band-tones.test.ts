import { expect, it } from 'vitest';
import { bandTones } from '@/components/band-tones';
import { rulesOf } from '@/lib/rules/rules-of';

const tonesOf = (shop: Parameters<typeof rulesOf>[0], id: string) => {
  const rule = rulesOf(shop).find(one => one.id === id);
  return rule && bandTones(rule).map(({ from, to, tone }) => [from, to, tone]);
};

it('a share’s bands are good at the target and above, and get worse on the way down', () => {
  expect(tonesOf('tiktok-shop/VN/1', 'tiktok-shop/12h-weekly')).toEqual([
    [0.85, null, 'good'],
    [0.75, 0.85, 'warn'],
    [0.5, 0.75, 'bad'],
    [0, 0.5, 'bad'],
  ]);
});

it('a mean’s are good below the target, and get worse on the way up', () => {
  const mean = {
    ...meanRule(),
    bands: [
      { from: 90, consequence: 'feigeSlowService' },
      { from: 0, consequence: 'feigeAnswersSoon' },
    ],
  } as const;
  expect(bandTones({ ...mean, target: 90 }).map(({ tone }) => tone)).toEqual(['warn', 'good']);
  expect(bandTones({ ...mean, target: 60 }).map(({ tone }) => tone)).toEqual(['bad', 'warn']);
});

function meanRule() {
  const rule = rulesOf('feige/CN/1').find(({ id }) => id === 'feige/mean-response');
  if (!rule) throw new Error('the mean of Feige');
  return rule;
}

it('a rule without bands has none', () => {
  expect(bandTones({ ...meanRule(), bands: [] })).toEqual([]);
});
