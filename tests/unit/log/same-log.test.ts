import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SeenMessage } from '@/lib/chat/observation';
import type { LogDb } from '@/lib/log/log-db';
import { loggedRate } from '@/lib/log/rate-query';
import { record } from '@/lib/log/record';
import { rulesOf } from '@/lib/rules/rules-of';
import { emptyLog, observationsOf, shuffled, testShop } from './logged-from';
import { someChats, someNow } from './random-chats';

const rules = rulesOf(testShop);
const minute = 60_000;

/** Chats whose times are all exact: a network never tells a vague one. */
const exactChats = someChats.map(chats =>
  chats.map(chat => ({ ...chat, messages: chat.messages.map(({ at, by, session }) => ({ at, by, session })) })),
);

/** What a page with React's properties shows of the same messages: ids and exact times, no session, no agent. */
function shown(messages: readonly SeenMessage[]): SeenMessage[] {
  return messages.map(({ session: _, agent: __, ...message }) => ({ ...message, sense: 'page', kind: 'other' }));
}

/** What a page with labels only shows: minutes, and how many of an author stand before it in that minute. */
function vaguelyShown(messages: readonly SeenMessage[]): SeenMessage[] {
  const inMinute = new Map<string, number>();
  const next = (key: string) => {
    const count = inMinute.get(key) ?? 0;
    inMinute.set(key, count + 1);
    return count;
  };
  return [...messages]
    .sort((a, b) => a.sentAt - b.sentAt)
    .map(({ conversation, author, sentAt }) => {
      const start = Math.floor(sentAt / minute) * minute;
      const place = next(`${conversation} ${start}`);
      const ordinal = next(`${conversation} ${author} ${start}`);
      const uncertain = minute - 1 - place;
      return {
        is: 'message',
        sense: 'page',
        conversation,
        author,
        kind: 'other',
        ordinal,
        sentAt: start + place,
        uncertain,
      };
    });
}

async function logOf(batches: readonly (readonly SeenMessage[])[]): Promise<LogDb> {
  const db = emptyLog();
  for (const batch of batches) await record(db, batch, { shop: testShop, rules, now: someNow });
  return db;
}

async function everything(db: LogDb) {
  const tables = [db.messages, db.conversations, db.rounds, db.tallies];
  const rows = await Promise.all(tables.map(table => table.toArray()));
  db.close();
  return rows;
}

async function rates(db: LogDb) {
  return Promise.all(
    rules.map(async rule => (await loggedRate(db, { shop: testShop, rule, holidays: [], now: someNow })).rate),
  );
}

/** Splits a list into batches, some of them told twice. */
function inBatches(list: readonly SeenMessage[], seed: number): SeenMessage[][] {
  const mixed = shuffled(list, seed);
  const size = 1 + (Math.abs(seed) % 4);
  const batches = Array.from({ length: Math.ceil(mixed.length / size) }, (_, index) =>
    mixed.slice(index * size, (index + 1) * size),
  );
  return [...batches, ...batches.filter((_, index) => index % 2 === 0)];
}

describe('the same messages give the same log, rounds and rates', () => {
  it('in any order, any number of times', async () => {
    await fc.assert(
      fc.asyncProperty(exactChats, fc.integer(), async (chats, seed) => {
        const told = observationsOf(chats);
        const [once, mixed] = [await logOf([told]), await logOf(inBatches(told, seed))];
        expect(await rates(mixed)).toEqual(await rates(once));
        expect(await everything(mixed)).toEqual(await everything(once));
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('seen by the network, and by a page that shows ids or only minutes, in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(exactChats, fc.integer(), fc.integer({ min: 0, max: 5 }), async (chats, seed, scrolled) => {
        const told = observationsOf(chats);
        // A thread shows its end; what stands higher has scrolled away.
        const pages = [...shown(told), ...vaguelyShown(told).slice(scrolled)];
        const [once, mixed] = [await logOf([told]), await logOf(inBatches([...told, ...pages], seed))];
        expect(await rates(mixed)).toEqual(await rates(once));
        expect(await everything(mixed)).toEqual(await everything(once));
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('seen by a page with ids alone, where the platform cuts no sessions', async () => {
    await fc.assert(
      fc.asyncProperty(exactChats, fc.integer(), async (chats, seed) => {
        const told = observationsOf(chats).map(({ session: _, ...message }) => message);
        const [network, page] = [await logOf([told]), await logOf(inBatches(shown(told), seed))];
        expect(await rates(page)).toEqual(await rates(network));
        const said = async (db: LogDb) =>
          (await db.messages.toArray()).map(({ conversation, id, author, sentAt }) => [
            conversation,
            id,
            author,
            sentAt,
          ]);
        expect(await said(page)).toEqual(await said(network));
        expect(await page.rounds.toArray()).toEqual(await network.rounds.toArray());
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
