import { caseName, type TrackedCase } from '../chat/case';
import type { LogDb } from './log-db';

/** What a seller enters of a case. */
export type CaseInput = Pick<TrackedCase, 'label' | 'lastWordAt' | 'hours' | 'page'>;

/** What can be changed of a case; absent: it stays. */
export type CaseChange = Partial<Pick<TrackedCase, 'label' | 'lastWordAt' | 'hours'>> & { readonly isDone?: boolean };

/** A clock that is a little ahead of ours is no reason to refuse what was just now. */
const aheadMs = 60_000;
const earliest = Date.UTC(2015, 0, 1);

/** Whether a last word can have been at `lastWordAt` (ms), seen from `now`: a clock cannot begin in the future. */
export const isLastWord = (lastWordAt: number, now: number): boolean =>
  Number.isInteger(lastWordAt) && lastWordAt >= earliest && lastWordAt <= now + aheadMs;

/** Starts the clock of a case that the seller entered at `now` (ms); returns its id. */
export async function trackCase(db: LogDb, input: CaseInput, now: number): Promise<string> {
  const id = crypto.randomUUID();
  await db.cases.add({ id, ...input, label: input.label.trim(), trackedAt: now, changedAt: now });
  return id;
}

/**
 * Changes a case at `now` (ms); another last word starts its clock anew, and with it its reminders. Done with, its clock stands
 * still, and what was put off of it is forgotten; taken back, it runs on as if nothing had been. `false` where there is no such
 * case.
 */
export async function changeCase(db: LogDb, id: string, change: CaseChange, now: number): Promise<boolean> {
  return db.transaction('rw', [db.cases, db.snoozes], async () => {
    const before = await db.cases.get(id);
    if (!before) return false;
    const { isDone, ...said } = change;
    const { doneAt, ...rest } = { ...before, ...said };
    const label = rest.label.trim();
    const done = isDone === undefined ? doneAt : isDone ? (doneAt ?? now) : undefined;
    await db.cases.put({ ...rest, label, changedAt: now, ...(done !== undefined && { doneAt: done }) });
    if (isDone) await db.snoozes.delete(caseName(id));
    return true;
  });
}

/** The cases whose clock runs or has run out, and that the seller is not done with. */
export async function openCases(db: LogDb): Promise<TrackedCase[]> {
  // A seller has a handful of them.
  return (await db.cases.toArray()).filter(({ doneAt }) => doneAt === undefined);
}
