import type { Locale } from './locale';

/** How a language writes a time of day that a rule or a setting holds as `08:00`: "08:00", in Indonesian "08.00". */
export function timeOfDayIn(locale: Locale) {
  const clock = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  });
  const between = clock.formatToParts(0).find(({ type }) => type === 'literal')?.value ?? ':';
  // Put together and not formatted: the end of a day is 24:00, which no date has.
  return (time: string): string => time.replace(':', between);
}
