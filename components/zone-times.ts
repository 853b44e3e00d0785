import type { Text } from '@/lib/i18n/text-in';
import type { Weekday } from '@/lib/rules/rule';

/** Moments and days as clocks and calendars of a zone (IANA) show them, in the page's language. */
export interface ZoneTimes {
  /** "24 Nov, 09:14". */
  moment(at: number): string;
  /** "24 Nov 2026". */
  day(at: number): string;
  /** "24 Nov". */
  shortDay(at: number): string;
  weekday(day: Weekday): string;
  shortWeekday(day: Weekday): string;
  /** "09:00". */
  hour(hour: number): string;
}

const known = new Map<string, ZoneTimes>();

export function zoneTimes({ locale, timeOfDay }: Pick<Text, 'locale' | 'timeOfDay'>, zone: string): ZoneTimes {
  const key = `${locale} ${zone}`;
  const before = known.get(key);
  if (before) return before;
  const format = (options: Intl.DateTimeFormatOptions, timeZone = zone) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone });
  const moments = format({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const days = format({ day: 'numeric', month: 'short', year: 'numeric' });
  const shortDays = format({ day: 'numeric', month: 'short' });
  const [weekdays, shortWeekdays] = [format({ weekday: 'long' }, 'UTC'), format({ weekday: 'short' }, 'UTC')];
  const times: ZoneTimes = {
    moment: at => moments.format(at),
    day: at => days.format(at),
    shortDay: at => shortDays.format(at),
    weekday: day => weekdays.format(mondayNoon + (day - 1) * 86_400_000),
    shortWeekday: day => shortWeekdays.format(mondayNoon + (day - 1) * 86_400_000),
    hour: hour => timeOfDay(`${String(hour).padStart(2, '0')}:00`),
  };
  known.set(key, times);
  return times;
}

/** A Monday, at noon in UTC. */
const mondayNoon = Date.UTC(2024, 0, 1, 12);
