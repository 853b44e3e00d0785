import 'fake-indexeddb/auto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import type { ShopId } from '@/lib/chat/shop';
import { trackCase } from '@/lib/log/cases';
import { cover, fill } from '@/lib/log/coverage';
import { LogDb, type SessionRow } from '@/lib/log/log-db';
import { markConversation } from '@/lib/log/mark-conversation';
import { loggedRate } from '@/lib/log/rate-query';
import { record } from '@/lib/log/record';
import { logVersions } from '@/lib/log/versions';
import { noteSign } from '@/lib/log/watch-log';
import { rulesOf } from '@/lib/rules/rules-of';
import { type Kept, leftBy } from './left-by';
import { emptyLog, testShop } from './logged-from';
import { roundRowsOf } from './round-rows';

const folder = 'tests/unit/log/versions';
const fileOf = (version: number) => `${folder}/${version}.json`;
const newest = logVersions.at(-1)?.version ?? 0;
const now = Date.parse('2026-03-10T12:00:00+07:00');
const minute = 60_000;
const rules = rulesOf(testShop);

/** The tables of one version: what it says, and what those before it say of the others. */
function tablesOf(version: number): Record<string, string> {
  const stores = Object.assign({}, ...logVersions.filter(each => each.version <= version).map(({ stores }) => stores));
  return Object.fromEntries(
    Object.entries(stores as Record<string, string | null>).filter(([, keys]) => keys !== null),
  ) as Record<string, string>;
}

/** A log with a row in every table, by the code of the day. */
async function filledLog(): Promise<LogDb> {
  const db = emptyLog();
  const said = { is: 'message', sense: 'network', kind: 'text' } as const;
  await record(
    db,
    [
      { ...said, conversation: 'c1', id: '1', author: 'buyer', sentAt: now - 300 * minute, session: '7' },
      { ...said, conversation: 'c1', id: '2', author: 'seller', agent: '42', sentAt: now - 290 * minute, session: '7' },
      { ...said, conversation: 'c2', id: '3', author: 'buyer', sentAt: now - 2000 * minute },
      { ...said, conversation: 'c3', id: '4', author: 'buyer', sentAt: now - 2 * minute, uncertain: 59_999 },
      { ...said, conversation: 'c3', id: '5', author: 'buyer', sentAt: now + 400 * 86_400_000 },
      {
        is: 'conversation',
        sense: 'page',
        conversation: 'c3',
        at: now,
        buyer: 'Invented Name',
        waiting: true,
        unread: 1,
      },
      { is: 'official', metric: 'waiting-chats', value: 1, at: now },
    ],
    { shop: testShop, rules, now },
  );
  await markConversation(db, testShop, 'c2', { setAside: 'spam' }, now);
  await noteSign(db, 7, { shops: [testShop], health: { state: 'watching' }, notUnderstood: 0 }, now);
  await cover(db, testShop, now + minute);
  await fill(db, testShop, now - 500 * minute, now - 400 * minute);
  await trackCase(db, { label: 'Invented case', lastWordAt: now - minute, hours: 72 }, now);
  await db.reminders.put({ key: `${testShop} c3 4 tiktok-shop/12h 1800`, at: now });
  await db.snoozes.put({ key: 'all', from: now, until: now + 5 * minute });
  await db.meta.bulkPut([
    { key: 'last-asked', value: now },
    { key: 'notice', n: 1, at: now, state: 'shown', how: 'new', says: [] },
  ]);
  return db;
}

async function keptBy(db: LogDb): Promise<Kept> {
  const tables: Record<string, { keys: string; rows: object[] }> = {};
  for (const [name, keys] of Object.entries(tablesOf(newest))) {
    tables[name] = { keys, rows: await db.table(name).toArray() };
  }
  return { version: newest, tables };
}

const read = (version: number) => JSON.parse(readFileSync(fileOf(version), 'utf8')) as Kept;

/** The rows of a table as one of any version had them. */
async function rowsNow(db: LogDb, table: string): Promise<object[]> {
  // Until version 3 each round was a row.
  if (table === 'rounds') return (await db.sessions.toArray()).flatMap((row: SessionRow) => roundRowsOf(row));
  return db.table(table).toArray();
}

describe('the versions of the database', () => {
  it('are numbered without a gap, and each has left a log behind', async () => {
    expect(logVersions.map(({ version }) => version)).toEqual(logVersions.map((_, i) => i + 1));
    // Written once, when a version is made: `LEKAS_WRITE_VERSION=1 npx vitest run --project unit tests/unit/log/versions.test.ts`.
    if (process.env.LEKAS_WRITE_VERSION !== undefined && !existsSync(fileOf(newest))) {
      writeFileSync(fileOf(newest), `${JSON.stringify(await keptBy(await filledLog()), null, 2)}\n`);
    }
    expect(readdirSync(folder).sort()).toEqual(logVersions.map(({ version }) => `${version}.json`));
  });

  it.each(logVersions)('version $version keeps its tables and keys as they were shipped', ({ version }) => {
    const { version: written, tables } = read(version);
    expect(written).toBe(version);
    const kept = Object.fromEntries(Object.entries(tables).map(([name, { keys }]) => [name, keys]));
    expect(kept).toEqual(tablesOf(version));
    for (const [name, { rows }] of Object.entries(tables)) expect(rows.length, name).toBeGreaterThan(0);
  });

  it.each(logVersions)('a log of version $version becomes one of the newest, and loses no row', async ({ version }) => {
    const before = read(version);
    const db = new LogDb(await leftBy(before));
    await db.open();
    expect(db.verno).toBe(newest);
    expect(db.tables.map(({ name }) => name).sort()).toEqual(Object.keys(tablesOf(newest)).sort());
    for (const [name, { rows }] of Object.entries(before.tables)) {
      expect(await rowsNow(db, name), name).toEqual(rows);
    }
    db.close();
  });

  it.each(logVersions)(
    'and goes on: what is recorded in one of version $version counts as in a new one',
    async ({ version }) => {
      const db = new LogDb(await leftBy(read(version)));
      const fresh = await filledLog();
      const later = now + 30 * minute;
      const answer = {
        is: 'message',
        sense: 'network',
        conversation: 'c3',
        id: '6',
        author: 'seller',
        kind: 'text',
        sentAt: later,
      } as const;
      for (const each of [db, fresh]) await record(each, [answer], { shop: testShop, rules, now: later });
      const rate = async (of: LogDb, shop: ShopId) => {
        const rule = rules.find(({ id }) => id === 'tiktok-shop/12h');
        if (!rule) throw new Error('no such rule');
        return (await loggedRate(of, { shop, rule, holidays: [], now: later })).rate;
      };
      expect(await rate(db, testShop)).toEqual(await rate(fresh, testShop));
      expect((await rate(db, testShop)).value).not.toBeNull();
      expect(await db.messages.toArray()).toEqual(await fresh.messages.toArray());
      expect(await db.sessions.toArray()).toEqual(await fresh.sessions.toArray());
      expect(await db.tallies.toArray()).toEqual(await fresh.tallies.toArray());
      await trackCase(db, { label: 'another', lastWordAt: now, hours: 24 }, later);
      expect(await db.cases.where('id').notEqual('').count()).toBeGreaterThan(0);
    },
  );

  it('a log of a version that is not known yet keeps all its rows', async () => {
    const kept = read(newest);
    const name = await leftBy({ ...kept, version: newest + 1 });
    const db = new LogDb(name);
    // Dexie opens a newer one where no table that it knows has changed.
    await db.open().catch(() => {});
    db.close();
    const later = new Dexie(name);
    await later.open();
    expect(await later.table('messages').toArray()).toEqual(kept.tables.messages?.rows);
    later.close();
  });
});
