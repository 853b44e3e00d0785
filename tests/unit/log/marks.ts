import { expect } from 'vitest';
import { namedChat } from '@/lib/chat/named-chat';
import type { SeenConversation, SeenMessage } from '@/lib/chat/observation';
import type { ShopId } from '@/lib/chat/shop';
import type { LogDb } from '@/lib/log/log-db';
import { record } from '@/lib/log/record';
import { waitingRounds, waitingUnnamed } from '@/lib/log/waiting-query';
import { rulesOf } from '@/lib/rules/rules-of';
import { emptyLog } from './logged-from';

export const shop: ShopId = 'feige/CN/7490001';
export const noon = Date.parse('2026-11-23T12:00:00+08:00');
export const second = 1000;
export const x = '5550001:7490001::2:1:pigeon';
export const y = '5550002:7490001::2:1:pigeon';
export const rules = rulesOf(shop);

/** A conversation's state as it was seen `seenAt` seconds after noon. */
export function state(conversation: string, seenAt: number, more: Partial<SeenConversation> = {}): SeenConversation {
  return { is: 'conversation', sense: 'page', conversation, at: noon + seenAt * second, ...more };
}

/** Waiting since `since` seconds after noon, give or take: `[since, since + vague]`. */
export function waits(conversation: string, since: number, vague = 0, seenAt = since + 60): SeenConversation {
  return state(conversation, seenAt, {
    waiting: true,
    waitingSince: noon + since * second,
    ...(vague > 0 && { waitingUncertain: vague * second }),
  });
}

/** The row of a buyer of whom only the name is shown. */
export function row(buyer: string, since: number | null, vague = 1, seenAt = (since ?? 50) + 60): SeenConversation {
  const chat = namedChat(buyer);
  const told = since === null ? state(chat, seenAt, { waiting: false }) : waits(chat, since, vague, seenAt);
  return { ...told, buyer };
}

let ids = 0;
export function message(
  conversation: string,
  author: SeenMessage['author'],
  at: number,
  more: Partial<SeenMessage> = {},
): SeenMessage {
  const id = `7490${ids++}`;
  const sentAt = noon + at * second;
  return { is: 'message', sense: 'network', conversation, id, author, kind: 'text', sentAt, ...more };
}

/** Records each batch by itself, in order. */
export async function logOf(...batches: readonly (readonly (SeenConversation | SeenMessage)[])[]): Promise<LogDb> {
  const db = emptyLog();
  for (const batch of batches) await record(db, batch, { shop, rules, now: noon + 120 * second });
  return db;
}

/** Who waits, since how many seconds after noon, and how vague that is. */
export async function waiting(db: LogDb, after = 120) {
  const rounds = await waitingRounds(db, shop, noon + after * second);
  // Who only counts must come to the same.
  const counted = await waitingUnnamed(db, shop, noon + after * second);
  expect(counted.map(({ conversation }) => conversation)).toEqual(rounds.map(({ conversation }) => conversation));
  return rounds
    .map(({ conversation, buyer = null, startAt, uncertain = 0 }) => ({
      conversation,
      buyer,
      since: (startAt - noon) / second,
      vague: uncertain / second,
    }))
    .sort((a, b) => a.since - b.since);
}
