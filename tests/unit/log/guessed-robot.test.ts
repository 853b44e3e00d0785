import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SeenMessage } from '@/lib/chat/observation';
import type { ShopId } from '@/lib/chat/shop';
import type { LogDb } from '@/lib/log/log-db';
import { overview } from '@/lib/log/overview-query';
import { record } from '@/lib/log/record';
import { rulesFor } from '@/lib/rules/rules-for';
import { rulesOf } from '@/lib/rules/rules-of';
import { emptyLog, shuffled } from './logged-from';

const shop: ShopId = 'shopee/ID/1';
const noon = Date.UTC(2026, 10, 22, 5);
const now = noon + 3_600_000;

const said = (id: string, author: 'buyer' | 'seller' | 'robot', after: number, more: object = {}): SeenMessage => ({
  is: 'message',
  sense: 'network',
  conversation: '9',
  id,
  author,
  kind: 'text',
  sentAt: noon + after,
  ...more,
});
const side = { guess: 'side' };
const ask = said('1', 'buyer', 0);
const atOnce = said('2', 'seller', 700, side);
const later = said('3', 'seller', 60_000, side);

async function logOf(...batches: SeenMessage[][]): Promise<LogDb> {
  const db = emptyLog();
  for (const batch of batches) await record(db, batch, { shop, rules: rulesOf(shop), now });
  return db;
}

async function waiting(...batches: SeenMessage[][]) {
  const db = await logOf(...batches);
  const { shown } = await overview(db, { now, rulesOf: rulesFor });
  db.close();
  return shown?.waiting.map(({ since, robotAnswered }) => ({ since, robotAnswered }));
}

describe('an answer that came at once', () => {
  it('does not end the waiting, and is called a guess', async () => {
    expect(await waiting([ask, atOnce])).toEqual([{ since: noon, robotAnswered: 'guessed' }]);
  });

  it('is judged again when the question before it is seen later', async () => {
    expect(await waiting([atOnce], [ask])).toEqual([{ since: noon, robotAnswered: 'guessed' }]);
  });

  it('ends the waiting where it is known that a person typed it, whoever told of it first', async () => {
    const typed = said('2', 'seller', 700);
    expect(await waiting([ask, atOnce], [typed])).toEqual([]);
    expect(await waiting([typed], [ask, atOnce])).toEqual([]);
  });

  it('ends the waiting where a person is known to have typed it, whatever the page shows on it', async () => {
    const marked = said('2', 'robot', 700, { sense: 'page', guess: 'mark' });
    expect(await waiting([ask, said('2', 'seller', 700), marked])).toEqual([]);
    expect(await waiting([ask, marked], [said('2', 'seller', 700)])).toEqual([]);
  });

  it('is no guess beside an answer that is known to be a robot’s', async () => {
    const robot = said('4', 'robot', 800);
    expect(await waiting([ask, atOnce, robot])).toEqual([{ since: noon, robotAnswered: 'surely' }]);
    expect(await waiting([ask, robot, said('2', 'seller', 900, side)])).toEqual([
      { since: noon, robotAnswered: 'surely' },
    ]);
  });
});

it('a later answer ends the waiting, unless the page shows a mark of a robot on it', async () => {
  expect(await waiting([ask, later])).toEqual([]);
  const marked = said('3', 'robot', 60_000, { sense: 'page', guess: 'mark' });
  expect(await waiting([ask, later], [marked])).toEqual([{ since: noon, robotAnswered: 'guessed' }]);
  expect(await waiting([ask, marked], [later])).toEqual([{ since: noon, robotAnswered: 'guessed' }]);
});

it('any order and any repetition give one log', async () => {
  const chat = [
    ask,
    atOnce,
    said('2', 'seller', 700, { ...side, kind: 'image' }),
    said('2', 'seller', 700, { ...side, kind: 'other' }),
    said('2', 'seller', 700),
    later,
    said('5', 'buyer', 90_000),
    said('6', 'seller', 91_500, side),
    said('6', 'seller', 91_500, { ...side, kind: 'image' }),
  ];
  const once = await logOf(chat);
  const expected = [await once.messages.toArray(), await once.sessions.toArray(), await once.tallies.toArray()];
  once.close();
  await fc.assert(
    fc.asyncProperty(fc.integer(), fc.integer({ min: 1, max: 6 }), async (seed, size) => {
      const mixed = shuffled([...chat, ...chat], seed);
      const batches = Array.from({ length: Math.ceil(mixed.length / size) }, (_, i) =>
        mixed.slice(i * size, (i + 1) * size),
      );
      const db = await logOf(...batches);
      expect([await db.messages.toArray(), await db.sessions.toArray(), await db.tallies.toArray()]).toEqual(expected);
      db.close();
    }),
    { numRuns: 60 },
  );
});
