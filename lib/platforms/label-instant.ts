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
const halfDayMs = 12 * 60 * minuteMs;

/**
 * The minute that a page's label means, in ms; `now`, ms, bounds it. `null` for a time that does not exist, and for one
 * that has not come yet.
 */
export function instantOf(day: Day, { hour, minute }: Clock, now: number, zone: string): VagueInstant | null {
  const midnight = Date.UTC(day.year, day.month - 1, day.day);
  // 31 February.
  if (new Date(midnight).getUTCDate() !== day.day || new Date(midnight).getUTCMonth() !== day.month - 1) return null;
  const shown = midnight + (hour * 60 + minute) * minuteMs;
  // A zone may change its clocks that day: what the label shows is tried with the difference before and after.
  const tries = [shown - halfDayMs, shown + halfDayMs].map(
    near => shown - ((wallClock(near, zone) ?? Number.NaN) - near),
  );
  // None in the hour that a change of clocks leaves out.
  const instants = tries.filter(at => wallClock(at, zone) === shown);
  const first = Math.min(...instants);
  if (first > now) return null;
  // The hour that comes twice: it may be either, so the time is that much less certain.
  const last = Math.max(...instants.filter(at => at <= now));
  return { at: first, uncertain: last - first + minuteMs - 1 };
}

/** The day that it is at `ms` in a zone (IANA); `null` for a zone that there is none of. */
export function dayOf(ms: number, zone: string): Day | null {
  const wall = wallClock(ms, zone);
  return wall === null ? null : dayAt(new Date(wall));
}

/** Calendar arithmetic without a zone: UTC has no days of 23 hours. */
export function moved({ year, month, day }: Day, by: number): Day {
  return dayAt(new Date(Date.UTC(year, month - 1, day + by)));
}

/** The newest day of this month and number that is not after `today`. */
export function lastTime(month: number, day: number, today: Day): Day | null {
  if (month < 1) return null;
  const later = month > today.month || (month === today.month && day > today.day);
  return { year: later ? today.year - 1 : today.year, month, day };
}

const dayAt = (date: Date): Day => ({
  year: date.getUTCFullYear(),
  month: date.getUTCMonth() + 1,
  day: date.getUTCDate(),
});

const clocks = new Map<string, Intl.DateTimeFormat>();

/**
 * What a clock on the wall of a zone shows at `ms`, to the second, as if it hung in UTC. Asked of the browser itself: a
 * library for it weighs more than all that a label needs.
 */
function wallClock(ms: number, zone: string): number | null {
  try {
    const clock = clocks.get(zone) ?? clockOf(zone);
    clocks.set(zone, clock);
    const parts = new Map(clock.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
    const [year = Number.NaN, month = 1, ...rest] = (['year', 'month', 'day', 'hour', 'minute', 'second'] as const).map(
      part => parts.get(part),
    );
    return Date.UTC(year, month - 1, ...rest.map(value => value ?? 0));
  } catch {
    return null;
  }
}

const clockOf = (timeZone: string) =>
  new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
