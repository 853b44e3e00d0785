import type { Transaction } from 'dexie';
import { roundsToSessions } from './rounds-to-sessions';

/** One version of the database: what is another in it than in the version before. */
export interface LogVersion {
  readonly version: number;
  /** Tables that are new or have other keys, in Dexie's notation; `null`: gone. */
  readonly stores: Readonly<Record<string, string | null>>;
  /** Changes rows that are there; in the transaction in which the database is opened. */
  readonly upgrade?: (transaction: Transaction) => Promise<void>;
}

/**
 * Every version of the database, one after the other: a log of any of them becomes one of the last. None is changed once it was
 * shipped. Each has a log of its own in `tests/unit/log/versions`, which a test takes to the newest.
 */
export const logVersions: readonly LogVersion[] = [
  {
    version: 1,
    stores: {
      messages: '[shop+conversation+id]',
      conversations: '[shop+conversation], [shop+buyer], [shop+judgedAt], seenAt',
      rounds: '[shop+conversation+fold+id], [shop+changesAt], [shop+waitsUntil], [shop+fold+lastAskAt]',
      tallies: '[shop+rule+day]',
      coverage: '[shop+from]',
      watch: '[tab+shop], shop',
      shops: 'shop',
      officials: '[shop+metric+day+source]',
      untimely: '[shop+conversation+id]',
      reminders: 'key, at',
      meta: 'key',
    },
  },
  { version: 2, stores: { snoozes: 'key', filled: '[shop+from]' } },
  { version: 3, stores: { cases: 'id' } },
  {
    version: 4,
    stores: {
      // Still there for the upgrade: Dexie drops what is gone after it.
      rounds: null,
      sessions: '[shop+conversation+fold+opening], [shop+changesAt], [shop+waitsUntil], [shop+fold+lastAskAt]',
    },
    upgrade: roundsToSessions,
  },
];
