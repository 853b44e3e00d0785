import type { HeldBy, SnoozeRow } from '../log/log-db';
import { leadsOf } from '../rules/leads';
import type { Clock, Clocked } from './clocked';
import type { DueArgs } from './due';
import { isQuiet } from './quiet-hours';
import { type Reminder, reminderKey, type Threshold } from './reminder';
import { isSnoozing, snoozesOf } from './snooze';

export interface DueOfRound {
  /** At most one: a chat under two rules is still one who waits. */
  readonly say: Reminder | null;
  /** Keys that count as fired with it, without a word of their own. */
  readonly silent: readonly string[];
}

const nothing: DueOfRound = { say: null, silent: [] };

/** A lead that was reached and has not fired. */
interface Reached {
  readonly key: string;
  /** ms. */
  readonly at: number;
}

/** What is to be said of one who waits, or of one case, with every lead that is reached by `horizon` (ms). */
export function dueOfRound(round: Clocked, args: DueArgs, horizon: number): DueOfRound {
  const { now, settings, snoozes } = args;
  const deadlines = round.deadlines.filter(({ rule }) => !namesOf(rule).some(id => settings.silentRules.includes(id)));
  const mine = snoozesOf(round, snoozes);
  if (mine.some(snooze => isSnoozing(snooze, now))) return nothing;

  const [over] = mine;
  const reached = reachedLeads(round, deadlines, args, horizon);
  const passed = untoldPassed(round, deadlines, args);
  const say =
    (over && afterSnooze(round, deadlines, over, args)) ??
    aheadOf(round, deadlines, reached, args) ??
    passedOf(round, passed, args);
  if (!say) return nothing;
  const keys = [
    ...reached.flat().map(({ key }) => key),
    ...passed.map(({ rule }) => reminderKey(round, rule.id, 'passed')),
  ];
  return { say, silent: keys.filter(key => key !== say.key) };
}

/** What was chosen for a rule holds for its other readings too. */
const namesOf = ({ id, presetOf = id }: Clock['rule']) => [id, presetOf];

/** For each deadline that can still be met, the leads that were reached; only where the last of them has not fired. */
function reachedLeads(round: Clocked, deadlines: readonly Clock[], args: DueArgs, horizon: number): Reached[][] {
  return deadlines.flatMap(({ rule, at, passed }) => {
    if (passed) return [];
    const reached = leadsOf(rule, args.settings.leads)
      .map(lead => ({ key: reminderKey(round, rule.id, lead), at: at - lead * 1000 }))
      .filter(lead => lead.at <= horizon);
    const last = reached.at(-1);
    return last && !args.fired.has(last.key) ? [reached.filter(({ key }) => !args.fired.has(key))] : [];
  });
}

function untoldPassed(round: Clocked, deadlines: readonly Clock[], args: DueArgs): Clock[] {
  const { fired, settings, toldUntil } = args;
  return deadlines.filter(({ rule, at, passed }) => {
    if (!passed || at <= toldUntil) return false;
    const thresholds: Threshold[] = [...leadsOf(rule, settings.leads), 'passed'];
    return !thresholds.some(threshold => fired.has(reminderKey(round, rule.id, threshold)));
  });
}

/** Whichever rule's lead it is that was reached, the deadline that is said is the nearest. */
function aheadOf(
  round: Clocked,
  [nearest]: readonly Clock[],
  [reached]: readonly Reached[][],
  args: DueArgs,
): Reminder | null {
  const last = reached?.at(-1);
  if (!nearest || !last) return null;
  return reminder(round, last.key, nearest, 'ahead', last.at <= args.now ? heldBy(last.at, args) : undefined);
}

function passedOf(round: Clocked, [latest]: readonly Clock[], args: DueArgs): Reminder | null {
  if (!latest) return null;
  const key = reminderKey(round, latest.rule.id, 'passed');
  return reminder(round, key, latest, 'passed', heldBy(latest.at, args));
}

/** A chat that was snoozed is said again if it still waits; all of them, only what was or became due meanwhile. */
function afterSnooze(
  round: Clocked,
  [nearest]: readonly Clock[],
  { key: whose, from, until }: SnoozeRow,
  { now, settings }: DueArgs,
): Reminder | null {
  const key = reminderKey(round, nearest?.rule.id ?? '-', `snooze${until}`);
  const isAhead = nearest !== undefined && !nearest.passed;
  if (whose !== 'all') return reminder(round, key, nearest ?? null, isAhead ? 'ahead' : 'waits');
  if (!nearest) return null;
  if (!isAhead) return nearest.at > from ? reminder(round, key, nearest, 'passed', 'snoozed') : null;
  const [first] = leadsOf(nearest.rule, settings.leads);
  return nearest.at - first * 1000 <= now ? reminder(round, key, nearest, 'ahead') : null;
}

/** Why what was due at `at` (ms) is said only now; absent where nobody knows. */
function heldBy(at: number, { settings, away }: DueArgs): HeldBy | undefined {
  if (isQuiet(at, settings.quiet)) return 'quiet';
  return away && at >= away.from && at <= away.to ? away.why : undefined;
}

function reminder(
  { shop, conversation, id, buyer }: Clocked,
  key: string,
  deadline: Clock | null,
  is: Reminder['is'],
  held?: HeldBy,
): Reminder {
  return {
    key,
    shop,
    conversation,
    round: id,
    rule: deadline?.rule.id ?? null,
    deadline: deadline?.at ?? null,
    is,
    ...(held !== undefined && { held }),
    ...(buyer !== undefined && { buyer }),
  };
}
