import { caseEnd, caseName } from '@/lib/chat/case';
import type { Health } from '@/lib/chat/health';
import { LogDb } from '@/lib/log/log-db';
import { markConversation } from '@/lib/log/mark-conversation';
import { record } from '@/lib/log/record';
import { usualHours } from '@/lib/rules/case-clock';
import { rulesFor } from '@/lib/rules/rules-for';
import { type ShopStory, told } from './shop-story';

/** A shop of a scene, how well it is seen, and since when (ms before now). */
export interface SeededShop extends ShopStory {
  readonly health: Health;
  readonly unseenForMs?: number;
  /** The platform's own figure, where it shows one. */
  readonly official?: number;
  /** Who waits but was set aside, by the number of the waiting chat. */
  readonly aside?: readonly number[];
  /** A counting again that is under way. */
  readonly again?: { readonly done: number; readonly of: number };
}

/** A case of a scene, and how long ago its last word was. */
export interface SeededCase {
  readonly label: string;
  readonly hoursAgo: number;
  /** Default: what most clocks run. */
  readonly hours?: number;
  readonly page?: string;
  readonly isSnoozed?: boolean;
  readonly isDone?: boolean;
}

const hour = 3_600_000;
const day = 24 * hour;

/**
 * Makes the log hold these shops and no other. It runs in a page of the extension, with the extension's own code: what is
 * derived is derived as in life.
 */
export async function seed(shops: readonly SeededShop[]): Promise<void> {
  const db = new LogDb();
  await db.delete({ disableAutoOpen: false });
  await db.open();
  const now = Date.now();
  for (const story of shops) {
    const { shop, unseenForMs = 0, official, aside = [] } = story;
    const seenAt = now - unseenForMs;
    const seen = told(story, seenAt);
    // A shop of which nothing was told yet is known all the same.
    for (let from = 0; from === 0 || from < seen.length; from += 500) {
      await record(db, seen.slice(from, from + 500), { shop, ...rulesFor(shop), now: seenAt });
    }
    await db.coverage.bulkPut(
      Array.from({ length: story.days }, (_, i) => ({
        shop,
        from: seenAt - (i + 1) * day + 9 * hour,
        to: seenAt - i * day - (i % 5 === 4 ? 5 : 0) * hour,
      })),
    );
    if (official !== undefined) {
      const seen = { is: 'official', metric: 'response-rate-12h', value: official, at: now - 130 * 60_000 } as const;
      await record(db, [seen], { shop, ...rulesFor(shop), now });
    }
    for (const [index, number] of aside.entries()) {
      const mark = index === 0 ? ({ setAside: 'spam' } as const) : { blocked: true };
      await markConversation(db, shop, `waits-${number}`, mark, now);
    }
  }
  db.close();
}

/** Makes the log hold these cases and no other. */
export async function tracked(cases: readonly SeededCase[]): Promise<void> {
  const db = new LogDb();
  const now = Date.now();
  await db.cases.clear();
  await db.snoozes.clear();
  for (const [index, { label, hoursAgo, hours = usualHours, page, isSnoozed, isDone }] of cases.entries()) {
    const id = `case-${index}`;
    const lastWordAt = now - hoursAgo * hour;
    const times = { trackedAt: lastWordAt, changedAt: lastWordAt, ...(isDone && { doneAt: now - 60_000 }) };
    await db.cases.put({ id, label, lastWordAt, hours, ...times, ...(page !== undefined && { page }) });
    if (!isSnoozed) continue;
    const round = String(caseEnd({ lastWordAt, hours }));
    await db.snoozes.put({ key: caseName(id), round, from: now - 60_000, until: now + hour });
  }
  db.close();
}

/**
 * Has each shop's chat page seen as its story says, as of now: a sign of life grows old within minutes, and no page is
 * there to give another.
 */
export async function watched(shops: readonly SeededShop[], tab: number): Promise<void> {
  const db = new LogDb();
  const now = Date.now();
  for (const { shop, again } of shops) {
    // The background soon has counted all of them.
    const row = again && (await db.shops.get(shop));
    if (row) await db.shops.put({ ...row, again: { wanted: row.complete, ...again } });
  }
  const seen = shops.filter(({ health }) => health.state !== 'closed');
  await db.watch.bulkPut(
    seen.map(({ shop, health }) => ({ tab, shop, health, since: now - 64 * 60_000, at: now, notUnderstood: 0 })),
  );
  db.close();
}
