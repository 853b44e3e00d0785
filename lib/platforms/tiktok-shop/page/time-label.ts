import type { VagueInstant } from '../../../chat/vague-instant';
import { type Clock, type Day, dayOf, instantOf, lastTime, moved } from '../../label-instant';

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
export function readTimeLabel(label: string, now: number, zone: string): VagueInstant | null {
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

function readClock(text: string): Clock | null {
  const [, before, h, m, after] = clock.exec(text) ?? [];
  const hour = Number(h ?? 24);
  const minute = Number(m ?? 60);
  if (minute > 59 || hour > 23 || (before && after)) return null;
  const half = before ?? after;
  if (!half) return { hour, minute };
  if (hour < 1 || hour > 12) return null;
  return { hour: (hour % 12) + (half === '下午' || half === 'PM' ? 12 : 0), minute };
}

/** One to six days ago. Today's own name is not guessed at: it may mean today or a week ago. */
function lastWeekday(weekday: number, today: Day): Day | null {
  const back = (new Date(Date.UTC(today.year, today.month - 1, today.day)).getUTCDay() - weekday + 7) % 7;
  return weekday < 0 || back === 0 ? null : moved(today, -back);
}
