import type { LogDb } from './log-db';

const chunk = 300;

/** Drops the buyers' names of conversations that were last seen before `before` (ms). */
export async function forgetNames(db: LogDb, before: number, signal?: AbortSignal): Promise<void> {
  for (let done = 0; !signal?.aborted; done += chunk) {
    const looked = await db.transaction('rw', db.conversations, async () => {
      const page = await db.conversations.where('seenAt').below(before).offset(done).limit(chunk).toArray();
      const named = page.filter(({ buyer }) => buyer !== undefined);
      await db.conversations.bulkPut(named.map(({ buyer: _, ...row }) => row));
      return page.length;
    });
    if (looked < chunk) return;
  }
}
