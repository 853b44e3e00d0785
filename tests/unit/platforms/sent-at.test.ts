import { describe, expect, it } from 'vitest';
import { readSentAt } from '../../../lib/platforms/sent-at';

const arrivedAt = Date.UTC(2026, 10, 22, 5, 0, 0);
const day = 86_400_000;
const sent = Date.UTC(2026, 10, 22, 4, 59, 58, 765);
const second = Math.floor(sent / 1000);

describe('when something was sent', () => {
  it.each<[string, unknown]>([
    ['milliseconds', sent],
    ['milliseconds in digits', String(sent)],
    ['microseconds', sent * 1000],
    ['microseconds in digits', `${sent}999`],
    ['nanoseconds, which no number holds exactly', sent * 1e6],
    ['nanoseconds in digits, to the last of them', `${sent}999999`],
    ['an instant of Greenwich', '2026-11-22T04:59:58.765Z'],
    ['an instant of Jakarta', '2026-11-22T11:59:58.765+07:00'],
    ['an instant of São Paulo, without a colon, finer than needed', '2026-11-22T01:59:58.765999999-0300'],
  ])('is read from %s', (_, value) => {
    expect(readSentAt(value, arrivedAt)).toEqual({ sentAt: sent });
  });

  it.each<[string, unknown]>([
    ['seconds', second],
    ['seconds in digits', String(second)],
    ['an instant without a fraction', '2026-11-22T04:59:58Z'],
  ])('is known to the second only from %s', (_, value) => {
    expect(readSentAt(value, arrivedAt)).toEqual({ sentAt: second * 1000, uncertain: 999 });
  });

  it('is not rounded into the next millisecond', () => {
    // Read as a number, 1795323598766999999 is 1795323598767000064.
    expect(readSentAt('1795323598766999999', arrivedAt)).toEqual({ sentAt: 1795323598766 });
  });

  it('sorts right, whichever way each of a conversation was written', () => {
    const written = [
      `${sent}000000`,
      '2026-11-22T04:59:59Z',
      second + 2,
      '2026-11-22T12:00:02.5+07:00',
      (sent + 9000) * 1000,
    ];
    const times = written.map(value => readSentAt(value, arrivedAt + day)?.sentAt ?? 0);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(new Set(times).size).toBe(written.length);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['zero', 0],
    ['an empty text', ''],
    ['a number of eleven digits', '17953235987'],
    ['a fraction of a second', 1.5],
    ['no number', Number.NaN],
    ['without end', Number.POSITIVE_INFINITY],
    ['less than nothing', -second],
    ['words', 'yesterday'],
    ['a clock without a zone', '2026-11-22T04:59:58'],
    ['a day', '2026-11-22'],
    ['a month that does not exist', '2026-13-22T04:59:58Z'],
    ['an hour that does not exist', '2026-11-22T25:59:58Z'],
    ['the year 2099', '2099-11-22T04:59:58Z'],
    ['seconds read as milliseconds', second / 1000],
    ['more than a day after it came', arrivedAt + day + 1],
    ['before there was such a chat', Date.UTC(2014, 11, 31)],
    ['a list', [second]],
    ['an object', { valueOf: () => second }],
  ])('is not read from %s', (_, value) => {
    expect(readSentAt(value, arrivedAt)).toBeNull();
  });
});
