import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { LogDb } from '@/lib/log/log-db';
import { record } from '@/lib/log/record';
import { logVersions } from '@/lib/log/versions';
import type { Rule } from '@/lib/rules/rule';
import { rulesOf } from '@/lib/rules/rules-of';
import { leftBy } from './left-by';
import { emptyLog, shuffled, testShop } from './logged-from';
import { roundRowsOf } from './round-rows';

const now = Date.parse('2026-03-10T12:00:00+07:00');
const minute = 60_000;
const day = 86_400_000;
const keys = logVersions[0]?.stores.rounds ?? '';

/** Two ways of folding, so that a conversation has rows of both. */
const rules = rulesOf(testShop).flatMap((rule): Rule[] => [
  rule,
  { ...rule, id: `${rule.id}-robots`, robot: 'answers' },
]);

/** Chats of two sessions with so many rounds each, whose ids are in no order; the newest waits in every other chat. */
async function logOf({ chats, rounds }: { chats: number; rounds: number }): Promise<LogDb> {
  const db = emptyLog();
  const said = { is: 'message', sense: 'network', kind: 'text' } as const;
  const seen = Array.from({ length: chats }, (_, chat) => {
    const ids = shuffled(
      Array.from({ length: rounds * 4 }, (_, id) => String(id)),
      chat,
    );
    return [20 * day, minute * rounds * 2].flatMap((ago, session) =>
      Array.from({ length: rounds * 2 }, (_, index) => ({
        ...said,
        // One name begins another, and one could be two words of a key.
        conversation: chat % 2 === 0 ? `c${chat}` : `c${chat - 1} person/604800000`,
        id: ids[session * rounds * 2 + index] ?? '',
        author: index % 2 === 0 ? ('buyer' as const) : chat % 3 === 0 ? ('robot' as const) : ('seller' as const),
        sentAt: now - ago + index * minute,
        ...(index % 5 === 0 && { uncertain: 59_000 }),
      })).slice(0, session === 1 && chat % 2 === 0 ? -1 : undefined),
    );
  }).flat();
  await record(db, seen, { shop: testShop, rules, now });
  return db;
}

it('rounds that were a row each become the rows of their sessions, in stretches that cut through both', async () => {
  const db = await logOf({ chats: 30, rounds: 12 });
  const sessions = await db.sessions.toArray();
  const rows = sessions.flatMap(roundRowsOf);
  expect(rows.length).toBeGreaterThan(1000);
  expect(sessions.filter(({ waitsUntil }) => waitsUntil !== undefined).length).toBeGreaterThan(10);
  // One that was settled was not written again when a later one was judged.
  const asKept = rows.map(row => ('changesAt' in row ? row : { ...row, judgedAt: row.judgedAt - minute }));
  const upgraded = new LogDb(await leftBy({ version: 1, tables: { rounds: { keys, rows: asKept } } }));
  const expected = sessions.map(row =>
    row.changesAt === undefined ? { ...row, judgedAt: row.judgedAt - minute } : row,
  );
  expect(await upgraded.sessions.toArray()).toEqual(expected);
  expect(upgraded.tables.some(({ name }) => name === 'rounds')).toBe(false);
  expect([...upgraded.backendDB().objectStoreNames]).not.toContain('rounds');
  upgraded.close();
  db.close();
});

it.each([
  // Their ids say nothing: within an instant they are scattered.
  ['the last waits', ['buyer', 'seller', 'buyer'], [0, 0, 0], true],
  ['the last was answered a moment later', ['buyer', 'seller', 'buyer', 'seller'], [0, 0, 0, 77], true],
  ['all was answered in it', ['buyer', 'seller', 'buyer', 'seller'], [0, 0, 0, 0], true],
  ['their messages were let go of', ['buyer', 'seller', 'buyer', 'seller'], [0, 0, 0, 77], false],
] as const)(
  'rounds that began in the same instant stay in their order, where %s',
  async (_, authors, after, areKept) => {
    const db = emptyLog();
    const said = { is: 'message', sense: 'network', conversation: 'c', kind: 'text' } as const;
    const seen = authors.map((author, order) => ({
      ...said,
      author,
      order,
      sentAt: now - minute + (after[order] ?? 0),
      id: String(20 - order),
    }));
    await record(db, seen, { shop: testShop, rules, now });
    const sessions = await db.sessions.toArray();
    expect(sessions[0]?.rounds).toHaveLength(2);
    const tables = {
      rounds: { keys, rows: sessions.flatMap(roundRowsOf) },
      messages: { keys: logVersions[0]?.stores.messages ?? '', rows: areKept ? await db.messages.toArray() : [] },
    };
    const upgraded = new LogDb(await leftBy({ version: 3, tables }));
    expect(await upgraded.sessions.toArray()).toEqual(sessions);
    upgraded.close();
    db.close();
  },
);
