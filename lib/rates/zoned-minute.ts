import { tz } from '@date-fns/tz';
import { format } from 'date-fns/format';
import { parse } from 'date-fns/parse';

const pattern = "yyyy-MM-dd'T'HH:mm";

/** The minute that clocks in `zone` (IANA) show at `at` (ms), as a date field has it: `2026-11-22T09:14`. */
export function minuteIn(at: number, zone: string): string {
  return format(at, pattern, { in: tz(zone) });
}

/**
 * The instant (ms) of such a minute; `null` where the text is none. A minute that a change of clocks skips is the one that
 * clocks show in its place.
 */
export function instantOfMinute(text: string, zone: string): number | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text)) return null;
  const at = parse(text, pattern, 0, { in: tz(zone) }).getTime();
  return Number.isFinite(at) ? at : null;
}
