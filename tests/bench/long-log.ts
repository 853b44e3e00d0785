import type { SeenMessage } from '@/lib/chat/observation';
import type { ShopId } from '@/lib/chat/shop';
import { booksOf, openBooks } from '@/lib/log/books';
import type { LogDb } from '@/lib/log/log-db';
import { recordTold } from '@/lib/log/record';
import type { Told } from '@/lib/log/told';
import { rulesFor } from '@/lib/rules/rules-for';
import { chance } from '../tools/chance';

export interface LongLog {
  readonly shop: ShopId;
  readonly messages: number;
  /** The days before `now` over which the chats are spread. */
  readonly days: number;
  /** How many chats wait. */
  readonly waiting: number;
  /** ms. */
  readonly now: number;
}

const perChat = 20;
const chatsAtOnce = 1000;
const dayMs = 86_400_000;

/** Fills an empty log as recording would, many chats at a time: what is derived is derived by the product's own code. */
export async function fillLog(db: LogDb, log: LongLog): Promise<void> {
  const { shop, now } = log;
  const row = await db.transaction('rw', [db.shops, db.tallies, db.conversations], () =>
    openBooks(db, shop, rulesFor(shop), now),
  );
  const args = { shop, books: booksOf(row), now };
  let told = new Map<string, Told>();
  const write = async () => {
    const tables = [db.messages, db.conversations, db.sessions, db.tallies];
    await db.transaction('rw', tables, () => recordTold(db, told, args));
    told = new Map();
  };
  for (const messages of chatsOf(log)) {
    const [first] = messages;
    if (first) told.set(first.conversation, { messages, states: [] });
    if (told.size >= chatsAtOnce) await write();
  }
  await write();
}

/** The same messages, chat by chat, as a page gives what it was sent of the past. */
export const historyOf = (log: LongLog): SeenMessage[] => [...chatsOf(log)].flat();

/** What the chat with this number is called, the oldest rows of the table first. */
export const chatName = (chat: number): string => String(7_494_000_000_000_000_000n + BigInt(chat));

function* chatsOf({ messages, days, waiting, now }: LongLog): Generator<SeenMessage[]> {
  const chats = Math.ceil(messages / perChat);
  const random = chance(messages);
  for (let chat = 0; chat < chats; chat++) {
    const conversation = chatName(chat);
    const waits = chat >= chats - waiting;
    const startAt = waits ? now - 60_000 - random() * 540_000 : now - (3 + random() * (days - 3)) * dayMs;
    yield chatFrom(chat, conversation, startAt, waits, random);
  }
}

function chatFrom(chat: number, conversation: string, startAt: number, waits: boolean, random: () => number) {
  const messages: SeenMessage[] = [];
  let at = Math.floor(startAt);
  for (let i = 0; i < perChat; i++) {
    const isLast = i === perChat - 1;
    const author = isLast && waits ? 'buyer' : i % 2 === 0 ? 'buyer' : 'seller';
    const id = String(7_600_000_000_000_000_000n + BigInt(chat) * 1000n + BigInt(i));
    messages.push({ is: 'message', sense: 'network', conversation, id, author, kind: 'text', sentAt: at });
    // Most answers come within minutes, some after hours; the chats that wait are younger than their first deadline.
    at += waits ? 1000 : Math.floor(random() < 0.9 ? random() * 240_000 : random() * 60_000_000);
  }
  return messages;
}
