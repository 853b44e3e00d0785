import type { Message } from '@/lib/chat/message';
import type { Observation, SeenMessage } from '@/lib/chat/observation';
import type { ShopId } from '@/lib/chat/shop';
import { LogDb } from '@/lib/log/log-db';
import { record } from '@/lib/log/record';
import { rulesFor } from '@/lib/rules/rules-for';
import { chance } from '../../tools/chance';
import { chatName, historyOf } from '../long-log';
import { openRaw, rawDone } from '../raw-db';

const shop: ShopId = 'tiktok-shop/ID/7494000000000000001';

/** As many as the outbox sends at once. */
const batch = 500;

/** ms, of each run. */
export interface BesideRaw {
  readonly ours: readonly number[];
  readonly raw: readonly number[];
}

/** Records a history of so many messages into an empty log, batch after batch, beside a raw put of the same rows. */
export async function timeHistory(messages: number, runs: number): Promise<BesideRaw> {
  const ours: number[] = [];
  const raw: number[] = [];
  for (let run = 0; run < runs; run++) {
    const now = Date.now();
    const seen = historyOf({ shop, messages, days: 90, waiting: 20, now });
    const db = new LogDb('lekas-bench');
    await db.delete({ disableAutoOpen: false });
    await db.open();
    const start = performance.now();
    await recordAll(db, seen, now);
    ours.push(performance.now() - start);
    const rows = await db.messages.toArray();
    if (rows.length !== messages) throw new Error(`${rows.length} of ${messages} were recorded`);
    await db.delete();
    raw.push(await timeRaw(rows));
  }
  return { ours, raw };
}

async function recordAll(db: LogDb, seen: readonly Observation[], now: number): Promise<void> {
  for (let from = 0; from < seen.length; from += batch) {
    await record(db, seen.slice(from, from + batch), { shop, ...rulesFor(shop), now });
  }
}

/** All of them put in one transaction, until it is committed. */
async function timeRaw(rows: readonly Message[]): Promise<number> {
  const db = await openRaw('lekas-floor', db =>
    db.createObjectStore('messages', { keyPath: ['shop', 'conversation', 'id'] }),
  );
  const start = performance.now();
  const transaction = db.transaction('messages', 'readwrite');
  const store = transaction.objectStore('messages');
  for (const row of rows) store.put(row);
  await rawDone(transaction);
  const took = performance.now() - start;
  db.close();
  indexedDB.deleteDatabase('lekas-floor');
  return took;
}

/** Records one live message after another into the log as it is, each in another chat, beside a raw put into the same table. */
export async function timeLive(count: number): Promise<BesideRaw> {
  const db = new LogDb();
  await db.open();
  const raw = await openRaw('lekas');
  const random = chance(count);
  const chats = await db.conversations.count();
  const [ours, floor]: [number[], number[]] = [[], []];
  for (let i = 0; i < count; i++) {
    const row = await db.conversations.get([shop, chatName(Math.floor(random() * chats))]);
    if (!row) throw new Error('the log has no such chat');
    const now = Date.now();
    const { conversation } = row;
    const message: SeenMessage = {
      is: 'message',
      sense: 'network',
      conversation,
      id: `${now}${i}`,
      author: i % 2 === 0 ? 'buyer' : 'seller',
      kind: 'text',
      sentAt: now,
    };
    const start = performance.now();
    await record(db, [message], { shop: row.shop, ...rulesFor(row.shop), now });
    ours.push(performance.now() - start);
    const { is: _, ...rest } = message;
    const before = performance.now();
    const transaction = raw.transaction('messages', 'readwrite');
    const store = transaction.objectStore('messages');
    const put = { ...rest, shop: row.shop, conversation: '~floor', id: String(i) };
    store.put(put);
    await rawDone(transaction);
    floor.push(performance.now() - before);
    await db.messages.delete([put.shop, put.conversation, put.id]);
  }
  raw.close();
  db.close();
  return { ours, raw: floor };
}
