import type { PageLook } from './look.ts';
import { wordsOf } from './words.ts';

type Clock = Pick<PageLook, 'language' | 'timeZone' | 'now'>;

/** Making a formatter costs more than using it a thousand times. */
const made = new Map<string, Intl.DateTimeFormat>();

/** `HH:MM` in the market's zone: all that a message says of its time. */
export function clockTime(at: number, { timeZone }: Pick<Clock, 'timeZone'>): string {
  return formatted(at, 'en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
}

export function dayName(at: number, { language, timeZone }: Pick<Clock, 'language' | 'timeZone'>): string {
  return formatted(at, wordsOf(language).day, { day: 'numeric', month: 'short', year: 'numeric', timeZone });
}

/** A row's label: the time of today, a day before. */
export function rowTime(at: number, clock: Clock): string {
  const day = dayName(at, clock);
  return day === dayName(clock.now(), clock) ? clockTime(at, clock) : day;
}

/** Nothing for what is no time: the page shows what it was given, whatever that is. */
function formatted(at: number, locale: string, options: Intl.DateTimeFormatOptions): string {
  if (!Number.isFinite(at)) return '';
  const key = locale + JSON.stringify(options);
  const known = made.get(key) ?? new Intl.DateTimeFormat(locale, options);
  made.set(key, known);
  return known.format(at);
}
