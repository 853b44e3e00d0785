import type { PublishedRule } from '../rules/rule';
import { localDayBefore } from './local-day';
import { localHour } from './local-hour';
import type { Window } from './window';

/** When a rule is judged next, and over which days. */
export interface NextJudgement {
  /** ms. */
  readonly at: number;
  readonly window: Window;
}

/**
 * When a rule that is judged on a weekday is judged next after `now` (ms); `null` for one that is not.
 *
 * "Judged Mondays, last 7 days" (Vietnam, rules.md section 2, one source) says neither hour nor which days. We read: as
 * Monday begins in the rule's zone, over the seven whole days before it, last Monday to Sunday. The figure shown from day
 * to day counts today instead, as every window does, so that on Sundays the two are over the same days.
 */
export function nextJudgement(
  { judged, zone, window: { days } }: Pick<PublishedRule, 'judged' | 'zone' | 'window'>,
  now: number,
): NextJudgement | null {
  if (judged?.weekday === undefined) return null;
  for (let ahead = 1; ahead <= 7; ahead++) {
    const day = localDayBefore(now, -ahead, zone);
    if (localHour(day.start, zone).weekday !== judged.weekday) continue;
    const window = { from: localDayBefore(day.start, days, zone), to: localDayBefore(day.start, 1, zone) };
    return { at: day.start, window };
  }
  return null;
}
