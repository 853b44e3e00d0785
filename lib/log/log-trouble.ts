/**
 * What is wrong with the log as a whole. `full`: nothing can be written for lack of room; `nearly-full`: soon; `unreadable`: it
 * cannot be opened; `newer`: a later version of Lekas has made it into what this one does not know; `lost`: it was there, and
 * what is there now was begun anew.
 */
export type LogTrouble = 'full' | 'nearly-full' | 'unreadable' | 'newer' | 'lost';

/** A trouble for as long as which nothing can be written. */
export type WritingTrouble = Extract<LogTrouble, 'full' | 'unreadable' | 'newer'>;

/** What a database says that will not be opened, or was taken away; an upper one holds the cause in `inner`. */
const unreadable: readonly string[] = [
  'OpenFailedError',
  'DatabaseClosedError',
  'UnknownError',
  'InvalidStateError',
  'NotReadableError',
  'MissingAPIError',
];

/** What an error of the database says of the log as a whole; `null` where it is of what was to be written, or a bug. */
export function troubleIn(problem: unknown): WritingTrouble | null {
  const names = namesIn(problem);
  if (names.includes('QuotaExceededError')) return 'full';
  if (names.includes('VersionError')) return 'newer';
  return names.some(name => unreadable.includes(name)) ? 'unreadable' : null;
}

/**
 * Writes, and once more where the log could not be read: one that was closed is opened again by the next who asks; and in Firefox
 * the transaction after one that found no room may not put a row, which looks the same (`InvalidStateError`).
 */
export function writtenInTwo(write: () => Promise<void>): Promise<void> {
  return write().catch(problem => (troubleIn(problem) === 'unreadable' ? write() : Promise.reject(problem)));
}

function namesIn(problem: unknown, deep = 5): string[] {
  if (typeof problem !== 'object' || problem === null || deep === 0) return [];
  const { name, inner, cause } = problem as { name?: unknown; inner?: unknown; cause?: unknown };
  return [String(name), ...namesIn(inner, deep - 1), ...namesIn(cause, deep - 1)];
}
