import { forgetCases } from './forget-cases';
import { forgetMessages } from './forget-messages';
import { forgetNames } from './forget-names';
import type { LogDb } from './log-db';

/** What a seller keeps where nothing else was chosen. */
export const usualKeepDays = 400;
/** Names are shown while a chat may still matter; a rate needs none. */
export const keepNamesDays = 90;

interface RetentionArgs {
  /** Whole days that messages are kept; tallies stay for ever. */
  readonly keepDays: number;
  /** ms. */
  readonly now: number;
  readonly signal?: AbortSignal;
}

const dayMs = 86_400_000;

/**
 * Lets go of messages older than the limit, of the names of buyers not seen for 90 days, and of cases: as long after they were
 * done with as names, for a label may name a buyer. In small chunks, each a transaction of its own, so that recording never
 * waits longer than one; broken off, the next run goes on.
 */
export async function retain(db: LogDb, { keepDays, now, signal }: RetentionArgs): Promise<void> {
  await forgetNames(db, now - Math.min(keepNamesDays, keepDays) * dayMs, signal);
  await forgetCases(db, {
    doneBefore: now - Math.min(keepNamesDays, keepDays) * dayMs,
    endedBefore: now - keepDays * dayMs,
  });
  await forgetMessages(db, now - keepDays * dayMs, signal);
}
