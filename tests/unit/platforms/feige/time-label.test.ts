import { describe, expect, it } from 'vitest';
import { looksLikeLabel, readTimeLabel } from '../../../../lib/platforms/feige/page/time-label';

// A Monday noon in Shanghai.
const now = Date.UTC(2026, 10, 23, 4, 0, 30);
const read = (label: string, at = now) => readTimeLabel(label, at, 'Asia/Shanghai');
const minute = (...parts: [number, number, number, number, number]) => ({ at: Date.UTC(...parts), uncertain: 59_999 });

describe('a time label', () => {
  it.each([
    ['07:51', minute(2026, 10, 22, 23, 51)],
    ['6月20日 07:51', minute(2026, 5, 19, 23, 51)],
    ['12月1日 07:51', minute(2025, 10, 30, 23, 51)],
    ['昨天 23:59', minute(2026, 10, 22, 15, 59)],
    ['2025年6月20日 07:51', minute(2025, 5, 19, 23, 51)],
  ])('%s in Shanghai', (label, expected) => {
    expect(read(label)).toEqual(expected);
    expect(looksLikeLabel(label)).toBe(true);
  });

  it('of this minute was sent by now', () => {
    expect(read('12:00')).toEqual({ at: Date.UTC(2026, 10, 23, 4), uncertain: 30_000 });
  });

  it('of the next minute is of a clock that goes before ours; later ones are none', () => {
    expect(read('12:01')).toEqual({ at: Date.UTC(2026, 10, 23, 4, 1), uncertain: 0 });
    expect(read('12:02')).toBeNull();
  });

  it.each(['', '07:51:12', '24:00', '11:60', '2月30日 07:51', '13月1日 07:51', '星期三 07:51', '上午7:51', '刚刚'])(
    '%j is not read, and never as midnight',
    label => {
      expect(read(label)).toBeNull();
    },
  );

  it.each(['11:60pm', '1234:56', 'at 5', `${'长'.repeat(20)}07:51`])('%j does not look like one', text => {
    expect(looksLikeLabel(text)).toBe(false);
  });
});
