import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { SeenMessage } from '@/lib/chat/observation';
import { record } from '@/lib/log/record';
import { askDue } from '@/lib/reminders/ask-due';
import { rulesFor } from '@/lib/rules/rules-for';
import { emptyLog } from '../log/logged-from';
import { hour, noon, second, shop } from './waiting';

const written = (conversation: string, sentAt: number, author: 'buyer' | 'seller' = 'buyer'): SeenMessage => ({
  is: 'message',
  sense: 'network',
  conversation,
  id: `${sentAt}`,
  author,
  kind: 'text',
  sentAt,
});

async function logOf(...messages: SeenMessage[]) {
  const db = emptyLog();
  await askDue(db, noon, rulesFor);
  await record(db, messages, { shop, ...rulesFor(shop), now: noon });
  return db;
}

describe('what is due by the log', () => {
  it('is written down before it is said, and said once', async () => {
    const db = await logOf(written('a', noon));
    const { now, next } = await askDue(db, noon + 150 * second, rulesFor);
    expect(now.map(({ conversation, is }) => `${conversation} ${is}`)).toEqual(['a ahead']);
    expect(next).toBe(noon + 180 * second + 1);
    const rows = await db.reminders.toArray();
    // The one that is said, and the earlier threshold that need not be said any more.
    expect(rows.map(({ at }) => at)).toEqual([noon + 150 * second, noon + 150 * second]);
    expect(rows.map(({ key }) => key)).toContain(now[0]?.key);
    expect((await askDue(db, noon + 150 * second, rulesFor)).now).toEqual([]);
  });

  it('is said to one of two who ask in the same tick', async () => {
    const db = await logOf(written('a', noon), written('b', noon + 1));
    const answers = await Promise.all([
      askDue(db, noon + 101 * second, rulesFor),
      askDue(db, noon + 101 * second, rulesFor),
    ]);
    expect(answers.map(({ now }) => now.length).sort()).toEqual([0, 2]);
  });

  it('is nothing once the seller has answered', async () => {
    const db = await logOf(written('a', noon), written('a', noon + 60 * second, 'seller'));
    expect(await askDue(db, noon + 150 * second, rulesFor)).toMatchObject({ now: [], next: null });
  });

  it('names the buyer as the page did', async () => {
    const db = await logOf(written('a', noon));
    const name = { is: 'conversation', sense: 'page', conversation: 'a', at: noon, buyer: 'Ayu' } as const;
    await record(db, [name], { shop, ...rulesFor(shop), now: noon });
    expect((await askDue(db, noon + 100 * second, rulesFor)).now[0]?.buyer).toBe('Ayu');
  });

  it('after thirteen hours of sleep is what passed, once', async () => {
    const db = await logOf(written('a', noon), written('b', noon + 1), written('c', noon + 2));
    const { now } = await askDue(db, noon + 13 * hour, rulesFor);
    expect(now.map(({ is }) => is)).toEqual(['passed', 'passed', 'passed']);
    expect((await askDue(db, noon + 13 * hour + second, rulesFor)).now).toEqual([]);
  });

  it('is nothing of what was written in Holiday Mode', async () => {
    const db = await logOf(written('a', noon));
    const shut = () => rulesFor(shop, { holidays: [{ from: noon, to: null }] });
    expect(await askDue(db, noon + 150 * second, shut)).toEqual({ now: [], silent: [], next: null });
  });

  it('goes by the reading and the hours the seller chose', async () => {
    const db = await logOf(written('a', noon));
    const readings = { 'tiktok-shop/12h': 'tiktok-shop/24h' };
    const slow = () => rulesFor(shop, { readings, hours: { 'tiktok-shop/3min': { from: '20:00', to: '21:00' } } });
    expect(await askDue(db, noon + 13 * hour, slow)).toMatchObject({ now: [], next: noon + 22 * hour });
  });

  it('on the first run is nothing of what passed before', async () => {
    const db = emptyLog();
    await record(db, [written('a', noon - 13 * hour)], { shop, ...rulesFor(shop), now: noon });
    expect((await askDue(db, noon, rulesFor)).now).toEqual([]);
    expect((await askDue(db, noon + hour, rulesFor)).now).toEqual([]);
  });

  it('forgets what fired 40 days ago, and nothing younger', async () => {
    const db = emptyLog();
    const day = 24 * hour;
    await db.reminders.bulkPut([
      { key: 'old', at: noon - 40 * day - 1 },
      { key: 'younger', at: noon - 40 * day },
    ]);
    await askDue(db, noon, rulesFor);
    expect(await db.reminders.toCollection().primaryKeys()).toEqual(['younger']);
  });

  it('says nothing twice when the clock was set back', async () => {
    const db = await logOf(written('a', noon));
    await askDue(db, noon + 13 * hour, rulesFor);
    expect((await askDue(db, noon + 100 * second, rulesFor)).now.length).toBeLessThanOrEqual(1);
    expect((await askDue(db, noon + 100 * second, rulesFor)).now).toEqual([]);
    expect((await db.meta.get('last-asked'))?.value).toBe(noon + 13 * hour);
  });
});
