import type { ShopId } from '../chat/shop';
import type { Rule } from '../rules/rule';
import { versionsOf } from '../rules/versions-of';
import { type LoggedRound, unitsOfRound } from './units';
import { type Holidays, verdictOn } from './verdict';

/** A round in which a buyer waits, with what names it to a person. */
export interface WaitingRound extends LoggedRound {
  readonly shop: ShopId;
  readonly buyer?: string;
  /** ms: how vague the time of its first ask is. */
  readonly uncertain?: number;
  /** ms: when an answer was promised that has not come. */
  readonly promisedAt?: number;
}

/** Until when a waiting buyer must be answered under one rule. */
export interface Deadline {
  readonly rule: Rule;
  /** ms: the last instant that is still in time. */
  readonly at: number;
  readonly passed: boolean;
}

/** A rule, and whether a platform demands it; one that does not say is taken for a platform's. */
type Demand = Rule & { readonly kind?: 'official' | 'own' };

/**
 * The deadlines of a round that waits for its reply, nearest ahead first, then those that passed, latest first. A rule
 * that does not count the round, or only measures its time, sets none. Several asks under one rule give its nearest.
 * A deadline of our own measure that has passed is none any more: nobody but us ever set it.
 */
export function deadlinesOf(round: LoggedRound, rules: readonly Demand[], now: number, holidays: Holidays): Deadline[] {
  const deadlines = rules.flatMap((rule): Deadline[] => {
    if (rule.measure !== 'share') return [];
    const ends = versionsOf(rule).flatMap(version =>
      unitsOfRound(round, version).flatMap(unit => {
        const verdict = verdictOn(unit, version, now, holidays);
        return verdict.is === 'pending' || verdict.is === 'missed'
          ? [{ at: unit.start + (version.limit ?? 0) * 1000, passed: verdict.is === 'missed' }]
          : [];
      }),
    );
    const [first] = ends.sort(nearestFirst);
    return first && !(first.passed && rule.kind === 'own') ? [{ rule, ...first }] : [];
  });
  return deadlines.sort(nearestFirst);
}

type End = Pick<Deadline, 'at' | 'passed'>;

const nearestFirst = (a: End, b: End) =>
  a.passed === b.passed ? (a.passed ? b.at - a.at : a.at - b.at) : a.passed ? 1 : -1;
