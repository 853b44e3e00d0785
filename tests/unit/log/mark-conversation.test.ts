import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { markConversation } from '@/lib/log/mark-conversation';
import { loggedRate } from '@/lib/log/rate-query';
import { record } from '@/lib/log/record';
import { waitingRounds } from '@/lib/log/waiting-query';
import { rulesFor } from '@/lib/rules/rules-for';
import { emptyLog, loggedFrom, observationsOf, testShop } from './logged-from';

const noon = Date.parse('2026-03-10T12:00:00+07:00');
const hour = 3_600_000;
const { rules } = rulesFor(testShop);
const [rule] = rules;
if (!rule) throw new Error('a rule');

/** One buyer was missed, one answered. */
const chats = [
  { id: 'missed', messages: [{ at: noon - 13 * hour, by: 'buyer' as const }] },
  {
    id: 'answered',
    messages: [
      { at: noon - 13 * hour, by: 'buyer' as const },
      { at: noon - 12 * hour, by: 'seller' as const },
    ],
  },
];
const logged = async () => (await loggedFrom(chats, { rules, now: noon, seed: 1 })).db;
const rateIn = async (db: Awaited<ReturnType<typeof logged>>) =>
  (await loggedRate(db, { shop: testShop, rule, holidays: [], now: noon })).rate;

describe('a chat that the seller sets aside', () => {
  it('does not count from that moment on, also by what comes later, and counts again once taken back', async () => {
    const db = await logged();
    expect(await rateIn(db)).toMatchObject({ value: 1 / 2 });
    expect(await markConversation(db, testShop, 'missed', { setAside: 'abusive' }, noon)).toBe(true);
    expect(await rateIn(db)).toMatchObject({ value: 1, counted: 1, excluded: { 'by-hand': 1 } });
    const later = observationsOf([{ id: 'missed', messages: [{ at: noon, by: 'buyer' }] }]);
    await record(
      db,
      later.map(message => ({ ...message, id: '9' })),
      { shop: testShop, rules, now: noon },
    );
    expect(await rateIn(db)).toMatchObject({ counted: 1, pending: 0 });
    expect((await db.conversations.get([testShop, 'missed']))?.setAside).toBe('abusive');
    await markConversation(db, testShop, 'missed', { setAside: null }, noon);
    expect(await rateIn(db)).toMatchObject({ value: 1 / 2, excluded: {} });
    expect(await db.conversations.get([testShop, 'missed'])).not.toHaveProperty('setAside');
  });

  it('waits no longer, by its messages or by a mark of the platform, until it is taken back', async () => {
    const db = await logged();
    const wait = { is: 'conversation', sense: 'page', at: noon, waiting: true, waitingSince: noon } as const;
    await record(db, [{ ...wait, conversation: 'marked' }], { shop: testShop, rules, now: noon });
    const names = async () => (await waitingRounds(db, testShop, noon)).map(({ conversation }) => conversation).sort();
    expect(await names()).toEqual(['marked', 'missed']);
    for (const name of ['marked', 'missed']) await markConversation(db, testShop, name, { setAside: 'spam' }, noon);
    expect(await names()).toEqual([]);
    for (const name of ['marked', 'missed']) await markConversation(db, testShop, name, { setAside: null }, noon);
    expect(await names()).toEqual(['marked', 'missed']);
  });

  it('is none that nobody has seen', async () => {
    const db = await logged();
    expect(await markConversation(db, testShop, 'elsewhere', { setAside: 'spam' }, noon)).toBe(false);
    expect(await db.conversations.count()).toBe(2);
  });
});

describe('a buyer whom the seller calls blocked', () => {
  const seen = (blocked: boolean) =>
    [{ is: 'conversation', sense: 'page', conversation: 'missed', at: noon, blocked }] as const;

  it('is left out and waits no longer, whatever the page shows', async () => {
    const db = await logged();
    await markConversation(db, testShop, 'missed', { blocked: true }, noon);
    await record(db, seen(false), { shop: testShop, rules, now: noon });
    expect(await rateIn(db)).toMatchObject({ value: 1, excluded: { blocked: 1 } });
    expect(await waitingRounds(db, testShop, noon)).toEqual([]);
  });

  it('not blocked, is not, and only the page decides once the word is taken back', async () => {
    const db = await logged();
    await record(db, seen(true), { shop: testShop, rules, now: noon });
    await markConversation(db, testShop, 'missed', { blocked: false }, noon);
    expect(await rateIn(db)).toMatchObject({ value: 1 / 2, excluded: {} });
    await markConversation(db, testShop, 'missed', { blocked: null }, noon);
    expect(await rateIn(db)).toMatchObject({ value: 1, excluded: { blocked: 1 } });
  });

  it('is left out too where only a mark of the platform says that he waits', async () => {
    const db = emptyLog();
    const wait = {
      is: 'conversation',
      sense: 'page',
      conversation: 'c',
      at: noon,
      waiting: true,
      waitingSince: noon,
    } as const;
    await record(db, [wait], { shop: testShop, rules, now: noon });
    expect(await waitingRounds(db, testShop, noon)).toHaveLength(1);
    await markConversation(db, testShop, 'c', { blocked: true }, noon);
    expect(await waitingRounds(db, testShop, noon)).toEqual([]);
  });
});
