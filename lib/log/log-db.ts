import Dexie, { type EntityTable, type Table } from 'dexie';
import type { caseOwner, TrackedCase } from '../chat/case';
import type { Health } from '../chat/health';
import type { Message } from '../chat/message';
import type { Round } from '../chat/round';
import type { SetAsideBecause } from '../chat/set-aside';
import type { ShopId } from '../chat/shop';
import type { Untimely } from '../chat/untimely';
import type { Tally } from '../rates/tally';
import type { LoggedSession } from '../rates/units';
import type { CountedBy } from './rule-key';
import { logVersions } from './versions';
import type { Wait } from './wait-after';

/** What is known of a conversation besides its messages. */
export interface ConversationRow {
  readonly shop: ShopId;
  readonly conversation: string;
  readonly buyer?: string;
  readonly unread?: number;
  readonly blocked?: boolean;
  /** The platform's own mark that a buyer waits; `null` where it says that nobody does. Absent: no word yet. */
  readonly wait?: Wait | null;
  /** What the seller says of it, where that is not what was seen; and why it does not count, where the seller says so. */
  readonly blockedByHand?: boolean;
  readonly setAside?: SetAsideBecause;
  /** ms: when its newest state was seen. */
  readonly seenAt?: number;
  /** ms: when an answer was promised that has not come. */
  readonly promisedAt?: number;
  /** The instant (ms) its units were last judged for the tallies. */
  readonly judgedAt: number;
  /** The shop's turn of counting in which it was last judged. */
  readonly turn: number;
}

/**
 * A session in which a buyer asked, in the rounds of one way of folding. Derived: can be thrown away and made again from the
 * messages. One row for all its rounds: the database takes as long for a row, however much is in it.
 */
export interface SessionRow extends LoggedSession {
  readonly shop: ShopId;
  /** How it was folded: `person/604800000`; or `mark`, see `markFold`; or `promise`, see `promiseFold`. */
  readonly fold: string;
  readonly rounds: readonly RoundInRow[];
  readonly judgedAt: number;
  /** ms: the first instant after which some rule's verdict changes by waiting alone. Absent when none does. */
  readonly changesAt?: number;
  /** ms: when its newest ask was sent. */
  readonly lastAskAt: number;
  /**
   * ms: present while a buyer waits in its last round: unanswered, and the session is the newest of its conversation and not
   * closed. The last instant before so long a silence that it is over.
   */
  readonly waitsUntil?: number;
}

export interface RoundInRow extends Round {
  /** ms; of the first ask. See Message. */
  readonly uncertain?: number;
}

export interface TallyRow extends Tally {
  readonly shop: ShopId;
  /** The rule's key: its id, and what decides how it counts. */
  readonly rule: string;
  /** Local day of the rule's zone: `2026-03-10`. */
  readonly day: string;
}

/** A stretch in which a shop's page was really being watched. */
export interface CoverageRow {
  readonly shop: ShopId;
  readonly from: number;
  readonly to: number;
}

/** A stretch (ms) of which everything was received, from history where nobody watched. */
export type FilledRow = CoverageRow;

/** How a shop's page was last seen in a tab. */
export interface WatchRow {
  readonly tab: number;
  readonly shop: ShopId;
  readonly health: Health;
  /** ms: since when the health is as it is; and the newest sign of life. */
  readonly since: number;
  readonly at: number;
  /** Exchanges and parts of them that were not understood since the page was loaded. */
  readonly notUnderstood: number;
}

export interface ShopRow {
  readonly shop: ShopId;
  readonly firstSeenAt: number;
  /** ms: since when the seller has not allowed the shop's pages; absent while he does. */
  readonly notAllowedSince?: number;
  /** What the tallies hold whole, and the code that counted it: what screens show, also while others are counted. */
  readonly complete: CountedBy & { readonly version: number };
  /** Grows with every counting again, so that a conversation tells whether it was in it. */
  readonly turn: number;
  /** A counting again that is under way: what will be complete, and the conversations done, of all. */
  readonly again?: { readonly wanted: ShopRow['complete']; readonly done: number; readonly of: number };
}

/** A figure of the platform's own, as it was on a day. */
export interface OfficialRow {
  readonly shop: ShopId;
  /** What a page calls it where it was seen; where it was typed in, the id of the rule in the list. */
  readonly metric: string;
  readonly source: 'seen' | 'typed';
  /** Local day of the market: of a day the newest figure is kept. */
  readonly day: string;
  /** ms. */
  readonly at: number;
  /** A share between 0 and 1, seconds of a mean, or a count. */
  readonly value: number;
  /** Half of the last place that was shown: the exact value is no further off. */
  readonly within: number;
  /** Days it covers, where that was said. */
  readonly days?: number;
}

/** A message whose time cannot be: reported, never counted. */
export interface UntimelyRow {
  readonly shop: ShopId;
  readonly conversation: string;
  readonly id: string;
  readonly sentAt: number;
  readonly why: Untimely;
}

/** A reminder that has fired: its key says shop, conversation, round, rule and threshold. */
export interface FiredRow {
  readonly key: string;
  readonly at: number;
}

/** Why something is said later than it was due. */
export type HeldBy = 'quiet' | 'snoozed' | 'asleep' | 'closed';

/** Whose what is reminded of is: a shop's chat, or a case. */
export type ReminderOwner = ShopId | typeof caseOwner;

/** What was said of one buyer who waits, or of one case. His name, or its label, is looked up when it is needed. */
export interface LoggedReminder {
  /** The key of its row among `reminders`. */
  readonly key: string;
  readonly shop: ReminderOwner;
  /** Of a case its id. */
  readonly conversation: string;
  /** The id of the round's first ask, or the end of a case's clock: a later round of the same chat is another matter. */
  readonly round: string;
  /** The rule whose deadline is named; `null` where none sets one any more. */
  readonly rule: string | null;
  /** ms. */
  readonly deadline: number | null;
  /**
   * `ahead`: it can still be met. `passed`: nobody was told in time. `waits`: still, after a snooze. `promised`: an answer that
   * has not come.
   */
  readonly is: 'ahead' | 'passed' | 'waits' | 'promised';
  readonly held?: HeldBy;
}

/** The one notice that is on the screen, or is to be. */
export interface NoticeRow {
  readonly key: 'notice';
  /** Counts the notices: part of the notification's name. */
  readonly n: number;
  /** ms: when it was first said. */
  readonly at: number;
  /** `due` until it is known to be on the screen; `over` once nobody of it waits any more. */
  readonly state: 'due' | 'shown' | 'over';
  /** What is to be done: a `new` one, the same with `more`, or with `fewer`; `renamed`: its first is not the first any more. */
  readonly how: 'new' | 'more' | 'fewer' | 'renamed';
  /** Most urgent first. */
  readonly says: readonly LoggedReminder[];
}

/** When what is due was last asked for. */
export interface LastAskedRow {
  readonly key: 'last-asked';
  /** ms. */
  readonly value: number;
  /** ms: until when what passed was told; stands still while it is quiet. Absent: until `value`. */
  readonly toldUntil?: number;
  /** Names the browser's session. */
  readonly session?: string;
  /** The last stretch (ms) in which nobody asked. */
  readonly away?: { readonly from: number; readonly to: number; readonly why?: 'asleep' | 'closed' };
}

/** Names the log, so that one which was begun anew is known for another. */
export interface BornRow {
  readonly key: 'born';
  readonly id: string;
}

export type MetaRow = LastAskedRow | NoticeRow | BornRow;

/** Reminders put off by the seller. */
export interface SnoozeRow {
  /** A shop and conversation, a case, or `all`. */
  readonly key: string;
  /** ms. */
  readonly from: number;
  readonly until: number;
  /** Of a chat: the round that was put off; of a case: the end of the clock that was. */
  readonly round?: string;
}

/** So long (ms) after an opening that failed the next may be tried. */
const reopenMs = 1000;

/** The log. Opened in extension contexts only: in a content script IndexedDB is the site's. */
export class LogDb extends Dexie {
  declare readonly messages: Table<Message, [ShopId, string, string]>;
  declare readonly conversations: Table<ConversationRow, [ShopId, string]>;
  declare readonly sessions: Table<SessionRow, [ShopId, string, string, string]>;
  declare readonly tallies: Table<TallyRow, [ShopId, string, string]>;
  declare readonly coverage: Table<CoverageRow, [ShopId, number]>;
  declare readonly filled: Table<FilledRow, [ShopId, number]>;
  declare readonly watch: Table<WatchRow, [number, ShopId]>;
  declare readonly shops: EntityTable<ShopRow, 'shop'>;
  declare readonly officials: Table<OfficialRow, [ShopId, string, string, OfficialRow['source']]>;
  declare readonly untimely: Table<UntimelyRow, [ShopId, string, string]>;
  declare readonly reminders: EntityTable<FiredRow, 'key'>;
  declare readonly meta: Table<MetaRow, MetaRow['key']>;
  declare readonly snoozes: EntityTable<SnoozeRow, 'key'>;
  declare readonly cases: EntityTable<TrackedCase, 'id'>;

  constructor(name = 'lekas') {
    // What a screen shows was written by the background: what this context has kept of it is old.
    super(name, { cache: 'disabled' });
    for (const { version, stores, upgrade } of logVersions) {
      const declared = this.version(version).stores(stores);
      if (upgrade) declared.upgrade(upgrade);
    }
    // Dexie opens whatever is there; what a later version means by its rows is not for this one to guess, or to overwrite.
    this.on('ready', () => this.#refuseNewer(), true);
  }

  #refuseNewer(): void {
    const newest = Math.max(...logVersions.map(({ version }) => version));
    // Dexie counts in tenths, and uses some of them up for itself.
    if (Math.floor(this.backendDB().version / 10) > newest) throw new Dexie.VersionError('of a newer Lekas');
  }

  /**
   * Dexie stays closed for good after an opening that failed, as one does that the browser breaks off: whoever asks a second later
   * opens it again. Until then they are told that it failed; at once they would try without end.
   */
  override open() {
    const opening = super.open();
    opening.catch(() => setTimeout(() => this.hasFailed() && this.close({ disableAutoOpen: false }), reopenMs));
    return opening;
  }
}
