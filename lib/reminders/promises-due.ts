import type { WaitingRound } from '../rates/deadlines';
import type { Reminding } from '../settings/reminding';
import type { DueArgs } from './due';
import { promiseKey, type Reminder } from './reminder';
import { isSnoozing, snoozesOf } from './snooze';

/** A promise older than this (ms) is shown, and no longer said: it was not forgotten a moment ago. */
const forgottenMs = 86_400_000;

/** When (ms) a promise is to be said; `null` where the seller wants to hear of none. */
export function promiseDueAt({ startAt }: WaitingRound, { promiseAfter }: Reminding): number | null {
  return promiseAfter === null ? null : startAt + promiseAfter * 1000;
}

/**
 * What is to be said of promises that are due by `horizon` (ms), each once. There is no deadline to be late for: a promise can
 * be kept at any time, so one that was first seen late is said then.
 */
export function promisesDue(promised: readonly WaitingRound[], args: DueArgs, horizon: number): Reminder[] {
  const { now, fired, settings, snoozes } = args;
  return promised.flatMap((round): Reminder[] => {
    const { shop, conversation, id, startAt, buyer } = round;
    const dueAt = promiseDueAt(round, settings);
    const key = promiseKey(round);
    if (dueAt === null || dueAt > horizon || now - startAt > forgottenMs || fired.has(key)) return [];
    if (snoozesOf(round, snoozes).some(snooze => isSnoozing(snooze, now))) return [];
    const reminder = { key, shop, conversation, round: id, rule: null, deadline: null, is: 'promised' } as const;
    return [{ ...reminder, ...(buyer !== undefined && { buyer }) }];
  });
}
