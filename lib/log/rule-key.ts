import { printOf } from '../chat/print-of';
import type { Holidays } from '../rates/verdict';
import type { Rule } from '../rules/rule';
import { type Version, versionsOf } from '../rules/versions-of';

/** Bumped whenever units are folded or judged another way: every tally is then counted again from the messages. */
export const countingVersion = 1;

/** What a shop is counted by. */
export interface CountedBy {
  readonly rules: readonly Rule[];
  readonly holidays: Holidays;
}

/** A version of a rule, the holidays it is judged with, and the name under which its tallies are kept. */
export interface CountedRule {
  readonly rule: Version;
  readonly holidays: Holidays;
  readonly key: string;
}

/**
 * The name of a version's tallies: its id and a print of all that decides what a unit counts. Another limit, zone or
 * holiday gives another name, so that tallies counted one way are never added to those counted another. Window and
 * target are no part of it: they only choose among tallies.
 */
export function ruleKey(rule: Version, holidays: Holidays, version = countingVersion): string {
  const { measure, limit, unit, zone, hours, robot, excludes, unansweredCountsAs, sessionGap, days } = rule;
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
    [days.after, days.until],
  ];
  return `${rule.id}@${printOf(JSON.stringify([version, ...decides]))}`;
}

/** Every version of every rule, once: two rules may have read alike before. */
export function countedRules({ rules, holidays }: CountedBy, version = countingVersion): CountedRule[] {
  const counted = rules.flatMap(versionsOf).map(rule => ({ rule, holidays, key: ruleKey(rule, holidays, version) }));
  return [...new Map(counted.map(one => [one.key, one])).values()];
}
