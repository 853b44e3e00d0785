import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTimeLabel } from '../../../../lib/platforms/tiktok-shop/page/time-label';

// A Thursday afternoon in Jakarta, early morning in New York.
const now = Date.UTC(2026, 8, 10, 11, 0, 30);
const jakarta = 'Asia/Jakarta';
const read = (label: string, at = now, zone = jakarta) => readTimeLabel(label, at, zone);
const minute = (...parts: [number, number, number, number, number]) => ({ at: Date.UTC(...parts), uncertain: 59_999 });

describe('a time label', () => {
  it.each([
    ['Sep 3 5:55 PM', minute(2026, 8, 3, 10, 55)],
    ['Sep 3 5:55\u202fPM', minute(2026, 8, 3, 10, 55)],
    ['Sep 11 5:55 PM', minute(2025, 8, 11, 10, 55)],
    ['Dec 31 11:59 PM', minute(2025, 11, 31, 16, 59)],
    ['Tuesday, 4:55 AM', minute(2026, 8, 7, 21, 55)],
    ['Friday, 12:05 AM', minute(2026, 8, 3, 17, 5)],
    ['上午1:43', minute(2026, 8, 9, 18, 43)],
    ['下午1:43', minute(2026, 8, 10, 6, 43)],
    ['昨天 上午5:46', minute(2026, 8, 8, 22, 46)],
    ['2025年9月16日 6:28', minute(2025, 8, 15, 23, 28)],
    ['17:55', minute(2026, 8, 10, 10, 55)],
    [' 18:00 ', minute(2026, 8, 10, 11, 0)],
    ['0:00', minute(2026, 8, 9, 17, 0)],
    ['12:30 AM', minute(2026, 8, 9, 17, 30)],
    ['12:30 PM', minute(2026, 8, 10, 5, 30)],
  ])('%s in Jakarta', (label, expected) => {
    expect(read(label)).toEqual(expected);
  });

  it.each([
    '',
    'now',
    '18:01', // has not come yet
    '24:00',
    '17:60',
    '0:30 AM',
    '13:30 PM',
    '上午5:46 AM',
    'Thursday, 4:55 AM', // today's own name
    'Someday, 4:55 AM',
    'Feb 30 5:55 PM',
    'Xxx 3 5:55 PM',
    'Sep 3',
    '2027年1月1日 6:28',
    '2025年13月1日 6:28',
    'Hôm qua 5:46',
    'Kemarin 05.46',
    '5:46:12',
    '昨天昨天 5:46',
    'x 5:46',
    '-1:30',
    '99:99',
    `${' '.repeat(60)}x5:46`,
  ])('%j is not read, and never as midnight', label => {
    expect(read(label)).toBeNull();
  });

  it("is of the page's zone, whatever the zone of the computer", () => {
    expect(read('6:30', now, 'America/New_York')).toEqual(minute(2026, 8, 10, 10, 30));
    expect(read('6:30', now, 'Asia/Kathmandu')).toEqual(minute(2026, 8, 10, 0, 45));
    expect(read('6:30', now, 'Nowhere/Land')).toBeNull();
  });

  it('of an hour that was left out does not exist, and of one that came twice is an hour less certain', () => {
    const march = Date.UTC(2026, 2, 8, 20);
    expect(read('2:30 AM', march, 'America/Los_Angeles')).toBeNull();
    expect(read('3:30 AM', march, 'America/Los_Angeles')).toEqual(minute(2026, 2, 8, 10, 30));
    const november = Date.UTC(2026, 10, 1, 20);
    expect(read('1:30 AM', november, 'America/Los_Angeles')).toEqual({
      at: Date.UTC(2026, 10, 1, 8, 30),
      uncertain: 3_659_999,
    });
    expect(read('1:30 AM', Date.UTC(2026, 10, 1, 9), 'America/Los_Angeles')).toEqual(minute(2026, 10, 1, 8, 30));
  });

  it('is never in the future and never throws', () => {
    const words = fc.constantFrom(
      'Sep',
      '3',
      ' ',
      ', ',
      '上午',
      '下午',
      '昨天',
      '年',
      '月',
      '日',
      ':',
      '5',
      '59',
      'AM',
      'Tuesday',
    );
    const zones = fc.constantFrom(jakarta, 'America/Los_Angeles', 'Asia/Shanghai');
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), zones, fc.integer({ min: 1e12, max: 2e12 }), (parts, zone, at) => {
        const time = readTimeLabel(parts.join(''), at, zone);
        expect(time === null || (time.at <= at && time.uncertain >= 59_999)).toBe(true);
      }),
    );
  });
});
