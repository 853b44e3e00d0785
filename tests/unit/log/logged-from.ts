import type { SeenConversation, SeenMessage } from '@/lib/chat/observation';
import type { ShopId } from '@/lib/chat/shop';
import { LogDb } from '@/lib/log/log-db';
import { markConversation } from '@/lib/log/mark-conversation';
import { record, sweep } from '@/lib/log/record';
import type { PlainChat } from '@/lib/rates/rate-of';
import type { Holidays } from '@/lib/rates/verdict';
import type { Rule } from '@/lib/rules/rule';

let databases = 0;

export function emptyLog(): LogDb {
  return new LogDb(`lekas-test-${databases++}`);
}

export const testShop: ShopId = 'tiktok-shop/ID/7494000000000000001';

/** The chats as the network would have told them; ids in the order they are written down. */
export function observationsOf(chats: readonly PlainChat[]): SeenMessage[] {
  return chats.flatMap(({ id, messages }, chat) =>
    messages.map(({ at, by, session, uncertain }, index) => ({
      is: 'message',
      sense: 'network',
      conversation: id,
      id: String(1000 * (chat + 1) + index),
      author: by,
      kind: 'text',
      sentAt: typeof at === 'number' ? at : Date.parse(at),
      ...(session !== undefined && { session }),
      ...(uncertain !== undefined && { uncertain: uncertain * 1000 }),
    })),
  );
}

/** What a page tells at `now` of those of the chats that are blocked buyers'. */
export function blockedIn(chats: readonly PlainChat[], now: number): SeenConversation[] {
  return chats
    .filter(chat => chat.blocked)
    .map(({ id }) => ({ is: 'conversation', sense: 'network', conversation: id, at: now, blocked: true }));
}

interface LoggedArgs {
  readonly rules: readonly Rule[];
  readonly holidays?: Holidays;
  readonly now: number;
  readonly seed: number;
  /** ms by which the computer's clock is wrong while this or that is recorded; in turn. */
  readonly clockWrongBy?: readonly number[];
}

/** A log in which every message of the chats was recorded by itself, in an order that `seed` decides. */
export async function loggedFrom(chats: readonly PlainChat[], args: LoggedArgs) {
  const { rules, holidays = [], now, seed, clockWrongBy = [] } = args;
  const db = emptyLog();
  const by = { shop: testShop, rules, holidays };
  for (const [index, observation] of shuffled([...observationsOf(chats), ...blockedIn(chats, now)], seed).entries()) {
    // As it happens in life: recorded soon after it was sent, and judged then.
    const at = observation.is === 'message' ? observation.sentAt : now;
    const wrongBy = clockWrongBy[index % clockWrongBy.length] ?? 0;
    await record(db, [observation], { ...by, now: at + wrongBy });
    if (wrongBy !== 0) await sweep(db, testShop, at + wrongBy);
  }
  for (const { id, byHand } of chats) {
    if (byHand) await markConversation(db, testShop, id, { setAside: 'other' }, now);
  }
  return { db, shop: testShop };
}

/** A shuffle that the seed decides (mulberry32). */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
  let state = seed * 0x9e3779b9;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return list
    .map(item => ({ item, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
