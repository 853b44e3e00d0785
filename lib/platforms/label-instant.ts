import { TZDateMini } from '@date-fns/tz';
import type { VagueInstant } from '../chat/vague-instant';

/** A calendar day of some zone. */
export interface Day {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
}

export interface Clock {
  readonly hour: number;
  readonly minute: number;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/**
 * The minute that a page's label means, in ms; `now`, ms, bounds it. `null` for a time that does not exist, and for one
 * that has not come yet.
 */
export function instantOf(day: Day, { hour, minute }: Clock, now: number, zone: string): VagueInstant | null {
  const at = new TZDateMini(day.year, day.month - 1, day.day, hour, minute, zone).getTime();
  const reads = (ms: number): boolean => {
    const back = new TZDateMini(ms, zone);
    return (
      back.getFullYear() === day.year &&
      back.getMonth() === day.month - 1 &&
      back.getDate() === day.day &&
      back.getHours() === hour &&
      back.getMinutes() === minute
    );
  };
  // 31 February, and the hour that a change of clocks leaves out.
  if (!reads(at)) return null;
  // The hour that comes twice: it may be either, so the time is that much less certain.
  const first = reads(at - hourMs) ? at - hourMs : at;
  const last = reads(at + hourMs) && at + hourMs <= now ? at + hourMs : at;
  return first > now ? null : { at: first, uncertain: last - first + minuteMs - 1 };
}

/** The day that it is at `ms` in a zone (IANA); `null` for a zone that there is none of. */
export function dayOf(ms: number, zone: string): Day | null {
  const date = new TZDateMini(ms, zone);
  const year = date.getFullYear();
  return Number.isNaN(year) ? null : { year, month: date.getMonth() + 1, day: date.getDate() };
}

/** Calendar arithmetic without a zone: UTC has no days of 23 hours. */
export function moved({ year, month, day }: Day, by: number): Day {
  const date = new Date(Date.UTC(year, month - 1, day + by));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The newest day of this month and number that is not after `today`. */
export function lastTime(month: number, day: number, today: Day): Day | null {
  if (month < 1) return null;
  const later = month > today.month || (month === today.month && day > today.day);
  return { year: later ? today.year - 1 : today.year, month, day };
}
