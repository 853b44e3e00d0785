import { printOf } from '../chat/print-of';
import type { Holidays } from '../rates/verdict';
import type { Rule } from '../rules/rule';

/** Bumped whenever units are folded or judged another way: every tally is then counted again from the messages. */
const countingVersion = 1;

/** A rule, and the name under which its tallies are kept. */
export interface CountedRule {
  readonly rule: Rule;
  readonly key: string;
}

/**
 * The name of a rule's tallies: its id and a print of all that decides what a unit counts. Another limit, zone or
 * holiday gives another name, so that tallies counted one way are never added to those counted another. Window and
 * target are no part of it: they only choose among tallies.
 */
export function ruleKey(rule: Rule, holidays: Holidays = []): string {
  const { measure, limit, unit, zone, hours, robot, excludes, unansweredCountsAs, sessionGap } = rule;
  const closed = excludes.includes('holiday') ? holidays : [];
  const decides = [
    measure,
    limit,
    unit,
    zone,
    hours,
    robot,
    [...excludes].sort(),
    unansweredCountsAs,
    sessionGap,
    closed,
  ];
  return `${rule.id}@${printOf(JSON.stringify([countingVersion, ...decides]))}`;
}

export function countedRules(rules: readonly Rule[], holidays: Holidays = []): CountedRule[] {
  return rules.map(rule => ({ rule, key: ruleKey(rule, holidays) }));
}
