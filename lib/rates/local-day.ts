import { TZDate, tz } from '@date-fns/tz';
import { addDays } from 'date-fns/addDays';
import { formatISO } from 'date-fns/formatISO';
import { set } from 'date-fns/set';
import { startOfDay } from 'date-fns/startOfDay';
import type { Rule } from '../rules/rule';

/** A calendar day in a zone, as instants (ms): `[start, end)`. 23, 24 or 25 hours long. */
export interface LocalDay {
  /** `2026-03-10`. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

// A zone look-up costs more than all else that is done with a message, and a history asks for the same days again and
// again: those that touch a day of UTC, by zone and that day.
const found = new Map<string, Map<number, readonly LocalDay[]>>();
/** The days of ten years; forgotten all at once, zone by zone. */
const foundLimit = 4000;

/** The local day of `zone` (IANA) in which the instant `at` (ms) falls. Throws a RangeError on an unknown zone. */
export function localDay(at: number, zone: string): LocalDay {
  const near = found.get(zone) ?? new Map<number, readonly LocalDay[]>();
  const utcDay = Math.floor(at / 86_400_000);
  const days = near.get(utcDay) ?? [];
  const known = days.find(({ start, end }) => at >= start && at < end);
  if (known) return known;
  const start = startOfDay(at, { in: tz(zone) });
  // Where clocks go forward at midnight a day begins at one, and a day later at one is not where the next begins.
  const end = startOfDay(addDays(start, 1));
  const day = { key: formatISO(start, { representation: 'date' }), start: start.getTime(), end: end.getTime() };
  if (near.size >= foundLimit) near.clear();
  near.set(utcDay, [...days, day]);
  found.set(zone, near);
  return day;
}

/** The day of `zone` that is written `2026-03-10`; `null` for what names no day. */
export function localDayNamed(key: string, zone: string): LocalDay | null {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(key)?.map(Number) ?? [];
  if (year === undefined || month === undefined || date === undefined) return null;
  // At noon, which every day of every zone has once.
  const day = localDay(new TZDate(year, month - 1, date, 12, zone).getTime(), zone);
  return day.key === key ? day : null;
}

/** The day that lies `days` calendar days before the one of `at`. */
export function localDayBefore(at: number, days: number, zone: string): LocalDay {
  const start = addDays(startOfDay(at, { in: tz(zone) }), -days);
  return localDay(start.getTime(), zone);
}

/** Whether `at` (ms) is inside a rule's hours: half-open, `24:00` is the day's end, and they may cross midnight. */
export function isInsideHours(at: number, hours: NonNullable<Rule['hours']>, zone: string): boolean {
  const day = localDay(at, zone);
  const from = clockTime(day, hours.from, zone);
  const to = clockTime(day, hours.to, zone);
  return from <= to ? at >= from && at < to : at >= from || at < to;
}

const clock = new Map<string, number>();

/** The instant (ms) at which a clock in `zone` shows `HH:MM` on that day; `24:00` is the day's end. */
export function clockTime(day: LocalDay, time: string, zone: string): number {
  const key = `${zone} ${day.start} ${time}`;
  const known = clock.get(key);
  if (known !== undefined) return known;
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const at =
    hours === 24
      ? day.end
      : set(day.start, { hours, minutes, seconds: 0, milliseconds: 0 }, { in: tz(zone) }).getTime();
  // The days of a window times two; a year of them is still small, and nothing older is asked twice.
  if (clock.size > 1000) clock.clear();
  clock.set(key, at);
  return at;
}
