import { describe, expect, it } from 'vitest';
import { readRowTimer } from '../../../../lib/platforms/feige/page/row-timer';

const at = Date.UTC(2026, 10, 23, 4);
const ago = (from: number, to: number) => ({
  is: 'waiting',
  since: { at: at - to * 1000, uncertain: (to - from) * 1000 },
});

describe('the time cell of a row', () => {
  it.each([
    ['45秒', ago(45, 46)],
    ['0秒', ago(0, 1)],
    [' 3分钟 ', ago(180, 240)],
    ['3分', ago(180, 240)],
    ['1小时', ago(3600, 7200)],
    ['2时', ago(7200, 10_800)],
    ['1分30秒', ago(90, 91)],
    ['1小时5分钟', ago(3900, 3960)],
  ])('%s says since when, to its own precision', (text, expected) => {
    expect(readRowTimer(text, at)).toEqual(expected);
  });

  it.each(['等待秒', '几分钟前', '3分钟 3', `${'1分'.repeat(20)}`])('%s waits, for who knows how long', text => {
    expect(readRowTimer(text, at)).toEqual({ is: 'waiting', since: null });
  });

  it.each(['07:51', '昨天', '昨天 07:51', '6月20日', '06-20', '2026/06/20', '星期三', '周三'])(
    '%s was answered',
    text => {
      expect(readRowTimer(text, at)).toEqual({ is: 'answered' });
    },
  );

  it.each(['', '刚刚', '—', 'now', '1天'])('%j says neither', text => {
    expect(readRowTimer(text, at)).toBeNull();
  });
});
