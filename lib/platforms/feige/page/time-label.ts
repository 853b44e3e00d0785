import type { VagueInstant } from '../../../chat/vague-instant';
import { type Day, dayOf, instantOf, lastTime, moved } from '../../label-instant';

/** A text that ends in a clock time: a label, or what may be one of a form that is not known. */
export const looksLikeLabel = (text: string): boolean => text.length <= 20 && /(?:^|\D)\d{1,2}:\d{2}$/.test(text);

const label = /^(?:(昨天)|(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日)?\s*(\d{1,2}):(\d{2})$/;

/** The clock of the page may go so far (ms) before ours. */
const aheadMs = 60_000;

/**
 * When a time label says that a message was sent: `07:51`, `6月20日 07:51` (feige.md section 2); `昨天` and a year as its
 * sister product writes them (tiktok-shop.md section 2). It was seen at `now`, ms, and so sent by then. `zone`: IANA.
 * `null` for any other text and for a time that does not exist or has not come yet.
 */
export function readTimeLabel(text: string, now: number, zone: string): VagueInstant | null {
  const [, yesterday, year, month, dayOfMonth, h, m] = label.exec(text.trim()) ?? [];
  const [hour, minute] = [Number(h ?? 24), Number(m ?? 60)];
  const today = dayOf(now, zone);
  if (!today || hour > 23 || minute > 59) return null;
  const day = dayFrom({ yesterday, year, month, dayOfMonth }, today);
  const minuteOf = day && instantOf(day, { hour, minute }, now + aheadMs, zone);
  return minuteOf && { at: minuteOf.at, uncertain: Math.min(minuteOf.uncertain, Math.max(0, now - minuteOf.at)) };
}

type Named = Readonly<Record<'yesterday' | 'year' | 'month' | 'dayOfMonth', string | undefined>>;

function dayFrom({ yesterday, year, month, dayOfMonth }: Named, today: Day): Day | null {
  if (yesterday !== undefined) return moved(today, -1);
  if (month === undefined) return today;
  const [monthNumber, day] = [Number(month), Number(dayOfMonth)];
  return year === undefined ? lastTime(monthNumber, day, today) : { year: Number(year), month: monthNumber, day };
}
