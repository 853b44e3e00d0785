import { type ExportEnd, type ExportRow, exportVersion, readHead, readRow } from './export-row';
import { linesOf } from './lines-of';

/** Why a file cannot be taken in; the key is the catalogue's, `values` fill its places. */
export interface ImportFailure {
  readonly ok: false;
  readonly key:
    | 'import_notOurs_error'
    | 'import_newer_error'
    | 'import_truncated_error'
    | 'import_line_error'
    | 'import_tooLarge_error'
    | 'import_stopped_error';
  readonly values: readonly string[];
}

export type ReadRow = { readonly ok: true; readonly row: ExportRow } | ImportFailure;

/** A day ahead is a wrong clock; more is no time at all. */
const aheadMs = 86_400_000;

/**
 * The rows of an exported file, one by one, at `now` (ms). Ends with the first thing that is wrong, which is then the last
 * that it gives: a foreign file, one of a newer version, a line that is not ours, or an end that is missing.
 */
export async function* readExport(pieces: AsyncIterable<string>, now: number): AsyncGenerator<ReadRow> {
  let number = 0;
  let rows = 0;
  for await (const text of linesOf(pieces)) {
    number++;
    const raw = text === null ? undefined : parsed(text);
    if (number === 1) {
      const head = readHead(raw);
      if (!head) return yield failure('import_notOurs_error');
      if (head.version > exportVersion) return yield failure('import_newer_error');
      continue;
    }
    const row = readRow(raw);
    if (!row || !isUpTo(row, now + aheadMs)) return yield failure('import_line_error', String(number));
    if (row.is === 'end') {
      if (row.rows !== rows) yield failure('import_truncated_error', String(rows), String(row.rows));
      return;
    }
    rows++;
    yield { ok: true, row };
  }
  yield number === 0 ? failure('import_notOurs_error') : failure('import_truncated_error', String(rows));
}

const failure = (key: ImportFailure['key'], ...values: string[]): ImportFailure => ({ ok: false, key, values });

function isUpTo(row: ExportRow | ExportEnd, latest: number): boolean {
  return row.is === 'message' ? row.sentAt <= latest : row.is === 'conversation' ? (row.seenAt ?? 0) <= latest : true;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
