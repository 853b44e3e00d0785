import Dexie from 'dexie';
import type { Observation, SeenMessage } from '../chat/observation';
import type { ShopId } from '../chat/shop';
import { type Untimely, untimely } from '../chat/untimely';
import type { LogDb } from './log-db';
import { sightingId } from './sightings';

/** A batch without the messages whose time cannot be, and those. */
export function withoutUntimely(
  observations: readonly Observation[],
  now: number,
): { readonly timely: readonly Observation[]; readonly wrong: readonly SeenMessage[] } {
  const isWrong = (one: Observation): one is SeenMessage => one.is === 'message' && untimely(one.sentAt, now) !== null;
  return { timely: observations.filter(one => !isWrong(one)), wrong: observations.filter(isWrong) };
}

/**
 * Notes messages whose time cannot be, each once however often it is seen; one that is known with a good time is none of
 * them, and one that comes with a good time is none any more. Inside a transaction of the caller's.
 */
export async function noteUntimely(
  db: LogDb,
  shop: ShopId,
  wrong: readonly SeenMessage[],
  timely: readonly Observation[],
  now: number,
): Promise<void> {
  const rows = wrong.flatMap(message => {
    const why = untimely(message.sentAt, now);
    return why ? [{ shop, conversation: message.conversation, id: idOf(message), sentAt: message.sentAt, why }] : [];
  });
  if (rows.length > 0) {
    const known = await db.messages.bulkGet(rows.map(keyOf));
    await db.untimely.bulkPut(rows.filter((_, index) => !known[index]));
  }
  if ((await of(db, shop).count()) === 0) return;
  const good = timely.flatMap(one => (one.is === 'message' ? [{ shop, ...one, id: idOf(one) }] : []));
  await db.untimely.bulkDelete(good.map(keyOf));
}

/** How many messages of a shop are not counted because their time cannot be, by what is wrong with it. */
export async function untimelyMessages(db: LogDb, shop: ShopId): Promise<Readonly<Record<Untimely, number>>> {
  const rows = await of(db, shop).toArray();
  const count = (wanted: Untimely) => rows.filter(({ why }) => why === wanted).length;
  return { ahead: count('ahead'), 'before-2015': count('before-2015') };
}

const of = (db: LogDb, shop: ShopId) =>
  db.untimely.where('[shop+conversation+id]').between([shop], [shop, Dexie.maxKey]);

const idOf = ({ id, author, sentAt, ordinal = 0 }: SeenMessage) => id ?? sightingId(author, sentAt, ordinal);

const keyOf = ({ shop, conversation, id }: { shop: ShopId; conversation: string; id: string }) =>
  [shop, conversation, id] as [ShopId, string, string];
