import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { SeenMessage } from '@/lib/chat/observation';
import type { LogDb } from '@/lib/log/log-db';
import { record } from '@/lib/log/record';
import { wipe } from '@/lib/log/wipe';
import { type AskArgs, type Asked, askDue } from '@/lib/reminders/ask-due';
import { rulesFor } from '@/lib/rules/rules-for';
import { usualReminding } from '@/lib/settings/reminding';
import { emptyLog } from '../log/logged-from';
import { hour, minute, noon, second, shop } from './waiting';

const written = (conversation: string, sentAt: number, author: 'buyer' | 'seller' = 'buyer'): SeenMessage => ({
  is: 'message',
  sense: 'network',
  conversation,
  id: `${sentAt}`,
  author,
  kind: 'text',
  sentAt,
});

const ask = (db: LogDb, now: number, more: Partial<AskArgs> = {}): Promise<Asked> =>
  askDue(db, { now, settings: usualReminding, rulesOf: rulesFor, session: 'a', isOpen: () => false, ...more });

/** Asks as the worker does that shows what it is told to. */
async function told(db: LogDb, now: number, more: Partial<AskArgs> = {}): Promise<string[]> {
  const { notice, says } = await ask(db, now, more);
  if (notice?.state !== 'due') return [];
  await db.meta.put({ ...notice, state: 'shown' });
  return says.map(({ conversation, is, held }) => [conversation, is, held].filter(Boolean).join(' '));
}

const put = (db: LogDb, now: number, ...messages: SeenMessage[]) =>
  record(db, messages, { shop, ...rulesFor(shop), now });

async function logOf(...messages: SeenMessage[]) {
  const db = emptyLog();
  await ask(db, noon);
  await put(db, noon, ...messages);
  return db;
}

const lastAsked = async (db: LogDb) => {
  const row = await db.meta.get('last-asked');
  return row?.key === 'last-asked' ? row : undefined;
};

describe('what is due by the log', () => {
  it('is written down before it is said, and said once', async () => {
    const db = await logOf(written('a', noon));
    const { notice, next } = await ask(db, noon + 150 * second);
    expect(notice).toMatchObject({ n: 1, state: 'due', says: [{ conversation: 'a', is: 'ahead' }] });
    expect(next).toBe(noon + 180 * second + 1);
    const rows = await db.reminders.toArray();
    // The one that is said, and the earlier threshold that need not be said any more.
    expect(rows.map(({ at }) => at)).toEqual([noon + 150 * second, noon + 150 * second]);
    expect(rows.map(({ key }) => key)).toContain(notice?.says[0]?.key);
    expect(await db.meta.get('notice')).toEqual(notice);
  });

  it('is said by the next worker where the first one died before it was shown', async () => {
    const db = await logOf(written('a', noon));
    await ask(db, noon + 150 * second);
    expect(await told(db, noon + 152 * second)).toEqual(['a ahead']);
    expect(await told(db, noon + 152 * second)).toEqual([]);
  });

  it('is not said again where the first one died after it was shown', async () => {
    const db = await logOf(written('a', noon));
    await ask(db, noon + 150 * second);
    expect(await told(db, noon + 152 * second, { isOpen: n => n === 1 })).toEqual([]);
    expect(await db.meta.get('notice')).toMatchObject({ n: 1, state: 'shown' });
  });

  it('leaves nothing of a log that is deleted while it is asked', async () => {
    const db = await logOf(written('a', noon));
    const asking = ask(db, noon + 150 * second);
    // Between the look at who waits and what is written of it.
    const transaction = db.transaction.bind(db);
    db.transaction = (async (...args: Parameters<typeof transaction>) => {
      if (args[0] === 'rw') {
        db.transaction = transaction;
        await wipe(db);
      }
      return transaction(...args);
    }) as typeof db.transaction;
    expect((await asking).says).toEqual([]);
    expect(await db.reminders.toArray()).toEqual([]);
    expect(await db.meta.get('notice')).toBeUndefined();
  });

  it('tells what has fired from what has not also where far more has fired than is asked for', async () => {
    const db = await logOf(written('a', noon));
    await db.reminders.bulkPut(Array.from({ length: 500 }, (_, i) => ({ key: `0 of old ${i}`, at: noon })));
    expect(await told(db, noon + 150 * second)).toEqual(['a ahead']);
    expect(await told(db, noon + 152 * second)).toEqual([]);
  });

  it('is said to one of two who ask in the same tick', async () => {
    const db = await logOf(written('a', noon), written('b', noon + 1));
    await Promise.all([ask(db, noon + 101 * second), ask(db, noon + 101 * second)]);
    expect(await db.meta.get('notice')).toMatchObject({ n: 1, says: [{}, {}] });
    expect(await db.reminders.count()).toBe(2);
  });

  it('is nothing once the seller has answered', async () => {
    const db = await logOf(written('a', noon), written('a', noon + 60 * second, 'seller'));
    expect(await ask(db, noon + 150 * second)).toEqual({ notice: undefined, says: [], next: null });
  });

  it('answered elsewhere before it was shown is not shown, and on the screen it is over', async () => {
    const db = await logOf(written('a', noon), written('b', noon));
    await ask(db, noon + 100 * second);
    await put(db, noon + 101 * second, written('a', noon + 101 * second, 'seller'));
    expect(await told(db, noon + 102 * second)).toEqual(['b ahead']);
    await put(db, noon + 103 * second, written('b', noon + 103 * second, 'seller'));
    expect((await ask(db, noon + 104 * second, { isOpen: () => true })).notice?.state).toBe('over');
  });

  it('names the buyer as the page did, and the notice in the log does not', async () => {
    const db = await logOf(written('a', noon));
    const name = { is: 'conversation', sense: 'page', conversation: 'a', at: noon, buyer: 'Ayu' } as const;
    await record(db, [name], { shop, ...rulesFor(shop), now: noon });
    expect((await ask(db, noon + 100 * second)).says[0]?.buyer).toBe('Ayu');
    expect(JSON.stringify(await db.meta.toArray())).not.toContain('Ayu');
  });

  it('is nothing of what was written in Holiday Mode', async () => {
    const db = await logOf(written('a', noon));
    const shut = () => rulesFor(shop, { holidays: [{ from: noon, to: null }] });
    expect(await ask(db, noon + 150 * second, { rulesOf: shut })).toEqual({ notice: undefined, says: [], next: null });
  });

  it('goes by the reading and the hours the seller chose', async () => {
    const db = await logOf(written('a', noon));
    const readings = { 'tiktok-shop/12h': 'tiktok-shop/24h' };
    const slow = () => rulesFor(shop, { readings, hours: { 'tiktok-shop/3min': { from: '20:00', to: '21:00' } } });
    expect(await ask(db, noon + 13 * hour, { rulesOf: slow })).toMatchObject({ says: [], next: noon + 22 * hour });
  });

  it('on the first run is nothing of what passed before', async () => {
    const db = emptyLog();
    await put(db, noon, written('a', noon - 13 * hour));
    expect(await told(db, noon)).toEqual([]);
    expect(await told(db, noon + hour)).toEqual([]);
  });
});

describe('after thirteen hours in which nobody asked', () => {
  const later = noon + 13 * hour;
  const three = () => logOf(written('a', noon), written('b', noon + 1), written('c', noon + 2));

  it('what passed is said once, and that the computer slept', async () => {
    const db = await three();
    expect(await told(db, later)).toEqual(['c passed asleep', 'b passed asleep', 'a passed asleep']);
    expect(await told(db, later + second)).toEqual([]);
  });

  it('in another session of the browser it does not claim sleep', async () => {
    const db = await three();
    expect(await told(db, later, { session: 'b' })).toEqual(['c passed closed', 'b passed closed', 'a passed closed']);
  });

  it('where sessions cannot be told apart it gives no reason', async () => {
    const db = await three();
    expect(await told(db, later, { session: undefined })).toEqual(['c passed', 'b passed', 'a passed']);
  });

  it('what the page brings a minute later and passed meanwhile is said too', async () => {
    const db = await three();
    await told(db, later);
    await put(db, later, written('d', noon + 30 * minute));
    expect(await told(db, later + minute)).toEqual(['d passed asleep']);
    await put(db, later, written('e', noon + 31 * minute));
    expect(await told(db, later + 11 * minute)).toEqual([]);
  });
});

describe('quiet hours', () => {
  const settings = { ...usualReminding, quiet: { from: '20:00', to: '07:00', zone: 'Asia/Jakarta' } };
  const [evening, morning] = [noon + 8 * hour, noon + 19 * hour];

  it('hold back what is due, asked every minute, and all is said at their end, once', async () => {
    const db = await logOf(written('a', noon - hour), written('b', morning - 11 * hour));
    for (let now = evening; now < morning; now += 10 * minute) expect(await told(db, now, { settings })).toEqual([]);
    expect(await db.reminders.count()).toBe(0);
    expect(await told(db, morning, { settings })).toEqual(['b ahead quiet', 'a passed quiet']);
    expect(await told(db, morning + minute, { settings })).toEqual([]);
    expect(await lastAsked(db)).toMatchObject({ value: morning + minute, toldUntil: morning + minute });
  });
});

describe('a snooze', () => {
  it('is gone when it is over, and what it held back is said once', async () => {
    const db = await logOf(written('a', noon));
    await db.snoozes.put({ key: `${shop} a`, from: noon + 10 * hour, until: noon + 10.25 * hour, round: `${noon}` });
    expect(await told(db, noon + 10 * hour)).toEqual([]);
    expect(await told(db, noon + 10.25 * hour)).toEqual(['a ahead']);
    expect(await db.snoozes.count()).toBe(0);
    expect(await told(db, noon + 10.25 * hour)).toEqual([]);
  });
});

describe('the clock', () => {
  it('set two hours forward and back: nothing is said twice and nothing is lost', async () => {
    // Deadlines 30 min, 1 h and 4 h from now.
    const now = noon + 12 * hour;
    const db = await logOf(written('a', noon + 30 * minute), written('b', noon + hour), written('c', noon + 4 * hour));
    const said: string[] = [];
    const hear = async (at: number) => said.push(...(await told(db, at)));
    await hear(now - minute);
    await hear(now + 2 * hour);
    await hear(now + 2 * hour + minute);
    for (let after = minute; after < 4 * hour; after += minute) await hear(now + after);
    const of = (chat: string) => said.filter(words => words.startsWith(chat)).map(words => words.slice(0, 7));
    // By the right clock each has two reminders. By the wrong one c was near already, so its first came early.
    expect([of('a'), of('b'), of('c')]).toEqual([
      ['a ahead', 'a ahead'],
      ['b ahead', 'b ahead'],
      ['c ahead', 'c ahead'],
    ]);
  });

  it('set back: what passes in a sleep from then on is said', async () => {
    const db = await logOf(written('a', noon + hour));
    await told(db, noon + 15 * hour - 8 * hour);
    await told(db, noon + 5 * hour);
    await told(db, noon + 2 * hour);
    expect(await told(db, noon + 13.5 * hour)).toEqual(['a passed asleep']);
  });

  it('set back into quiet hours: what passes in them is said at its end', async () => {
    const settings = { ...usualReminding, quiet: { from: '15:00', to: '18:00', zone: 'Asia/Jakarta' } };
    const db = await logOf();
    await told(db, noon + 9 * hour, { settings });
    await told(db, noon + 3 * hour, { settings });
    await put(db, noon + 3 * hour, written('a', noon - 8 * hour));
    for (let after = 3 * hour; after < 6 * hour; after += minute) await told(db, noon + after, { settings });
    expect(await told(db, noon + 6 * hour, { settings })).toEqual(['a passed quiet']);
  });

  it('a year ahead for a moment makes nobody forget whom he has reminded of', async () => {
    const db = await logOf(written('a', noon));
    await told(db, noon + 150 * second);
    await told(db, noon + 365 * 24 * hour);
    expect(await told(db, noon + 151 * second)).toEqual([]);
  });
});

it('forgets what fired 40 days ago and waits no longer, and nothing else', async () => {
  const day = 24 * hour;
  const db = await logOf(written('a', noon - 50 * day));
  await db.reminders.bulkPut([
    { key: `${shop} a ${noon - 50 * day} tiktok-shop/12h passed`, at: noon - 49 * day },
    { key: `${shop} b 1 tiktok-shop/12h passed`, at: noon - 40 * day - 1 },
    { key: `${shop} c 1 tiktok-shop/12h passed`, at: noon - 40 * day },
  ]);
  await ask(db, noon);
  const kept = await db.reminders.toCollection().primaryKeys();
  expect(kept.map(key => key.split(' ')[1])).toEqual(['a', 'c']);
});
