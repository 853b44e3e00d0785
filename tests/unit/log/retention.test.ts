import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { SeenMessage } from '@/lib/chat/observation';
import type { LogDb } from '@/lib/log/log-db';
import { record } from '@/lib/log/record';
import { retain } from '@/lib/log/retention';
import { rulesFor } from '@/lib/rules/rules-for';
import { emptyLog, testShop } from './logged-from';

const day = 86_400_000;
const now = Date.parse('2026-03-10T12:00:00+07:00');

const said = (conversation: string, id: string, author: 'buyer' | 'seller', daysAgo: number): SeenMessage => ({
  is: 'message',
  sense: 'network',
  conversation,
  id,
  author,
  kind: 'text',
  sentAt: now - daysAgo * day,
});

const seen = (conversation: string, daysAgo: number) =>
  ({
    is: 'conversation',
    sense: 'page',
    conversation,
    at: now - daysAgo * day,
    buyer: `Buyer ${conversation}`,
  }) as const;

const put = (db: LogDb, ...told: Parameters<typeof record>[1]) =>
  record(db, told, { shop: testShop, ...rulesFor(testShop), now });
const ids = async (db: LogDb) => (await db.messages.toArray()).map(({ conversation, id }) => `${conversation}/${id}`);

describe('what is older than the limit', () => {
  it('goes, and leaves its days counted', async () => {
    const db = emptyLog();
    await put(db, said('old', '1', 'buyer', 410), said('old', '2', 'seller', 409.9), said('new', '1', 'buyer', 5));
    const tallies = await db.tallies.toArray();
    await retain(db, { keepDays: 400, now });
    expect(await ids(db)).toEqual(['new/1']);
    expect((await db.sessions.toArray()).every(({ conversation }) => conversation === 'new')).toBe(true);
    expect((await db.conversations.toArray()).map(({ conversation }) => conversation)).toEqual(['new']);
    expect(await db.tallies.toArray()).toEqual(tallies);
  });

  it('stays while its stretch of talk goes on after the limit', async () => {
    const db = emptyLog();
    const talk = [403, 398, 395].map((daysAgo, i) => said('c', String(i), i % 2 ? 'seller' : 'buyer', daysAgo));
    await put(db, ...talk);
    await retain(db, { keepDays: 400, now });
    expect(await ids(db)).toEqual(['c/0', 'c/1', 'c/2']);
  });

  it('goes without what was said later being counted otherwise', async () => {
    const db = emptyLog();
    await put(db, said('c', '1', 'seller', 500), said('c', '2', 'buyer', 499.9), said('c', '3', 'buyer', 3));
    await retain(db, { keepDays: 400, now });
    expect(await ids(db)).toEqual(['c/3']);
    const tallies = await db.tallies.toArray();
    await put(db, said('c', '4', 'seller', 1), said('c', '5', 'buyer', 500.5));
    await put(db, said('c', '4', 'seller', 1));
    // The answer was late for one rule and for the other; what is gone counts as before.
    const old = (rows: typeof tallies) => rows.filter(({ day }) => day < '2025-01-01' && day > '2024-10-27');
    expect(old(await db.tallies.toArray())).toEqual(old(tallies));
  });

  it('leaves of a stretch that a longer gap holds together the rounds that are still there', async () => {
    const db = emptyLog();
    const [rule] = rulesFor(testShop).rules;
    if (!rule) throw new Error('no rule');
    // For this one twenty days of silence end nothing: what is forgotten and what stays is one session to it.
    const rules = [rule, { ...rule, id: 'own/long-gap', unit: 'first-response', sessionGap: 40 * 86_400 } as const];
    const tell = (...told: SeenMessage[]) => record(db, told, { shop: testShop, rules, now });
    await tell(said('c', '1', 'buyer', 410), said('c', '2', 'seller', 409.9), said('c', '3', 'buyer', 390));
    const tallies = await db.tallies.toArray();
    await retain(db, { keepDays: 400, now });
    const kept = (await db.sessions.toArray()).map(({ opening, rounds }) => [
      opening,
      rounds.map(({ asks }) => asks.length),
    ]);
    expect(kept).toEqual([
      ['3', [1]],
      ['3', [1]],
    ]);
    expect(await db.tallies.toArray()).toEqual(tallies);
    await tell(said('c', '4', 'seller', 389.9));
    const firstDay = (rows: typeof tallies) => rows.filter(({ day }) => day === tallies[0]?.day);
    expect(firstDay(await db.tallies.toArray())).toEqual(firstDay(tallies));
    expect((await db.sessions.toArray()).map(({ rounds }) => rounds[0]?.reply?.id)).toEqual(['4', '4']);
  });

  it('broken off and begun again ends the same', async () => {
    const [whole, halves] = [emptyLog(), emptyLog()];
    const told = Array.from({ length: 90 }, (_, i) => said(`c${i}`, '1', 'buyer', 390 + i / 4));
    for (const db of [whole, halves]) await put(db, ...told);
    await retain(whole, { keepDays: 400, now });
    const broken = new AbortController();
    const reads = halves.messages.where.bind(halves.messages);
    let left = 30;
    halves.messages.where = ((...args: Parameters<typeof reads>) => {
      if (--left === 0) broken.abort();
      return reads(...args);
    }) as typeof reads;
    await retain(halves, { keepDays: 400, now, signal: broken.signal });
    const between = await ids(halves);
    expect(between.length).toBeGreaterThan((await ids(whole)).length);
    expect(between.length).toBeLessThan(90);
    await retain(halves, { keepDays: 400, now });
    expect(await ids(halves)).toEqual(await ids(whole));
  });
});

describe('names', () => {
  it('go after 90 days without being seen, and nothing else does', async () => {
    const db = emptyLog();
    const chats = Array.from({ length: 700 }, (_, i) => seen(`c${i}`, i < 350 ? 91 : 89));
    await put(db, ...chats, said('c0', '1', 'buyer', 91));
    await retain(db, { keepDays: 400, now });
    const rows = await db.conversations.toArray();
    expect(rows).toHaveLength(700);
    const named = rows.filter(({ buyer }) => buyer !== undefined);
    expect(named).toHaveLength(350);
    expect(named.every(({ seenAt = 0 }) => seenAt === now - 89 * day)).toBe(true);
    expect(await ids(db)).toEqual(['c0/1']);
  });

  it('go no later than the messages', async () => {
    const db = emptyLog();
    await put(db, seen('c', 40));
    await retain(db, { keepDays: 30, now });
    expect((await db.conversations.toArray())[0]?.buyer).toBeUndefined();
  });
});
