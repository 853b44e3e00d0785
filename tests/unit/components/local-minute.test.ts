import { afterEach, describe, expect, it } from 'vitest';
import { instantOfLocal, localMinute } from '@/components/local-minute';
import { instantOfMinute, minuteIn } from '@/lib/rates/zoned-minute';

const before = process.env.TZ;
afterEach(() => {
  process.env.TZ = before;
});

describe.each(['Asia/Jakarta', 'Asia/Kathmandu', 'America/Sao_Paulo', 'Europe/Berlin'])('in %s', zone => {
  it('a minute is the same as by the arithmetic of zones, there and back', () => {
    process.env.TZ = zone;
    const start = Date.parse('2026-03-28T12:00:00Z');
    for (let at = start; at < start + 2 * 86_400_000; at += 17 * 60_000) {
      expect(localMinute(at)).toBe(minuteIn(at, zone));
      expect(instantOfLocal(localMinute(at))).toBe(instantOfMinute(minuteIn(at, zone), zone));
    }
  });
});

it.each(['', '2026', '2026-13-01T00:00', '2026-11-22 09:14', '2026-11-22T25:00', 'now'])('%j is no minute', text => {
  expect(instantOfLocal(text)).toBeNull();
});
