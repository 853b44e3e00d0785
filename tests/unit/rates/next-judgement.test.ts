import { describe, expect, it } from 'vitest';
import { nextJudgement } from '@/lib/rates/next-judgement';
import { rulesOf } from '@/lib/rules/rules-of';

const weekly = rulesOf('tiktok-shop/VN/1').find(({ id }) => id === 'tiktok-shop/12h-weekly');
if (!weekly) throw new Error('the rule that Vietnam judges on Mondays');

const said = (now: string, zone = weekly.zone) => {
  const next = nextJudgement({ ...weekly, zone }, Date.parse(now));
  return next && [new Date(next.at).toISOString(), next.window.from.key, next.window.to.key];
};

describe('what Vietnam judges on Mondays', () => {
  it.each([
    // Monday the 16th begins at 17:00 of the 15th in Greenwich; the days judged are Monday the 9th to Sunday the 15th.
    ['on Wednesday', '2026-03-11T12:00:00+07:00', ['2026-03-15T17:00:00.000Z', '2026-03-09', '2026-03-15']],
    [
      'in the last second of Sunday',
      '2026-03-15T23:59:59.999+07:00',
      ['2026-03-15T17:00:00.000Z', '2026-03-09', '2026-03-15'],
    ],
    ['as Monday begins', '2026-03-16T00:00:00+07:00', ['2026-03-22T17:00:00.000Z', '2026-03-16', '2026-03-22']],
  ])('is judged next, asked %s', (_, now, expected) => {
    expect(said(now)).toEqual(expected);
  });

  it('is judged by the clocks of its zone, over a week of 167 hours too', () => {
    // Clocks go forward on Sunday 8 March 2026.
    expect(said('2026-03-03T12:00:00-08:00', 'America/Los_Angeles')).toEqual([
      '2026-03-09T07:00:00.000Z',
      '2026-03-02',
      '2026-03-08',
    ]);
  });
});

it('a rule that is judged every day has no next judgement', () => {
  expect(nextJudgement(rulesOf('tiktok-shop/ID/1')[0] ?? weekly, Date.parse('2026-03-11T12:00:00+07:00'))).toBeNull();
});
