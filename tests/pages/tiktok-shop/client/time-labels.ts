import type { Language, PageLook } from './look.ts';

type Clock = Pick<PageLook, 'language' | 'timeZone' | 'now'>;

/** Making a formatter costs more than using it a thousand times. */
const made = new Map<string, Intl.DateTimeFormat>();

const locales = { en: 'en-US', id: 'id-ID', zh: 'zh-CN' } satisfies Record<Language, string>;

/**
 * A message's label: minutes only, in the page's language and zone. Measured forms: `Sep 3 5:55 PM`,
 * `Tuesday, 4:55 AM`, `上午1:43`, `昨天 上午5:46`, `2025年9月16日 6:28`; the rest follow their pattern.
 */
export function messageLabel(at: number, clock: Clock): string {
  const { language } = clock;
  const format = (options: Intl.DateTimeFormatOptions) => formatted(at, clock, options);
  const time = timeOfDay(at, clock);
  const days = daysBetween(at, clock.now(), clock);
  if (days === 0) return time;
  if (days === 1) return { en: `Yesterday, ${time}`, id: `Kemarin, ${time}`, zh: `昨天 ${time}` }[language];
  if (days > 1 && days < 7) return `${format({ weekday: 'long' })}${language === 'zh' ? ' ' : ', '}${time}`;
  if (format({ year: 'numeric' }) === formatted(clock.now(), clock, { year: 'numeric' })) {
    return `${format({ month: 'short', day: 'numeric' })} ${time}`;
  }
  const date = format({ year: 'numeric', month: language === 'zh' ? 'long' : 'short', day: 'numeric' });
  return `${date} ${language === 'zh' ? formatted(at, clock, { hour: 'numeric', minute: '2-digit', hour12: false }) : time}`;
}

/** A row's label: `HH:MM` today, a short date before. */
export function rowLabel(at: number, clock: Clock): string {
  const today = daysBetween(at, clock.now(), clock) === 0;
  if (!today) return formatted(at, clock, { day: '2-digit', month: '2-digit' });
  return formatted(at, clock, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).replace('.', ':');
}

function timeOfDay(at: number, clock: Clock): string {
  if (clock.language === 'id') return formatted(at, clock, { hour: '2-digit', minute: '2-digit' });
  const text = formatted(at, clock, { hour: 'numeric', minute: '2-digit', hour12: true });
  // Newer engines put a narrow space before AM and PM; the page shows a plain one.
  return text.replace(/\s/g, ' ');
}

function daysBetween(at: number, now: number, clock: Clock): number {
  return Math.round((dayOf(now, clock) - dayOf(at, clock)) / 86_400_000);
}

function dayOf(at: number, { timeZone }: Clock): number {
  return Date.parse(formatter('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at));
}

function formatted(at: number, { language, timeZone }: Clock, options: Intl.DateTimeFormatOptions): string {
  return formatter(locales[language], { ...options, timeZone }).format(at);
}

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const known = made.get(key) ?? new Intl.DateTimeFormat(locale, options);
  made.set(key, known);
  return known;
}
