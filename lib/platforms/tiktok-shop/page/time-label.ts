import { TZDateMini } from '@date-fns/tz';

/** `[at, at + uncertain]`, both in ms. */
export interface LabelTime {
  readonly at: number;
  readonly uncertain: number;
}

interface Day {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const clock = /^(上午|下午)?\s?(\d{1,2}):(\d{2})(?:\s([AP]M))?$/;
const days: readonly (readonly [RegExp, (found: RegExpExecArray, today: Day) => Day | null])[] = [
  [/^$/, (_, today) => today],
  [/^昨天\s$/, (_, today) => moved(today, -1)],
  [/^(\d{4})年(\d{1,2})月(\d{1,2})日\s$/, ([, y, m, d]) => ({ year: Number(y), month: Number(m), day: Number(d) })],
  [
    /^([A-Z][a-z]{2}) (\d{1,2}) $/,
    ([, month, day], today) => lastTime(months.indexOf(month ?? '') + 1, Number(day), today),
  ],
  [/^([A-Z][a-z]+day), $/, ([, name], today) => lastWeekday(weekdays.indexOf(name ?? ''), today)],
];

/**
 * When a time label of the page says that a message was sent (tiktok-shop.md section 2: `Sep 3 5:55 PM`,
 * `Tuesday, 4:55 AM`, `上午1:43`, `昨天 上午5:46`, `2025年9月16日 6:28`, `17:55`). `now` in ms; `zone` is the IANA zone of
 * the page's labels. `null` for any other text, a time that does not exist, and one that has not come yet.
 */
export function readTimeLabel(label: string, now: number, zone: string): LabelTime | null {
  const text = label.trim();
  const from = text.search(/(?:上午|下午)?\s?\d{1,2}:\d{2}/);
  if (from < 0 || text.length > 40) return null;
  const time = readClock(text.slice(from).trim());
  const today = dayOf(now, zone);
  if (!time || !today) return null;
  // A blank before the clock belongs to the day's part.
  const before = text.slice(0, from) + (/^\s/.test(text.slice(from)) ? ' ' : '');
  for (const [pattern, dayFrom] of days) {
    const found = pattern.exec(before);
    if (!found) continue;
    const day = dayFrom(found, today);
    return day && instantOf(day, time, now, zone);
  }
  return null;
}

function readClock(text: string): { hour: number; minute: number } | null {
  const [, before, h, m, after] = clock.exec(text) ?? [];
  const hour = Number(h ?? 24);
  const minute = Number(m ?? 60);
  if (minute > 59 || hour > 23 || (before && after)) return null;
  const half = before ?? after;
  if (!half) return { hour, minute };
  if (hour < 1 || hour > 12) return null;
  return { hour: (hour % 12) + (half === '下午' || half === 'PM' ? 12 : 0), minute };
}

function instantOf(day: Day, { hour, minute }: { hour: number; minute: number }, now: number, zone: string) {
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

function dayOf(ms: number, zone: string): Day | null {
  const date = new TZDateMini(ms, zone);
  const year = date.getFullYear();
  return Number.isNaN(year) ? null : { year, month: date.getMonth() + 1, day: date.getDate() };
}

/** Calendar arithmetic without a zone: UTC has no days of 23 hours. */
function moved({ year, month, day }: Day, by: number): Day {
  const date = new Date(Date.UTC(year, month - 1, day + by));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function lastTime(month: number, day: number, today: Day): Day | null {
  if (month < 1) return null;
  const later = month > today.month || (month === today.month && day > today.day);
  return { year: later ? today.year - 1 : today.year, month, day };
}

/** One to six days ago. Today's own name is not guessed at: it may mean today or a week ago. */
function lastWeekday(weekday: number, today: Day): Day | null {
  const back = (new Date(Date.UTC(today.year, today.month - 1, today.day)).getUTCDay() - weekday + 7) % 7;
  return weekday < 0 || back === 0 ? null : moved(today, -back);
}
