import type { Rule, Weekday } from '../rules/rule';
import type { CostlyUnit } from './costs-of';
import { localHour } from './local-hour';
import { isCostly } from './parts-of';

/** What buyers asked in one hour of the week, and how much of it was answered too late or not at all. */
export interface WeekHour {
  readonly weekday: Weekday;
  /** 0 to 23, in the rule's zone. */
  readonly hour: number;
  /** All that began then, whether it counts or not. */
  readonly asked: number;
  readonly costly: number;
}

/** The week's 168 hours, Monday at 00:00 first. */
export function weekOf(units: readonly CostlyUnit[], rule: Pick<Rule, 'zone' | 'target'>): WeekHour[] {
  const hours = weekdays.flatMap(weekday =>
    Array.from({ length: 24 }, (_, hour) => ({ weekday, hour, asked: 0, costly: 0 })),
  );
  for (const { start, verdict } of units) {
    const { weekday, hour } = localHour(start, rule.zone);
    const found = hours[(weekday - 1) * 24 + hour];
    if (!found) continue;
    found.asked += 1;
    if (isCostly(verdict, rule)) found.costly += 1;
  }
  return hours;
}

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
