import { tz } from '@date-fns/tz';
import { getHours } from 'date-fns/getHours';
import type { Weekday } from '../rules/rule';
import { localDay } from './local-day';

/** Where in the week an instant falls, by the clocks of a zone. */
export interface LocalHour {
  /** 0 to 23; on the day that has one twice, both. */
  readonly hour: number;
  /** 1 is Monday. */
  readonly weekday: Weekday;
}

const hourMs = 3_600_000;

/** The hour and weekday of the instant `at` (ms) in `zone` (IANA). Throws a RangeError on an unknown zone. */
export function localHour(at: number, zone: string): LocalHour {
  const { key, start, end } = localDay(at, zone);
  // Asked of every unit of a quarter; only a day on which clocks move has to be looked up hour by hour.
  const hour = end - start === 24 * hourMs ? Math.floor((at - start) / hourMs) : getHours(at, { in: tz(zone) });
  return { hour, weekday: weekdayOf(key) };
}

/** The weekday of an ISO day, on whose noon in Greenwich it is that day there too. */
const weekdayOf = (day: string) => (((new Date(`${day}T12:00Z`).getUTCDay() + 6) % 7) + 1) as Weekday;
