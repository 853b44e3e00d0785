import type { ShopId } from '../chat/shop';
import { deadlinesOf, type WaitingRound } from '../rates/deadlines';
import type { Holidays } from '../rates/verdict';
import { leadsOf } from '../rules/leads';
import type { Rule } from '../rules/rule';

export interface Reminder {
  /** Names shop, conversation, round, rule and threshold: what has fired once does not fire again. */
  readonly key: string;
  readonly shop: ShopId;
  readonly conversation: string;
  readonly buyer?: string;
  readonly rule: string;
  /** ms. */
  readonly deadline: number;
  /** `ahead`: it can still be met. `passed`: nobody was told in time, the computer slept. */
  readonly is: 'ahead' | 'passed';
}

export interface Due {
  /** What is to be said now, most urgent first. */
  readonly now: readonly Reminder[];
  /** Keys that count as fired without a word: an earlier threshold of the same deadline. */
  readonly silent: readonly string[];
  /** ms: the next instant at which something becomes due by itself; `null` when nothing will. */
  readonly next: number | null;
}

export interface DueArgs {
  /** ms. */
  readonly now: number;
  readonly waiting: readonly WaitingRound[];
  rulesOf(shop: ShopId): ReminderRules;
  /** Keys that have fired. */
  readonly fired: ReadonlySet<string>;
  /** ms: when this was last asked. A deadline that passed before was either told or not ours to tell. */
  readonly lastAsked: number;
}

/** The rules whose deadlines a shop is reminded of, and when it is closed. */
export interface ReminderRules {
  readonly rules: readonly Rule[];
  readonly holidays: Holidays;
}

type Threshold = number | 'passed';

const keyFor = ({ shop, conversation, id }: WaitingRound, rule: Rule, threshold: Threshold) =>
  [shop, conversation, id, rule.id, threshold].join(' ');

/** Every key that `due` may ask after for these rounds. */
export function keysOf(waiting: readonly WaitingRound[], rulesOf: DueArgs['rulesOf']): string[] {
  return waiting.flatMap(round =>
    rulesOf(round.shop).rules.flatMap(rule =>
      [...leadsOf(rule), 'passed' as const].map(threshold => keyFor(round, rule, threshold)),
    ),
  );
}

/** What is due at `now`. Pure: asked twice with what it said marked as fired, it says nothing the second time. */
export function due({ now, waiting, rulesOf, fired, lastAsked }: DueArgs): Due {
  const said: Reminder[] = [];
  const silent: string[] = [];
  const later: number[] = [];
  for (const round of waiting) {
    const { shop, conversation, buyer } = round;
    const { rules, holidays } = rulesOf(shop);
    for (const deadline of deadlinesOf(round, rules, now, holidays)) {
      const { rule, at } = deadline;
      const keyOf = (threshold: Threshold) => keyFor(round, rule, threshold);
      const reminder = (threshold: Threshold, is: Reminder['is']): Reminder => ({
        key: keyOf(threshold),
        shop,
        conversation,
        rule: rule.id,
        deadline: at,
        is,
        ...(buyer !== undefined && { buyer }),
      });
      const leads = leadsOf(rule);
      if (deadline.passed) {
        const told = leads.some(lead => fired.has(keyOf(lead))) || fired.has(keyOf('passed'));
        if (!told && at > lastAsked) said.push(reminder('passed', 'passed'));
        continue;
      }
      const reached = leads.filter(lead => at - lead * 1000 <= now);
      const last = reached.at(-1);
      if (last !== undefined && !fired.has(keyOf(last))) {
        said.push(reminder(last, 'ahead'));
        silent.push(
          ...reached
            .slice(0, -1)
            .map(keyOf)
            .filter(key => !fired.has(key)),
        );
      }
      const nextLead = leads[reached.length];
      // One past the limit, where pending turns into missed: the badge changes its colour then.
      later.push(nextLead === undefined ? at + 1 : at - nextLead * 1000);
    }
  }
  said.sort(mostUrgentFirst);
  return { now: said, silent, next: later.length > 0 ? Math.min(...later) : null };
}

/** What can still be met before what passed; of those the nearest, of these the newest first. */
function mostUrgentFirst(a: Reminder, b: Reminder): number {
  if (a.is !== b.is) return a.is === 'ahead' ? -1 : 1;
  return a.is === 'ahead' ? a.deadline - b.deadline : b.deadline - a.deadline;
}
