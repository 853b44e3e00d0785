import type { LogDb } from '../log/log-db';
import { promisedRounds, waitingRounds } from '../log/waiting-query';
import type { SnoozeWish } from '../messaging/protocol';
import { snoozeKey } from './snooze';

/**
 * Puts reminders off from `now` (ms) on, or ends that before its time: what was held back is then said. `false` where nobody
 * waits in that chat.
 */
export async function putOff(db: LogDb, { chat, minutes }: SnoozeWish, now: number): Promise<boolean> {
  const key = snoozeKey(chat);
  return db.transaction('rw', [db.snoozes, db.rounds, db.conversations], async () => {
    if (minutes === 0) {
      await db.snoozes.update(key, { until: now });
      return true;
    }
    const until = now + minutes * 60_000;
    if (!chat) {
      await db.snoozes.put({ key, from: now, until });
      return true;
    }
    const waiting = [...(await waitingRounds(db, chat.shop, now)), ...(await promisedRounds(db, chat.shop, now))];
    const round = waiting.find(({ conversation }) => conversation === chat.conversation);
    if (!round) return false;
    await db.snoozes.put({ key, from: now, until, round: round.id });
    return true;
  });
}
