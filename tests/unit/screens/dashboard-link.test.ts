import { expect, it } from 'vitest';
import { type DashboardLink, dashboardHash, readDashboardLink } from '@/lib/screens/dashboard-link';

const all: DashboardLink = {
  shop: 'tiktok-shop/ID/7494',
  rule: 'tiktok-shop/12h',
  from: '2026-03-01',
  to: '2026-03-10',
};

it.each<[string, DashboardLink]>([
  ['', {}],
  ['#shop=tiktok-shop/ID/7494', { shop: 'tiktok-shop/ID/7494' }],
  ['#shop=tiktok-shop/ID/7494&rule=tiktok-shop/12h&from=2026-03-01&to=2026-03-10', all],
])('%s leads to what it came from', (hash, link) => {
  expect(dashboardHash(link)).toBe(hash);
  expect(readDashboardLink(hash)).toEqual(link);
});

it.each([
  ['a shop that is none', '#shop=javascript:alert(1)'],
  ['one day without the other', '#from=2026-03-01'],
  ['days in the wrong order', '#from=2026-03-10&to=2026-03-01'],
  ['a day that is no day', '#from=yesterday&to=today'],
  ['rubbish', '#%E0%A4%A&&=&'],
])('%s is passed over', (_, hash) => {
  expect(readDashboardLink(hash)).toEqual({});
});

it('a rule may be named in any way, for the list decides', () => {
  expect(readDashboardLink('#rule=a%26b%3Dc')).toEqual({ rule: 'a&b=c' });
  expect(readDashboardLink(dashboardHash({ rule: 'a&b=c' }))).toEqual({ rule: 'a&b=c' });
});
