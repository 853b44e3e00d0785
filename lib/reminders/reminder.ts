import type { LoggedReminder } from '../log/log-db';
import type { WaitingRound } from '../rates/deadlines';
import type { Holidays } from '../rates/verdict';
import { type ChosenLeads, leadsOf } from '../rules/leads';
import type { Rule } from '../rules/rule';
import type { Clocked, Named } from './clocked';

/** What is said of one buyer who waits, or of one case. */
export interface Reminder extends LoggedReminder {
  /** His name, or its label. */
  readonly buyer?: string;
}

/** The rules whose deadlines a shop is reminded of, and when it is closed. */
export interface ReminderRules {
  readonly rules: readonly Rule[];
  readonly holidays: Holidays;
}

/** Seconds before a deadline; `passed`: after it; `promised`: of a promise; `snooze…`: when a snooze was over. */
export type Threshold = number | 'passed' | 'promised' | `snooze${number}`;

/** Names shop, conversation, round, rule and threshold: what has fired once does not fire again. */
export function reminderKey({ shop, conversation, id }: Named, rule: string, threshold: Threshold): string {
  return [shop, conversation, id, rule, threshold].join(' ');
}

/** Every key that may have fired for these rounds, but for those of snoozes, which end with their row. */
export function keysOf(
  waiting: readonly WaitingRound[],
  rulesOf: (shop: WaitingRound['shop']) => ReminderRules,
  chosen: ChosenLeads,
): string[] {
  return waiting.flatMap(round => rulesOf(round.shop).rules.flatMap(rule => keysUnder(round, rule, chosen)));
}

/** The same of cases. */
export function keysOfCases(cases: readonly Clocked[], chosen: ChosenLeads): string[] {
  return cases.flatMap(one => one.deadlines.flatMap(({ rule }) => keysUnder(one, rule, chosen)));
}

const keysUnder = (one: Named, rule: Pick<Rule, 'id' | 'limit'>, chosen: ChosenLeads): string[] =>
  [...leadsOf(rule, chosen), 'passed' as const].map(threshold => reminderKey(one, rule.id, threshold));

/** The key of what is said of a promise: it belongs to no rule. */
export const promiseKey = (round: WaitingRound): string => reminderKey(round, '-', 'promised');

const ranks = { ahead: 0, waits: 1, promised: 2, passed: 3 } satisfies Record<Reminder['is'], number>;

/** What can still be met before what passed; of those the nearest, of these the newest first. */
export function mostUrgentFirst(a: Reminder, b: Reminder): number {
  if (a.is !== b.is) return ranks[a.is] - ranks[b.is];
  const [one, other] = [a.deadline ?? 0, b.deadline ?? 0];
  return a.is === 'ahead' ? one - other : other - one;
}
