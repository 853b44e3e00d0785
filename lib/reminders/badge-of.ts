import type { Health, HealthState } from '../chat/health';
import type { LogTrouble } from '../log/log-trouble';
import { type ChosenLeads, leadsOf } from '../rules/leads';
import type { Clock } from './clocked';

/** How near the nearest deadline is; `passed` when a buyer waits and every deadline is over. */
export type Urgency = 'none' | 'calm' | 'soon' | 'now' | 'passed';

export interface Badge {
  readonly text: string;
  readonly urgency: Urgency;
  /** How many wait, and the worst health among the shops that should be watched. */
  readonly waiting: number;
  /** The nearest deadline that can still be met, else the newest that passed; `null` where no rule sets one. */
  readonly nearest: Pick<Clock, 'at' | 'passed'> | null;
  /** The same of the cases that press: those whose reminders have begun, or whose clock ran out; absent where none does. */
  readonly case?: Pick<Clock, 'at' | 'passed'>;
  readonly health: Health;
  /** What is wrong with the log as a whole; absent where nothing is. */
  readonly trouble?: LogTrouble;
}

/** What stands behind the number, and instead of a shop's mark, where the log as a whole is in trouble. */
const troubleMark = '!!';

/** Where the log cannot be read, nothing is known of anybody: no number, and certainly no zero. */
export const unreadBadge = (trouble: 'unreadable' | 'newer'): Badge => ({
  text: troubleMark,
  urgency: 'now',
  waiting: 0,
  nearest: null,
  health: { state: 'watching' },
  trouble,
});

/**
 * The badge as it is with the log in trouble. That room runs out soon is no matter for it, and of a log that cannot be read there
 * is nothing more to say.
 */
export function withTrouble(badge: Badge, trouble: LogTrouble | null): Badge {
  if (trouble === null || trouble === 'nearly-full' || badge.trouble) return badge;
  const number = /^[\d+]*/.exec(badge.text)?.[0] ?? '';
  return { ...badge, text: `${number}${troubleMark}`, urgency: 'now', trouble };
}

/** What stands on the badge when a shop that should be watched is not. A shop half seen is still watched. */
const marks = {
  watching: '',
  partly: '',
  'not-recognised': '?',
  'signed-out': '!',
  stopped: '-',
  'not-allowed': '/',
  closed: '×',
} satisfies Record<HealthState, string>;

/** Stands where a case presses and nobody waits: a badge without a text has no colour. */
const caseMark = '•';

const worstFirst: readonly HealthState[] = [
  'signed-out',
  'not-allowed',
  'not-recognised',
  'stopped',
  'closed',
  'partly',
  'watching',
];

/**
 * The badge for all shops at `now` (ms): a function of what waits, so that no sequence of events leaves it wrong. `chosen`: the
 * lead times the seller chose. A case is nobody who waits, so it is not counted: one that presses colours the badge, and puts a
 * dot where no number stands; one with time enough is not to be seen.
 */
export function badgeOf(
  waiting: readonly (readonly Clock[])[],
  healths: readonly Health[],
  now: number,
  chosen: ChosenLeads = {},
  cases: readonly Clock[] = [],
): Badge {
  const health = worstOf(healths);
  const count = waiting.length;
  const nearest = waiting.map(([first]) => first);
  const pressing = cases.filter(clock => urgencyOfOne(clock, now, chosen) !== 'calm');
  const nearestCase = nearestOf(pressing);
  const number = count > 99 ? '99+' : String(count);
  return {
    text: `${count > 0 ? number : nearestCase ? caseMark : ''}${marks[health.state]}`,
    urgency: urgencyOf([...nearest, ...pressing], now, chosen),
    waiting: count,
    nearest: nearestOf(nearest),
    ...(nearestCase && { case: nearestCase }),
    health,
  };
}

function worstOf(healths: readonly Health[]): Health {
  const [worst] = [...healths].sort((a, b) => worstFirst.indexOf(a.state) - worstFirst.indexOf(b.state));
  return worst ?? { state: 'watching' };
}

function nearestOf(deadlines: readonly (Clock | undefined)[]): Badge['nearest'] {
  const set = deadlines.filter(deadline => deadline !== undefined);
  const ahead = set.filter(({ passed }) => !passed).map(({ at }) => at);
  if (ahead.length > 0) return { at: Math.min(...ahead), passed: false };
  return set.length > 0 ? { at: Math.max(...set.map(({ at }) => at)), passed: true } : null;
}

function urgencyOf(nearest: readonly (Clock | undefined)[], now: number, chosen: ChosenLeads): Urgency {
  if (nearest.length === 0) return 'none';
  const ranks = nearest.map(deadline => urgencyRank.indexOf(urgencyOfOne(deadline, now, chosen)));
  return urgencyRank[Math.min(...ranks)] ?? 'calm';
}

// A deadline that can still be met matters more than one that cannot.
const urgencyRank: readonly Urgency[] = ['now', 'soon', 'passed', 'calm'];

/** The same steps as the reminders: `soon` from the first on, `now` from the last. */
function urgencyOfOne(deadline: Clock | undefined, now: number, chosen: ChosenLeads): Urgency {
  if (!deadline) return 'calm';
  if (deadline.passed) return 'passed';
  const [first, last] = leadsOf(deadline.rule, chosen);
  const left = deadline.at - now;
  return left <= last * 1000 ? 'now' : left <= first * 1000 ? 'soon' : 'calm';
}
