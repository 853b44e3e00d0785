import type { ExportRow } from './export-row';
import { type ImportFailure, readExport } from './read-export';

/** A million messages are 180 MB; a file beyond this is something else. */
export const largestImport = 500_000_000;

const chunkSize = 500;

export interface ImportProgress {
  /** First the whole file is looked through, and nothing is changed; then it is taken in. */
  readonly step: 'checking' | 'adding';
  readonly rows: number;
  /** Known once it was looked through. */
  readonly of: number | null;
}

interface ImportArgs {
  /** The file's text from its beginning, each time it is asked for. */
  open(): AsyncIterable<string>;
  readonly bytes: number;
  /** Adds rows to the log, all or none. */
  put(rows: readonly ExportRow[]): Promise<void>;
  /** ms. */
  readonly now: number;
  tell(progress: ImportProgress): void;
}

export type Imported = { readonly ok: true; readonly rows: number } | ImportFailure;

/**
 * Takes an exported file in. It is read through first: a file with anything wrong in it changes nothing. Then it is added
 * in chunks; what is in the log already stays as it is, so that a file taken in twice, or again after it was broken off,
 * gives the same log.
 */
export async function importFile({ open, bytes, put, now, tell }: ImportArgs): Promise<Imported> {
  if (bytes > largestImport) {
    return { ok: false, key: 'import_tooLarge_error', values: [String(largestImport / 1_000_000)] };
  }
  let of = 0;
  for await (const read of readExport(open(), now)) {
    if (!read.ok) return read;
    if (++of % 5000 === 0) tell({ step: 'checking', rows: of, of: null });
  }
  let done = 0;
  try {
    for await (const chunk of chunksOf(open(), now)) {
      await put(chunk);
      done += chunk.length;
      tell({ step: 'adding', rows: done, of });
    }
  } catch (problem) {
    console.error('Lekas could not take in all of a file', problem);
    return { ok: false, key: 'import_stopped_error', values: [String(done), String(of)] };
  }
  return { ok: true, rows: of };
}

/** A few hundred rows each; a conversation is cut only where it is longer than that by itself. */
async function* chunksOf(pieces: AsyncIterable<string>, now: number): AsyncGenerator<ExportRow[]> {
  let chunk: ExportRow[] = [];
  for await (const read of readExport(pieces, now)) {
    if (!read.ok) throw new Error(`the file changed while it was read: ${read.key}`);
    const { row } = read;
    const last = chunk.at(-1);
    const isFull = chunk.length >= chunkSize && !(last && isOfOneChat(last, row) && chunk.length < chunkSize * 8);
    if (isFull || (last && 'shop' in last && 'shop' in row && last.shop !== row.shop)) {
      yield chunk;
      chunk = [];
    }
    chunk.push(row);
  }
  if (chunk.length > 0) yield chunk;
}

const isOfOneChat = (a: ExportRow, b: ExportRow) =>
  a.is === 'message' && b.is === 'message' && a.shop === b.shop && a.conversation === b.conversation;
