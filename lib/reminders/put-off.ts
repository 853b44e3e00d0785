import { caseEnd, caseOwner } from '../chat/case';
import type { LogDb } from '../log/log-db';
import { promisedRounds, waitingRounds } from '../log/waiting-query';
import type { SnoozeWish } from '../messaging/protocol';
import { snoozeKey } from './snooze';

/**
 * Puts reminders off from `now` (ms) on, or ends that before its time: what was held back is then said. `false` where nobody
 * waits in that chat, or that case does not run.
 */
export async function putOff(db: LogDb, { chat, case: id, minutes }: SnoozeWish, now: number): Promise<boolean> {
  const key = snoozeKey(id === undefined ? chat : { shop: caseOwner, conversation: id });
  return db.transaction('rw', [db.snoozes, db.sessions, db.conversations, db.cases], async () => {
    if (minutes === 0) {
      await db.snoozes.update(key, { until: now });
      return true;
    }
    const until = now + minutes * 60_000;
    if (id !== undefined) {
      const row = await db.cases.get(id);
      if (!row || row.doneAt !== undefined) return false;
      await db.snoozes.put({ key, from: now, until, round: String(caseEnd(row)) });
      return true;
    }
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
