import { LogDb } from '@/lib/log/log-db';
import { fillLog } from './long-log';

/** Fills the log of the browser it runs in: so many messages of 90 days, and 200 buyers who wait. */
export async function fill(messages: number): Promise<void> {
  const db = new LogDb();
  await fillLog(db, {
    shop: 'tiktok-shop/ID/7494000000000000001',
    messages,
    days: 90,
    waiting: 200,
    now: Date.now(),
  });
  db.close();
}
