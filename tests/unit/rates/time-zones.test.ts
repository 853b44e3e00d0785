import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInsideHours, localDay, localDayBefore, localDayNamed } from '@/lib/rates/local-day';
import { localHour } from '@/lib/rates/local-hour';
import { type PlainChat, rateOf } from '@/lib/rates/rate-of';
import { windowOf } from '@/lib/rates/window';
import type { Rule } from '@/lib/rules/rule';
import { observationsOf } from '../log/logged-from';
import { MemoryLog } from '../log/memory-log';

// Every instant is written with its offset: nothing here may depend on where the computer stands.
const at = (text: string) => Date.parse(text);
const hour = 3_600_000;
const [pacific, jakarta, vietnam, china, samoa] = [
  'America/Los_Angeles',
  'Asia/Jakarta',
  'Asia/Ho_Chi_Minh',
  'Asia/Shanghai',
  'Pacific/Apia',
];

describe('a local day', () => {
  it.each([
    [pacific, '2026-03-07T12:00:00-08:00', '2026-03-07', 24],
    [pacific, '2026-03-08T12:00:00-07:00', '2026-03-08', 23],
    [pacific, '2026-11-01T12:00:00-08:00', '2026-11-01', 25],
    [pacific, '2026-11-02T12:00:00-08:00', '2026-11-02', 24],
    [jakarta, '2026-03-08T12:00:00+07:00', '2026-03-08', 24],
    [vietnam, '2026-11-01T12:00:00+07:00', '2026-11-01', 24],
    [china, '2026-11-01T12:00:00+08:00', '2026-11-01', 24],
    // Samoa crossed the date line: the 29th was followed by the 31st. Its clocks went back on 4 April 2021 for the last time.
    [samoa, '2011-12-29T12:00:00-10:00', '2011-12-29', 24],
    [samoa, '2011-12-31T12:00:00+14:00', '2011-12-31', 24],
    [samoa, '2012-04-01T12:00:00+13:00', '2012-04-01', 25],
    [samoa, '2021-04-04T12:00:00+13:00', '2021-04-04', 25],
    [samoa, '2026-04-05T12:00:00+13:00', '2026-04-05', 24],
    // Midnight itself did not exist.
    ['America/Sao_Paulo', '2018-11-04T12:00:00-02:00', '2018-11-04', 23],
  ])('of %s at %s is %s and has %i hours', (zone, instant, key, hours) => {
    const day = localDay(at(instant), zone);
    expect([day.key, (day.end - day.start) / hour]).toEqual([key, hours]);
    expect(localDay(day.end, zone).start).toBe(day.end);
    expect(localDay(day.end - 1, zone)).toEqual(day);
    expect(localDay(day.start - 1, zone).end).toBe(day.start);
  });

  it('begins and ends at the same instants wherever it is asked for in between, in any order', () => {
    for (const zone of [pacific, jakarta, vietnam, china, samoa]) {
      for (const from of [at('2026-03-06T00:00:00Z'), at('2026-10-30T00:00:00Z'), at('2011-12-28T00:00:00Z')]) {
        const instants = Array.from({ length: 24 * 5 }, (_, index) => from + index * hour);
        const forward = instants.map(instant => localDay(instant, zone));
        const back = instants.toReversed().map(instant => localDay(instant, zone));
        expect(back.reverse()).toEqual(forward);
        forward.forEach((day, index) => {
          const instant = instants[index] ?? 0;
          expect([day.start <= instant, instant < day.end]).toEqual([true, true]);
        });
      }
    }
  });

  it('some days back is by the calendar, not by hours', () => {
    expect(localDayBefore(at('2026-03-09T00:30:00-07:00'), 1, pacific).key).toBe('2026-03-08');
    expect(localDayBefore(at('2026-03-09T00:30:00-07:00'), 2, pacific).key).toBe('2026-03-07');
    expect(localDayBefore(at('2026-11-02T23:30:00-08:00'), 1, pacific).key).toBe('2026-11-01');
    expect(localDayBefore(at('2012-01-01T12:00:00+14:00'), 1, samoa).key).toBe('2011-12-31');
    expect(localDayBefore(at('2012-01-01T12:00:00+14:00'), 3, samoa).key).toBe('2011-12-29');
  });
});

describe("a rule's hours", () => {
  const day = { from: '08:00', to: '23:00' };
  const night = { from: '22:00', to: '06:00' };
  it.each<[string, Rule['hours'] & object, string, boolean]>([
    [pacific, day, '2026-03-08T07:59:59.999-07:00', false],
    [pacific, day, '2026-03-08T08:00:00-07:00', true],
    [pacific, day, '2026-03-08T22:59:59.999-07:00', true],
    [pacific, day, '2026-03-08T23:00:00-07:00', false],
    [pacific, day, '2026-11-01T07:59:59.999-08:00', false],
    [pacific, day, '2026-11-01T08:00:00-08:00', true],
    [pacific, day, '2026-11-01T23:00:00-08:00', false],
    [pacific, night, '2026-03-08T05:59:59.999-07:00', true],
    [pacific, night, '2026-03-08T06:00:00-07:00', false],
    [pacific, night, '2026-11-01T05:59:59.999-08:00', true],
    [pacific, night, '2026-11-01T22:00:00-08:00', true],
    // From 2 to 3 there is no time on this day; from 1 to 2 there is twice as much on that.
    [pacific, { from: '02:00', to: '03:00' }, '2026-03-08T01:59:59.999-08:00', false],
    [pacific, { from: '02:00', to: '03:00' }, '2026-03-08T03:00:00-07:00', false],
    [pacific, { from: '01:00', to: '02:00' }, '2026-11-01T01:30:00-07:00', true],
    [pacific, { from: '01:00', to: '02:00' }, '2026-11-01T01:30:00-08:00', true],
    [pacific, { from: '01:00', to: '02:00' }, '2026-11-01T02:00:00-08:00', false],
    [china, day, '2026-03-08T08:00:00+08:00', true],
    [china, day, '2026-03-08T07:59:59.999+08:00', false],
    [samoa, { from: '00:00', to: '24:00' }, '2011-12-29T23:59:59.999-10:00', true],
    [samoa, night, '2011-12-31T00:00:00+14:00', true],
  ])('in %s, %j, at %s', (zone, hours, instant, inside) => {
    expect(isInsideHours(at(instant), hours, zone)).toBe(inside);
  });
});

it.each([
  [pacific, '2026-03-08T01:59:59-08:00', 1, 7],
  [pacific, '2026-03-08T03:00:00-07:00', 3, 7],
  [pacific, '2026-11-01T01:30:00-07:00', 1, 7],
  [pacific, '2026-11-01T01:30:00-08:00', 1, 7],
  [jakarta, '2026-03-09T00:00:00+07:00', 0, 1],
  [vietnam, '2026-03-08T23:59:59+07:00', 23, 7],
  [samoa, '2011-12-29T23:00:00-10:00', 23, 4],
  [samoa, '2011-12-31T00:00:00+14:00', 0, 6],
  ['Asia/Kathmandu', '2026-03-09T00:10:00+05:45', 0, 1],
])('in %s at %s it is the hour %i of weekday %i', (zone, instant, hourOfDay, weekday) => {
  expect(localHour(at(instant), zone)).toEqual({ hour: hourOfDay, weekday });
});

it('the hour and the weekday are those that clocks and calendars show, on days of a change too', () => {
  const zones = fc.constantFrom(pacific, jakarta, samoa, 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Asia/Beirut');
  const shownIn = (zone: string) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'short', hour: '2-digit', hourCycle: 'h23' });
  const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  const someday = fc.integer({ min: at('2024-01-01T00:00Z'), max: at('2027-01-01T00:00Z') });
  // Within hours of a change of clocks in Los Angeles, Lord Howe and Beirut.
  const nearChange = fc
    .tuple(
      fc.constantFrom(
        '2026-03-08T10:00Z',
        '2026-11-01T09:00Z',
        '2026-04-04T15:00Z',
        '2026-10-03T15:30Z',
        '2026-03-28T22:00Z',
      ),
      fc.integer({ min: -30 * hour, max: 30 * hour }),
    )
    .map(([change, away]) => at(change) + away);
  fc.assert(
    fc.property(zones, fc.oneof(someday, nearChange), (zone, instant) => {
      const parts = shownIn(zone).formatToParts(instant);
      const part = (type: string) => parts.find(one => one.type === type)?.value ?? '';
      const weekday = days.indexOf(part('weekday')) + 1;
      expect(localHour(instant, zone)).toEqual({ hour: Number(part('hour')), weekday });
    }),
    { numRuns: 1000 },
  );
});

describe('a rate', () => {
  const rule = (zone: string, more: Partial<Rule> = {}): Rule => ({
    id: 'test/rule',
    measure: 'share',
    limit: 43_200,
    unit: 'round',
    zone,
    window: { days: 2 },
    robot: 'ignored',
    excludes: [],
    target: 0.85,
    ...more,
  });
  const asked = (...instants: string[]): PlainChat[] =>
    instants.map((instant, index) => ({ id: `c${index}`, messages: [{ at: at(instant), by: 'buyer' }] }));

  /** By the reference and by the tallies. */
  const both = (chats: PlainChat[], by: Rule, now: number) => {
    const log = new MemoryLog({ rules: [by], holidays: [] });
    for (const message of observationsOf(chats)) log.record([message], message.sentAt);
    log.sweep(now);
    return [rateOf(chats, by, now), log.rate(by, now)];
  };

  // The window's first instant counts and the one before does not; of two days on either side of a change of clocks.
  it.each([
    [pacific, '2026-03-09T20:00:00-07:00', '2026-03-08T00:00:00-08:00', '2026-03-07T23:59:59.999-08:00'],
    [pacific, '2026-03-08T20:00:00-07:00', '2026-03-07T00:00:00-08:00', '2026-03-06T23:59:59.999-08:00'],
    [pacific, '2026-11-02T20:00:00-08:00', '2026-11-01T00:00:00-07:00', '2026-10-31T23:59:59.999-07:00'],
    [pacific, '2026-11-01T20:00:00-08:00', '2026-10-31T00:00:00-07:00', '2026-10-30T23:59:59.999-07:00'],
    [jakarta, '2026-03-09T20:00:00+07:00', '2026-03-08T00:00:00+07:00', '2026-03-07T23:59:59.999+07:00'],
    [vietnam, '2026-03-09T20:00:00+07:00', '2026-03-08T00:00:00+07:00', '2026-03-07T23:59:59.999+07:00'],
    [china, '2026-03-09T20:00:00+08:00', '2026-03-08T00:00:00+08:00', '2026-03-07T23:59:59.999+08:00'],
    [samoa, '2021-04-05T20:00:00+13:00', '2021-04-04T00:00:00+14:00', '2021-04-03T23:59:59.999+14:00'],
    // Today begins at one, and its window all the same at midnight.
    ['America/Sao_Paulo', '2018-11-04T20:00:00-02:00', '2018-11-03T00:00:00-03:00', '2018-11-02T23:59:59.999-03:00'],
    ['America/Sao_Paulo', '2018-11-05T20:00:00-02:00', '2018-11-04T01:00:00-02:00', '2018-11-03T23:59:59.999-03:00'],
    // The 30th did not exist, so that two days back from the 31st begin with it.
    [samoa, '2012-01-01T20:00:00+14:00', '2011-12-31T00:00:00+14:00', '2011-12-29T23:59:59.999-10:00'],
  ])('in %s at %s counts from %s on, and not %s', (zone, now, first, before) => {
    for (const rate of both(asked(first, before), rule(zone), at(now))) {
      expect(rate).toMatchObject({ counted: 1, missed: 1, pending: 0 });
    }
  });

  it('waits twelve hours by the clock on the wall of a stopwatch, over a night of eleven or thirteen', () => {
    const chats = asked('2026-03-07T20:00:00-08:00');
    for (const rate of both(chats, rule(pacific), at('2026-03-08T09:00:00-07:00'))) expect(rate.pending).toBe(1);
    for (const rate of both(chats, rule(pacific), at('2026-03-08T09:00:00.001-07:00'))) expect(rate.missed).toBe(1);
    const autumn = asked('2026-10-31T20:00:00-07:00');
    for (const rate of both(autumn, rule(pacific), at('2026-11-01T07:00:00-08:00'))) expect(rate.pending).toBe(1);
    for (const rate of both(autumn, rule(pacific), at('2026-11-01T07:00:00.001-08:00'))) expect(rate.missed).toBe(1);
  });

  it('has a version end with a day of its zone, not of the computer', () => {
    const by = rule(pacific, {
      earlier: [{ id: 'test/before', limit: 60, until: '2026-03-08' }],
    });
    const chats = asked('2026-03-08T23:59:59.999-07:00', '2026-03-09T00:00:00-07:00');
    for (const rate of both(chats, by, at('2026-03-09T08:00:00-07:00'))) {
      expect(rate).toMatchObject({ missed: 1, pending: 1 });
    }
  });

  it('has a window of thirty days that are not thirty times a day', () => {
    const { from, to } = windowOf(rule(pacific, { window: { days: 30 } }), at('2026-03-31T12:00:00-07:00'));
    expect([from.key, from.start, to.end]).toEqual([
      '2026-03-02',
      at('2026-03-02T00:00:00-08:00'),
      at('2026-04-01T00:00:00-07:00'),
    ]);
  });
});

describe('a day by its name', () => {
  it.each(['Asia/Jakarta', 'America/Sao_Paulo', 'Pacific/Kiritimati', 'Pacific/Niue', 'Asia/Beirut'])(
    'is the day that the calendar of %s calls so',
    zone => {
      // Clocks went forward at midnight in Beirut on 30 March 2025, and once did in São Paulo.
      for (const key of ['2026-03-10', '2025-03-30', '2018-11-04', '2024-02-29', '2026-12-31']) {
        const day = localDayNamed(key, zone);
        expect(day?.key).toBe(key);
        expect(localDay(day?.start ?? 0, zone)).toEqual(day);
      }
    },
  );

  it.each(['2026-02-29', '2026-13-01', '2026-3-1', 'yesterday', '', '2026-03-10T00:00'])('%j is none', key => {
    expect(localDayNamed(key, 'Asia/Jakarta')).toBeNull();
  });
});
