import { describe, expect, it } from 'vitest';
import { textIn } from '@/lib/i18n/text-in';

process.env.TZ = 'Asia/Jakarta';
const [en, id] = [textIn('en'), textIn('id')];
const [second, minute, hour] = [1000, 60_000, 3_600_000];

describe('durations', () => {
  it.each([
    [8 * second, '8s'],
    [42 * minute + 59 * second, '42m'],
    [3 * hour, '3h'],
    [3 * hour + 5 * minute, '3h 05m'],
    [52 * hour, '2d 04h'],
  ])('writes %d ms as %s', (ms, text) => {
    expect(en.duration(ms)).toBe(text);
  });

  it('speaks Indonesian', () => {
    expect(id.duration(3 * hour + 5 * minute)).toBe('3 j 05 mnt');
  });
});

describe('time left', () => {
  it.each([
    [2 * hour + 59 * second, '2h'],
    [10 * minute, '10m'],
    [10 * minute - 1, '09:59'],
    [61 * second, '01:01'],
    [0, '00:00'],
  ])('counts %d ms down as %s', (ms, text) => {
    expect(en.timeLeft(ms)).toBe(text);
  });
});

describe('clock', () => {
  const now = Date.parse('2026-11-22T22:30:00+07:00');
  it.each([
    ['2026-11-22T23:05:00+07:00', '23:05', '23.05'],
    ['2026-11-23T00:05:00+07:00', 'tomorrow 00:05', 'besok 00.05'],
    ['2026-11-21T23:59:00+07:00', 'yesterday 23:59', 'kemarin 23.59'],
    ['2026-11-25T08:00:00+07:00', 'Wed, 08:00', 'Rab, 08.00'],
    ['2026-12-03T08:00:00+07:00', 'Dec 3, 08:00', '3 Des, 08.00'],
  ])('says %s as %s and %s', (at, english, indonesian) => {
    expect([en.clock(Date.parse(at), now), id.clock(Date.parse(at), now)]).toEqual([english, indonesian]);
  });
});

it.each([
  ['08:00', '08:00', '08.00'],
  ['23:59', '23:59', '23.59'],
  ['24:00', '24:00', '24.00'],
])('writes the time of day %s as %s and %s', (time, english, indonesian) => {
  expect([en.timeOfDay(time), id.timeOfDay(time)]).toEqual([english, indonesian]);
  expect([textIn('vi').timeOfDay(time), textIn('zh-CN').timeOfDay(time)]).toEqual([english, english]);
});

it('puts no space between Chinese sentences', () => {
  expect([en.sentences(['One.', 'Two.']), textIn('zh-CN').sentences(['一。', '二。'])]).toEqual([
    'One. Two.',
    '一。二。',
  ]);
});

describe('numbers', () => {
  it('keeps one decimal of a rate, except for all', () => {
    expect([en.share(0.9, 0.85), en.share(0.8496, 0.85), id.share(0.8496, 0.85), en.share(1, 0.85)]).toEqual([
      '90.0%',
      '84.9%',
      '84,9%',
      '100%',
    ]);
  });

  it('calls a coverage complete only when it is, and none only when it is', () => {
    expect([0, 0.0001, 0.961, 0.9999, 1].map(en.roughly)).toEqual(['0%', '0.1%', '96%', '99%', '100%']);
  });

  it('has no word for a change too small to show', () => {
    expect([en.points(0.0004), en.points(-0.031)]).toEqual([null, '3.1']);
  });

  it('names countries, and the market of several', () => {
    expect([id.country('US'), en.country('XX')]).toEqual(['Amerika Serikat', 'Cross-border']);
  });
});

describe('messages', () => {
  it('counts one and many', () => {
    const waiting = (count: number) => en.t('waiting_some_title', { count, clock: '14:32' });
    expect([waiting(1), waiting(3)]).toEqual(['1 buyer waits, until 14:32', '3 buyers wait, the first until 14:32']);
  });
});
