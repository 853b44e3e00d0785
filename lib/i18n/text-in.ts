import { clockIn } from './clock-in';
import { durationsIn } from './durations-in';
import { type I18n, i18nFor } from './i18n-for';
import type { Locale } from './locale';
import { numbersIn } from './numbers-in';
import { timeOfDayIn } from './time-of-day-in';

const known = new Map<Locale, ReturnType<typeof create>>();

/**
 * Words, numbers and times of one language, whose catalogue was loaded before; without React, so that notifications speak
 * as the pages do.
 */
export function textIn(locale: Locale) {
  const before = known.get(locale);
  if (before) return before;
  const text = create(locale, i18nFor(locale));
  known.set(locale, text);
  return text;
}

function create(locale: Locale, { t, knows }: I18n) {
  const days = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
  const regions = new Intl.DisplayNames(locale, { type: 'region' });
  return {
    locale,
    t,
    knows,
    ...numbersIn(locale),
    ...durationsIn(locale),
    /** "14:32"; with "tomorrow", the weekday or the date when it is not today. */
    clock: clockIn(locale, t),
    /** "08:00", from the `08:00` of a rule; up to and with 24:00. */
    timeOfDay: timeOfDayIn(locale),
    /** "22 Nov 2026". */
    day: (at: number) => days.format(at),
    /** "22 Nov 2026, 09:14" on the clocks of a zone. */
    moment: (at: number, timeZone: string) =>
      new Intl.DateTimeFormat(locale, {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        timeZone,
      }).format(at),
    /** Sentences one after the other; Chinese puts no space between them. */
    sentences: (all: readonly string[]) => all.join(locale === 'zh-CN' ? '' : ' '),
    /** A market's country; `XX` serves several. */
    country: (code: string) => (code === 'XX' ? t('market_crossBorder_name') : (regions.of(code) ?? code)),
  };
}

export type Text = ReturnType<typeof textIn>;
