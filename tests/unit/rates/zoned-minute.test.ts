import { expect, it } from 'vitest';
import { instantOfMinute, minuteIn } from '@/lib/rates/zoned-minute';

it.each([
  ['Asia/Jakarta', '2026-11-22T09:14', '2026-11-22T09:14:00+07:00'],
  ['America/Sao_Paulo', '2026-11-22T09:14', '2026-11-22T09:14:00-03:00'],
  ['Asia/Kathmandu', '2026-01-01T00:00', '2026-01-01T00:00:00+05:45'],
])('a minute of a date field is that of the clocks in %s, and comes back', (zone, text, wanted) => {
  const at = instantOfMinute(text, zone);
  expect(at).toBe(Date.parse(wanted));
  expect(minuteIn(at ?? 0, zone)).toBe(text);
});

it('a minute that a change of clocks skips is the one that clocks show in its place', () => {
  expect(minuteIn(instantOfMinute('2026-03-29T02:30', 'Europe/Berlin') ?? 0, 'Europe/Berlin')).toBe('2026-03-29T03:30');
});

it.each(['', '2026-11-22', '2026-13-22T09:14', '2026-11-22T25:14', 'soon'])('"%s" is none', text => {
  expect(instantOfMinute(text, 'Asia/Jakarta')).toBeNull();
});
