import type { MessageKey } from './i18n-for';
import type { Locale } from './locale';

type Say = (key: MessageKey, values: Readonly<Record<string, string>>) => string;

/** A moment on the seller's own clock, with its day in words when that is not today. */
export function clockIn(locale: Locale, t: Say) {
  const clocks = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const weekdays = new Intl.DateTimeFormat(locale, { weekday: 'short' });
  const dates = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
  // Days are counted on the calendar, not in steps of 24 hours: a day of a clock change has 23 or 25.
  const calendar = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' });
  const dayNumber = (at: number) => Date.parse(calendar.format(at)) / 86_400_000;

  return (at: number, now: number): string => {
    const clock = clocks.format(at);
    const away = dayNumber(at) - dayNumber(now);
    if (away === 0) return clock;
    if (away === 1) return t('time_tomorrow_clock', { clock });
    if (away === -1) return t('time_yesterday_clock', { clock });
    const day = Math.abs(away) < 7 ? weekdays.format(at) : dates.format(at);
    return t('time_other_clock', { day, clock });
  };
}
