import { caseEnd, caseName, type TrackedCase } from '../chat/case';
import { caseClock } from '../rules/case-clock';
import { type ChosenLeads, type Leads, leadsOf } from '../rules/leads';
import type { LogDb } from './log-db';
import { byNearness } from './nearness';

/** A case as a screen shows it. */
export interface CaseRow extends TrackedCase {
  /** ms: the last instant of its clock. */
  readonly deadline: number;
  /** When it becomes pressing. */
  readonly leads: Leads;
  /** ms: until when its reminders are put off; absent: they are not. */
  readonly snoozedUntil?: number;
}

export interface CasesShown {
  /** Nearest deadline first, then those that ran out. */
  readonly open: readonly CaseRow[];
  /** Done lately, newest first: they can be taken back. */
  readonly done: readonly TrackedCase[];
}

/** So long (ms) after it was done with, a case can be taken back where it was. */
const undoMs = 3_600_000;

/** The cases that the seller tracks, at `now` (ms). `chosen`: the lead times that he chose. */
export async function casesShown(db: LogDb, now: number, chosen: ChosenLeads = {}): Promise<CasesShown> {
  const [cases, snoozes] = [await db.cases.toArray(), await db.snoozes.toArray()];
  const rows = cases.map((row): CaseRow => {
    const deadline = caseEnd(row);
    const snooze = snoozes.find(
      ({ key, round, from, until }) =>
        key === caseName(row.id) && round === String(deadline) && from <= now && now < until,
    );
    const leads = leadsOf({ ...caseClock, limit: row.hours * 3600 }, chosen);
    return { ...row, deadline, leads, ...(snooze && { snoozedUntil: snooze.until }) };
  });
  return {
    open: rows.filter(({ doneAt }) => doneAt === undefined).sort((a, b) => byNearness(a, b, now)),
    done: cases
      .filter(({ doneAt }) => doneAt !== undefined && Math.abs(now - doneAt) < undoMs)
      .sort((a, b) => (b.doneAt ?? 0) - (a.doneAt ?? 0)),
  };
}
