import type { Observation } from '@/lib/chat/observation';
import type { Contributions } from '@/lib/log/contributions';
import { type Before, foldAgain } from '@/lib/log/fold-again';
import type { SessionRow } from '@/lib/log/log-db';
import { openUnits } from '@/lib/log/open-units';
import { type CountedBy, countedRules } from '@/lib/log/rule-key';
import { byConversation } from '@/lib/log/told';
import type { Rate } from '@/lib/rates/rate';
import { countedIn, rateFromSum, sumOf } from '@/lib/rates/rate-from-tallies';
import { addTally, emptyTally, isEmptyTally, type Tally, tallySummed } from '@/lib/rates/tally';
import { isWithin, type Window, windowOf } from '@/lib/rates/window';
import type { Rule } from '@/lib/rules/rule';
import { testShop } from './logged-from';

/**
 * A log without its database: what `record` reads and writes in between is kept in maps. Two thousand of these are made
 * in the time of fifty with one; that the database keeps what it is given is tested beside them.
 */
export class MemoryLog {
  readonly chats = new Map<string, Before>();
  readonly tallies = new Map<string, Tally>();
  readonly #by: CountedBy;

  constructor(by: CountedBy) {
    this.#by = by;
  }

  record(observations: readonly Observation[], now: number): void {
    const books = { kept: countedRules(this.#by), next: [], turn: 0 };
    const moves: Contributions = new Map();
    for (const [conversation, told] of byConversation(observations)) {
      const before = this.chats.get(conversation) ?? { conversation, messages: [], row: undefined, sessions: [] };
      const after = foldAgain(before, told, { shop: testShop, books, now }, moves);
      this.chats.set(conversation, {
        conversation,
        messages: without(before.messages, [...after.messages, ...after.droppedMessages], after.messages),
        row: after.row ?? undefined,
        sessions: withoutSessions(before.sessions, [...after.sessions, ...after.goneSessions], after.sessions),
      });
    }
    for (const [key, { tally }] of moves) {
      const sum = addTally(this.tallies.get(key) ?? emptyTally, tallySummed(tally));
      if (isEmptyTally(sum)) this.tallies.delete(key);
      else this.tallies.set(key, sum);
    }
  }

  /** As `sweep`. */
  sweep(now: number): void {
    const due = [...this.chats.values()].filter(
      ({ row, sessions }) =>
        (row && row.judgedAt > now) || sessions.some(({ changesAt = Number.POSITIVE_INFINITY }) => changesAt < now),
    );
    this.record(
      due.map(({ conversation }) => ({ is: 'conversation', sense: 'network', conversation, at: 0 })),
      now,
    );
  }

  get sessions(): SessionRow[] {
    return [...this.chats.values()].flatMap(({ sessions }) => sessions);
  }

  /** As `loggedRate`, of a rule whose newest quarter weighs no more than the rest. */
  rate(rule: Rule, now: number, window: Window = windowOf(rule, now)): Rate {
    const versions = countedRules({ ...this.#by, rules: [rule] });
    const keys = new Set(versions.map(({ key }) => key));
    const days = [...this.tallies].flatMap(([name, tally]) => {
      const [key = '', day = ''] = name.split(' ');
      return keys.has(key) && day >= window.from.key && day <= window.to.key ? [tally] : [];
    });
    const waiting = this.sessions.filter(({ changesAt }) => changesAt !== undefined);
    const open = openUnits(waiting, versions, now).filter(({ unit }) => isWithin(window, unit.start));
    const sum = sumOf(
      days,
      open.map(({ verdict }) => verdict),
    );
    return rateFromSum(sum, countedIn(sum, rule, null), rule);
  }

  /** All that is in it, in an order of its own. */
  everything() {
    const chats = [...this.chats.values()].map(({ conversation, messages, row, sessions }) => ({
      conversation,
      row,
      messages: [...messages].sort((a, b) => (a.id < b.id ? -1 : 1)),
      sessions: [...sessions].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)),
    }));
    const tallies = [...this.tallies].sort(([a], [b]) => (a < b ? -1 : 1));
    return { chats: chats.sort((a, b) => (a.conversation < b.conversation ? -1 : 1)), tallies };
  }
}

const nameOf = ({ fold, opening }: SessionRow) => `${fold} ${opening}`;

function without<T extends { id: string }>(rows: readonly T[], gone: readonly T[], written: readonly T[]): T[] {
  const ids = new Set(gone.map(({ id }) => id));
  return [...rows.filter(({ id }) => !ids.has(id)), ...written];
}

function withoutSessions(
  rows: readonly SessionRow[],
  gone: readonly SessionRow[],
  written: readonly SessionRow[],
): SessionRow[] {
  const names = new Set(gone.map(nameOf));
  return [...rows.filter(row => !names.has(nameOf(row))), ...written];
}
