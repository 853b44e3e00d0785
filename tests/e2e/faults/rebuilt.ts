import { LogDb, type SessionRow, type TallyRow } from '@/lib/log/log-db';
import { record, sweep } from '@/lib/log/record';
import { rulesFor } from '@/lib/rules/rules-for';

interface Derived {
  readonly sessions: readonly object[];
  readonly tallies: readonly TallyRow[];
}

/**
 * Sessions and tallies as they stand, and as they become when the messages alone are recorded anew, all judged at this moment. What
 * a page's own marks add is left out: they are no messages.
 */
export async function derivedTwice(): Promise<{ kept: Derived; again: Derived }> {
  const db = new LogDb();
  const name = 'lekas-rebuilt';
  await new LogDb(name).delete();
  const fresh = new LogDb(name);
  const now = Date.now();
  try {
    for (const { shop } of await db.shops.toArray()) {
      const messages = await db.messages.where('[shop+conversation+id]').between([shop], [shop, []]).toArray();
      const seen = messages.map(({ shop: _, ...message }) => ({ is: 'message' as const, ...message }));
      await record(fresh, seen, { shop, ...rulesFor(shop), now });
      await sweep(db, shop, now);
    }
    return { kept: await derivedIn(db), again: await derivedIn(fresh) };
  } finally {
    await fresh.delete();
    db.close();
  }
}

async function derivedIn(db: LogDb): Promise<Derived> {
  const sessions = (await db.sessions.toArray()).filter(({ fold }) => fold !== 'mark' && fold !== 'promise');
  return { sessions: sessions.map(withoutMoment), tallies: await db.tallies.toArray() };
}

/** When it was judged last is not a part of what was judged. */
function withoutMoment({ judgedAt: _, ...session }: SessionRow): object {
  return session;
}
