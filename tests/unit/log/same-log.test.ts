import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SeenMessage } from '@/lib/chat/observation';
import type { LogDb } from '@/lib/log/log-db';
import { loggedRate } from '@/lib/log/rate-query';
import { record } from '@/lib/log/record';
import { rulesOf } from '@/lib/rules/rules-of';
import { emptyLog, observationsOf, shuffled, testShop } from './logged-from';
import { MemoryLog } from './memory-log';
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
  const tables = [db.messages, db.conversations, db.sessions, db.tallies];
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

/** The same for the popup's rules and without the database, which has a test of its own. */
function kept(batches: readonly (readonly SeenMessage[])[]) {
  const log = new MemoryLog({ rules: rules.slice(0, 2), holidays: [] });
  for (const batch of batches) log.record(batch, someNow);
  return log.everything();
}

// A thread shows its end; what stands higher has scrolled away.
const scrolled = fc.integer({ min: 0, max: 5 });
const pagesOf = (told: readonly SeenMessage[], above: number) => [...shown(told), ...vaguelyShown(told).slice(above)];

describe('the same messages give the same log, rounds and tallies', () => {
  it('in any order, any number of times', () => {
    fc.assert(
      fc.property(exactChats, fc.integer(), (chats, seed) => {
        const told = observationsOf(chats);
        expect(kept(inBatches(told, seed))).toEqual(kept([told]));
      }),
      { numRuns: 2000 },
    );
  }, 120_000);

  it('seen by the network, and by a page that shows ids or only minutes, in whatever order', () => {
    fc.assert(
      fc.property(exactChats, fc.integer(), scrolled, (chats, seed, above) => {
        const told = observationsOf(chats);
        expect(kept(inBatches([...told, ...pagesOf(told, above)], seed))).toEqual(kept([told]));
      }),
      { numRuns: 2000 },
    );
  }, 120_000);

  it('seen by a page with ids alone, where the platform cuts no sessions', () => {
    fc.assert(
      fc.property(exactChats, fc.integer(), (chats, seed) => {
        const told = observationsOf(chats).map(({ session: _, ...message }) => message);
        const [network, page] = [kept([told]), kept(inBatches(shown(told), seed))];
        expect(page.tallies).toEqual(network.tallies);
        expect(page.chats.map(({ sessions }) => sessions)).toEqual(network.chats.map(({ sessions }) => sessions));
        const said = ({ chats }: typeof page) =>
          chats.flatMap(({ messages }) => messages.map(({ id, author, sentAt }) => [id, author, sentAt]));
        expect(said(page)).toEqual(said(network));
      }),
      { numRuns: 2000 },
    );
  }, 120_000);

  it('in the database itself, and the same rates', async () => {
    await fc.assert(
      fc.asyncProperty(exactChats, fc.integer(), scrolled, async (chats, seed, above) => {
        const told = observationsOf(chats);
        const all = [...told, ...pagesOf(told, above)];
        const [once, mixed] = [await logOf([told]), await logOf(inBatches(all, seed))];
        expect(await rates(mixed)).toEqual(await rates(once));
        expect(await everything(mixed)).toEqual(await everything(once));
      }),
      { numRuns: 100 },
    );
  }, 120_000);
});
