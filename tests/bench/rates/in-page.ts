import type { ShopId } from '@/lib/chat/shop';
import { LogDb } from '@/lib/log/log-db';
import { loggedRate } from '@/lib/log/rate-query';
import type { Rate } from '@/lib/rates/rate';
import { type PlainChat, type PlainMessage, rateOf } from '@/lib/rates/rate-of';
import { rulesFor } from '@/lib/rules/rules-for';
import { fillLog } from '../long-log';

const shop: ShopId = 'tiktok-shop/ID/7494000000000000001';

export interface RateTimes {
  /** ms, of each run: from the tallies, database and all. */
  readonly tallied: readonly number[];
  /** ms, of each run: the reference over the message lists, which lie in memory by then. */
  readonly reference: readonly number[];
  /** ms: reading the messages for that, once. */
  readonly readMs: number;
  readonly rates: readonly [tallied: Rate, reference: Rate];
}

/** The 12-hour rate of 30 days, on a log of so many messages, both ways. */
export async function timeRates(messages: number, runs: { tallied: number; reference: number }): Promise<RateTimes> {
  const db = new LogDb('lekas-bench');
  await db.delete({ disableAutoOpen: false });
  await db.open();
  try {
    const now = Date.now();
    await fillLog(db, { shop, messages, days: 90, waiting: 200, now });
    const { rules, holidays } = rulesFor(shop);
    const known = rules.find(({ id }) => id === 'tiktok-shop/12h');
    if (!known) throw new Error('there is no 12-hour rule');
    const rule = { ...known, window: { days: 30 } };
    const fromTallies = async () => (await loggedRate(db, { shop, rule, holidays, now })).rate;
    const start = performance.now();
    const chats = await chatsIn(db);
    const readMs = performance.now() - start;
    const fromMessages = async () => rateOf(chats, rule, now, { holidays });
    return {
      tallied: await timesOf(runs.tallied, fromTallies),
      reference: await timesOf(runs.reference, fromMessages),
      readMs,
      rates: [await fromTallies(), await fromMessages()],
    };
  } finally {
    await db.delete();
  }
}

async function timesOf(runs: number, work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times;
}

async function chatsIn(db: LogDb): Promise<PlainChat[]> {
  const chats = new Map<string, PlainMessage[]>();
  for (const { conversation, sentAt, author, session, uncertain } of await db.messages.toArray()) {
    const messages = chats.get(conversation) ?? [];
    chats.set(conversation, messages);
    messages.push({ at: sentAt, by: author, session, ...(uncertain !== undefined && { uncertain: uncertain / 1000 }) });
  }
  return [...chats].map(([id, messages]) => ({ id, messages }));
}
