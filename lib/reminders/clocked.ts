import { caseEnd, caseOwner, type TrackedCase } from '../chat/case';
import type { ReminderOwner } from '../log/log-db';
import { type Deadline, deadlinesOf, type WaitingRound } from '../rates/deadlines';
import { caseClock } from '../rules/case-clock';
import type { Rule } from '../rules/rule';
import type { ReminderRules } from './reminder';

/** What names the one that is reminded of: a round of a chat, or one run of a case's clock. */
export interface Named {
  readonly shop: ReminderOwner;
  readonly conversation: string;
  readonly id: string;
}

/** A deadline, whoever set it: a rule for a chat, or the clock of a case. */
export interface Clock extends Pick<Deadline, 'at' | 'passed'> {
  readonly rule: Pick<Rule, 'id' | 'limit'> & { readonly presetOf?: string };
}

/** What can be reminded of, with its deadlines: nearest ahead first, then those that passed, latest first. */
export interface Clocked extends Named {
  /** The buyer's name, or the case's label. */
  readonly buyer?: string;
  readonly deadlines: readonly Clock[];
}

/** The chats in which a buyer waits, under the rules of their shops. */
export function clockedChats(
  waiting: readonly WaitingRound[],
  rulesOf: (shop: WaitingRound['shop']) => ReminderRules,
  now: number,
): Clocked[] {
  return waiting.map(round => {
    const { rules, holidays } = rulesOf(round.shop);
    const { shop, conversation, id, buyer } = round;
    const deadlines = deadlinesOf(round, rules, now, holidays);
    return { shop, conversation, id, deadlines, ...(buyer !== undefined && { buyer }) };
  });
}

/**
 * The cases that run, each under its own clock. Another last word or length is another run: what was said of the one before is
 * not said of it.
 */
export function clockedCases(cases: readonly TrackedCase[], now: number): Clocked[] {
  return cases.map(row => {
    const at = caseEnd(row);
    const clock = { rule: { id: caseClock.id, limit: row.hours * 3600 }, at, passed: now > at };
    return { shop: caseOwner, conversation: row.id, id: String(at), buyer: row.label, deadlines: [clock] };
  });
}
