import type { CaseRow, CasesShown } from '@/lib/log/cases-query';
import { minute, now } from './sample';

/** A complaint whose last word was two days ago: a day is left. */
export function caseRow(changes: Partial<CaseRow> = {}): CaseRow {
  const lastWordAt = now - 48 * 60 * minute;
  return {
    id: 'a1',
    label: 'Retur 4410',
    lastWordAt,
    hours: 72,
    trackedAt: lastWordAt,
    changedAt: lastWordAt,
    deadline: lastWordAt + 72 * 60 * minute,
    leads: [7200, 1800],
    ...changes,
  };
}

export const casesOf = (open: readonly CaseRow[], done: CasesShown['done'] = []): CasesShown => ({ open, done });
