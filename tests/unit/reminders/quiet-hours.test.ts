import { describe, expect, it } from 'vitest';
import { isQuiet, quietEnd } from '@/lib/reminders/quiet-hours';

const night = { from: '22:00', to: '07:00', zone: 'Asia/Jakarta' };
const at = (text: string) => Date.parse(text);

describe('quiet from 22:00 to 07:00 in Jakarta', () => {
  it.each([
    ['1 ms before 22:00', at('2026-03-10T22:00:00+07:00') - 1, false],
    ['at 22:00', at('2026-03-10T22:00:00+07:00'), true],
    ['at midnight', at('2026-03-11T00:00:00+07:00'), true],
    ['1 ms before 07:00', at('2026-03-11T07:00:00+07:00') - 1, true],
    ['at 07:00', at('2026-03-11T07:00:00+07:00'), false],
    ['at noon', at('2026-03-11T12:00:00+07:00'), false],
  ])('%s', (_, now, quiet) => {
    expect(isQuiet(now, night)).toBe(quiet);
    const end = quiet ? at('2026-03-11T07:00:00+07:00') : null;
    expect(quietEnd(now, night)).toBe(end);
  });
});

it('hours inside one day end on that day', () => {
  const noon = { from: '12:00', to: '13:30', zone: 'Asia/Shanghai' };
  expect(quietEnd(at('2026-03-10T12:00:00+08:00'), noon)).toBe(at('2026-03-10T13:30:00+08:00'));
  expect(isQuiet(at('2026-03-10T13:30:00+08:00'), noon)).toBe(false);
});

it('hours that end with the day end at midnight, also when written 24:00', () => {
  for (const to of ['00:00', '24:00']) {
    const evening = { from: '20:00', to, zone: 'Asia/Jakarta' };
    expect(quietEnd(at('2026-03-10T23:59:00+07:00'), evening)).toBe(at('2026-03-11T00:00:00+07:00'));
  }
});

it('a whole day of quiet never ends', () => {
  expect(quietEnd(at('2026-03-10T12:00:00Z'), { from: '00:00', to: '24:00', zone: 'UTC' })).toBeNull();
});

it('the night in which a clock is put forward is an hour shorter', () => {
  // Los Angeles, 8 March 2026: 02:00 becomes 03:00.
  const [from, to] = [at('2026-03-07T22:00:00-08:00'), at('2026-03-08T07:00:00-07:00')];
  const there = { ...night, zone: 'America/Los_Angeles' };
  expect(quietEnd(from, there)).toBe(to);
  expect(to - from).toBe(8 * 3_600_000);
});

it('without quiet hours it is never quiet', () => {
  expect([isQuiet(0, null), quietEnd(0, null)]).toEqual([false, null]);
});
