import type { Rule } from '../rules/rule';
import type { Version } from '../rules/versions-of';
import { type Counted, type CountedUnit, type Prospect, prospectOf, worthOf } from './prospect';
import type { Unit } from './units';
import { type Holidays, verdictOn } from './verdict';

/** What would change a rate, seen from where it is. Values as in Rate. */
export interface Outlook extends MarkOutlook {
  /**
   * If all who wait are answered in time (of a mean: at once), and if none ever is. A share lies between the two when
   * all is settled.
   */
  readonly ifAllAnswered: number | null;
  readonly ifNoneAnswered: number | null;
  /** Seconds the next answer may take with the target kept, or regained; `null` of a share, or where none is quick enough. */
  readonly nextMayTake: number | null;
}

/** How far it is from a value that matters: the target, or a band's edge. */
export interface MarkOutlook {
  /** How many more may be missed; `null` where it is lost already, nothing counts, or no number of them does it. */
  readonly missesLeft: number | null;
  /**
   * How many answers in time regain it, of a mean: how many at once; `null` while it is held, where nothing counts, or
   * where no number of them does.
   */
  readonly answersToRegain: number | null;
}

/** Who waits under a rule, with the version that judges it. */
export interface Waiting {
  readonly unit: Unit;
  readonly version: Version;
}

interface OutlookArgs {
  readonly rule: Rule;
  readonly counted: Counted;
  readonly waiting: readonly Waiting[];
  readonly holidays: Holidays;
  /** ms. */
  readonly now: number;
  /** ms: when those who are never answered are judged; absent: once nothing can change any more. */
  readonly until?: number;
}

/** The outlook of a rate at `now`; design section 6, "Around the rate, always". */
export function outlookOf(args: OutlookArgs): Outlook {
  const { rule, counted, waiting, holidays, now, until = Number.POSITIVE_INFINITY } = args;
  const prospect = prospectOf(counted, rule);
  const answered = waiting.flatMap(({ unit, version }) => counts(answeredAt(unit, now), version, now, holidays));
  const unanswered = waiting.flatMap(({ unit, version }) => counts(unit, version, until, holidays));
  const { sum, count } = counted;
  const spare = rule.target * (count + 1) - sum;
  return {
    ifAllAnswered: prospect.with(answered),
    ifNoneAnswered: prospect.with(unanswered),
    ...markOutlook(prospect, rule, value => (rule.measure === 'share' ? value >= rule.target : value <= rule.target)),
    nextMayTake: rule.measure === 'mean' && count > 0 && spare >= 0 ? spare : null,
  };
}

/** How far it is to where `holds` begins or ends to be true of the value. */
export function markOutlook(prospect: Prospect, rule: Rule, holds: (value: number) => boolean): MarkOutlook {
  const isShare = rule.measure === 'share';
  // What is never answered leaves a mean that counts answers alone as it is.
  const missed = isShare ? 0 : rule.unansweredCountsAs;
  const after = (more: number, worth: number) => {
    const value = prospect.after(more, worth);
    return value !== null && holds(value);
  };
  if (prospect.after(0, 0) === null) return { missesLeft: null, answersToRegain: null };
  if (!after(0, 0)) return { missesLeft: null, answersToRegain: firstWhere(more => after(more, isShare ? 1 : 0)) };
  const lost = missed === undefined ? null : firstWhere(more => !after(more, missed));
  return { missesLeft: lost === null ? null : lost - 1, answersToRegain: null };
}

/** The same unit with an answer at `now` to all that waits in it. */
function answeredAt(unit: Unit, now: number): Unit {
  return { ...unit, parts: unit.parts.map(part => (part.reply ? part : { ...part, reply: { id: '', at: now } })) };
}

function counts(unit: Unit, version: Version, now: number, holidays: Holidays): CountedUnit[] {
  const worth = worthOf(verdictOn(unit, version, now, holidays));
  return worth === null ? [] : [{ start: unit.start, worth }];
}

/** More than any shop ever has: what is not reached by then is never reached. */
const never = 2 ** 32;

/** The smallest number, from 1 on, where it is true, and true from there on; `null` where there is none. */
function firstWhere(isTrue: (more: number) => boolean): number | null {
  let high = 1;
  while (!isTrue(high)) {
    high *= 2;
    if (high > never) return null;
  }
  let low = Math.floor(high / 2);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isTrue(middle)) high = middle;
    else low = middle;
  }
  return high;
}
