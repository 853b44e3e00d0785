/**
 * The minute that the seller's own clocks show at `at` (ms), as a date field has it: `2026-11-22T09:14`. Made without the
 * arithmetic of zones, which would weigh more than all else in the popup that needs it.
 */
export function localMinute(at: number): string {
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  const day = [String(date.getFullYear()).padStart(4, '0'), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The instant (ms) of such a minute; `null` where the text is none. One that a change of clocks skips is the one after it. */
export function instantOfLocal(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text)) return null;
  // Without a zone behind it, it is read by the host's own.
  const at = new Date(text).getTime();
  return Number.isFinite(at) ? at : null;
}
