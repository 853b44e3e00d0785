import type { TrackedCase } from '../chat/case';
import { type ShopId, shopParts } from '../chat/shop';
import type { ReminderOwner, SnoozeRow } from '../log/log-db';
import type { WaitingRound } from '../rates/deadlines';
import { leadsOf } from '../rules/leads';
import type { Reminding } from '../settings/reminding';
import type { Away } from './away';
import { type Clocked, clockedCases, clockedChats } from './clocked';
import { dueOfRound } from './due-of-round';
import { promiseDueAt, promisesDue } from './promises-due';
import { isQuiet, quietEnd } from './quiet-hours';
import { mostUrgentFirst, type Reminder, type ReminderRules } from './reminder';
import { isSnoozing } from './snooze';

export interface Due {
  /** What is to be said now, most urgent first, one for each chat and each case. */
  readonly now: readonly Reminder[];
  /** Keys that count as fired without a word: an earlier threshold, or another rule's of the same chat. */
  readonly silent: readonly string[];
  /** Keys of snoozes that are over. */
  readonly spent: readonly string[];
  /** It is quiet: what becomes due is kept for its end. */
  readonly quiet: boolean;
  /** ms: the next instant at which something becomes due, or looks different, by itself; `null` when nothing will. */
  readonly next: number | null;
}

export interface DueArgs {
  /** ms. */
  readonly now: number;
  readonly waiting: readonly WaitingRound[];
  /** In which nobody waits, and an answer was promised that has not come. */
  readonly promised: readonly WaitingRound[];
  /** Whose clock runs or has run out, and that the seller is not done with. */
  readonly cases: readonly TrackedCase[];
  rulesOf(shop: ShopId): ReminderRules;
  /** Keys that have fired. */
  readonly fired: ReadonlySet<string>;
  /** ms: a deadline that passed before was either told or not ours to tell. */
  readonly toldUntil: number;
  /** The last stretch in which nobody could be told, where it ended lately. */
  readonly away: Away | null;
  readonly settings: Reminding;
  readonly snoozes: readonly SnoozeRow[];
}

/** What is due within this time (ms) of what is said is said with it: one notice for ten chats, and none of them late. */
export const gatherMs = 10_000;

/** What is due at `now`. Pure: asked twice with what it said marked as fired, it says nothing the second time. */
export function due(args: DueArgs): Due {
  const { now, settings, snoozes } = args;
  const clocked = [...clockedChats(args.waiting, args.rulesOf, now), ...clockedCases(args.cases, now)];
  const next = nextMoment(clocked, args);
  if (isQuiet(now, settings.quiet)) return { now: [], silent: [], spent: [], quiet: true, next };

  const heard = clocked.filter(({ shop }) => !isSilent(shop, settings));
  const promised = args.promised.filter(({ shop }) => !isSilent(shop, settings));
  const isAnyDue = heard.some(round => dueOfRound(round, args, now).say) || promisesDue(promised, args, now).length > 0;
  const found = isAnyDue ? heard.map(round => dueOfRound(round, args, now + gatherMs)) : [];
  const promises = isAnyDue ? promisesDue(promised, args, now + gatherMs) : [];
  return {
    now: [...found.flatMap(({ say }) => (say ? [say] : [])), ...promises].sort(mostUrgentFirst),
    silent: found.flatMap(({ silent }) => silent),
    spent: snoozes.filter(snooze => !isSnoozing(snooze, now)).map(({ key }) => key),
    quiet: false,
    next,
  };
}

function isSilent(shop: ReminderOwner, { silentPlatforms }: Reminding): boolean {
  const platform = shopParts(shop)?.platform;
  return platform !== undefined && silentPlatforms.includes(platform);
}

/** The leads and deadlines ahead, also of what nothing is said of: the badge changes its colour then. */
function nextMoment(clocked: readonly Clocked[], { now, promised, settings, snoozes }: DueArgs): number | null {
  const moments = clocked.flatMap(({ deadlines }) =>
    deadlines.flatMap(({ rule, at, passed }) => {
      if (passed) return [];
      const leads = leadsOf(rule, settings.leads).map(lead => at - lead * 1000);
      // One past the limit, where pending turns into missed.
      return [...leads, at + 1].filter(moment => moment > now).slice(0, 1);
    }),
  );
  const ends = snoozes.filter(snooze => isSnoozing(snooze, now)).map(({ until }) => until);
  const isAnybody = clocked.length + promised.length > 0;
  const end = isAnybody ? quietEnd(now, settings.quiet) : null;
  const kept = promised.flatMap(round => promiseDueAt(round, settings) ?? []).filter(moment => moment > now);
  const all = [...moments, ...kept, ...(isAnybody ? ends : []), ...(end === null ? [] : [end])];
  return all.length > 0 ? Math.min(...all) : null;
}
