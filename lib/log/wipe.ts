import type { LogDb } from './log-db';

/**
 * Empties the log, in one transaction. The database itself stays: other pages of the extension have it open. A chat page
 * that is open is read anew, as after installing.
 */
export async function wipe(db: LogDb): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    await Promise.all(db.tables.map(table => table.clear()));
  });
}
