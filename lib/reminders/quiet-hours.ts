import { clockTime, isInsideHours, localDay } from '../rates/local-day';
import type { QuietHours } from '../settings/reminding';

/** Whether nothing is to be said at `now` (ms). */
export function isQuiet(now: number, quiet: QuietHours | null): boolean {
  return quiet !== null && isInsideHours(now, quiet, quiet.zone);
}

/** The instant (ms) at which it is no longer quiet; `null` where it is not quiet at `now`, or always. */
export function quietEnd(now: number, quiet: QuietHours | null): number | null {
  if (!quiet || !isQuiet(now, quiet)) return null;
  const today = localDay(now, quiet.zone);
  const tomorrow = localDay(today.end, quiet.zone);
  const ends = [today, tomorrow].map(day => clockTime(day, quiet.to, quiet.zone));
  return ends.find(end => end > now && !isQuiet(end, quiet)) ?? null;
}
