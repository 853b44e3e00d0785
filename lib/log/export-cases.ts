import { tz } from '@date-fns/tz';
import { formatISO } from 'date-fns/formatISO';
import { caseEnd } from '../chat/case';
import { csvLine } from './csv-line';
import type { LogDb } from './log-db';

const columns = ['case', 'last_word_at', 'hours', 'ends_at', 'done_at', 'tracked_at', 'page'];

/**
 * Every case as a line of a table, the oldest first, on the clock of `zone` (IANA) with its offset. The first line names the
 * columns.
 */
export async function* exportCases(db: LogDb, zone: string): AsyncGenerator<string> {
  const at = (ms: number) => formatISO(ms, { in: tz(zone) });
  // Excel takes a file for UTF-8 only by this mark.
  yield `\uFEFF${columns.join(',')}\r\n`;
  for (const row of (await db.cases.toArray()).sort((a, b) => a.trackedAt - b.trackedAt)) {
    yield csvLine([
      row.label,
      at(row.lastWordAt),
      row.hours,
      at(caseEnd(row)),
      row.doneAt === undefined ? null : at(row.doneAt),
      at(row.trackedAt),
      row.page ?? null,
    ]);
  }
}
