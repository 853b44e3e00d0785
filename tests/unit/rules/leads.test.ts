import { expect, it } from 'vitest';
import { leadsOf } from '@/lib/rules/leads';

const rule = (limit: number, id = 'tiktok-shop/12h', more: object = {}) => ({ id, limit, ...more });

it.each([
  ['3 minutes', 180, [80, 30]],
  ['2 minutes', 120, [20, 0]],
  ['10 minutes', 600, [300, 120]],
  ['12 hours', 43_200, [7200, 1800]],
  ['24 hours', 86_400, [7200, 1800]],
])('a limit of %s reminds so many seconds before', (_, limit, leads) => {
  expect(leadsOf(rule(limit))).toEqual(leads);
});

it('what was chosen for a rule holds for it and its other readings, and for no other rule', () => {
  const chosen = { 'tiktok-shop/12h': [3600, 600] } as const;
  expect(leadsOf(rule(43_200), chosen)).toEqual([3600, 600]);
  expect(leadsOf(rule(43_200, 'tiktok-shop/12h-rounds', { presetOf: 'tiktok-shop/12h' }), chosen)).toEqual([3600, 600]);
  expect(leadsOf(rule(43_200, 'shopee/12h'), chosen)).toEqual([7200, 1800]);
  expect(leadsOf(rule(43_200, 'constructor'), chosen)).toEqual([7200, 1800]);
});

it('nothing is due before the buyer has written', () => {
  expect(leadsOf(rule(180, 'feige/3min'), { 'feige/3min': [600, 30] })).toEqual([180, 30]);
});
