import type { Rule } from '../rules/rule';
import { type LocalDay, localDay, localDayBefore } from './local-day';

/** Whole local days, the first and the last. */
export interface Window {
  readonly from: LocalDay;
  readonly to: LocalDay;
}

/** A rule's window at `now` (ms): today and the days before it, in the rule's zone. Design section 6, point 6. */
export function windowOf({ window, zone }: Pick<Rule, 'window' | 'zone'>, now: number): Window {
  return { from: localDayBefore(now, window.days - 1, zone), to: localDay(now, zone) };
}

/** Whether what starts at `at` (ms) is of the window. */
export function isWithin({ from, to }: Window, at: number): boolean {
  return at >= from.start && at < to.end;
}
