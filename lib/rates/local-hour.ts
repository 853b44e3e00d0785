import { tz } from '@date-fns/tz';
import { getHours, getISODay } from 'date-fns';
import type { Weekday } from '../rules/rule';

/** Where in the week an instant falls, by the clocks of a zone. */
export interface LocalHour {
  /** 0 to 23; on the day that has one twice, both. */
  readonly hour: number;
  /** 1 is Monday. */
  readonly weekday: Weekday;
}

/** Every zone's clocks have moved by whole quarters of an hour since 1972, so within one (ms) the hour stays. */
const quarterMs = 900_000;

const known = new Map<string, LocalHour>();

/** The hour and weekday of the instant `at` (ms) in `zone` (IANA). Throws a RangeError on an unknown zone. */
export function localHour(at: number, zone: string): LocalHour {
  const quarter = Math.floor(at / quarterMs);
  const key = `${zone} ${quarter}`;
  const before = known.get(key);
  if (before) return before;
  const clock = { in: tz(zone) };
  const start = quarter * quarterMs;
  // date-fns types the ISO weekday as any number; it is 1 to 7.
  const found = { hour: getHours(start, clock), weekday: getISODay(start, clock) as Weekday };
  // The quarters of a window of 90 days.
  if (known.size > 9000) known.clear();
  known.set(key, found);
  return found;
}
