import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { judgedNext } from '@/lib/log/judged-next';
import { rateOf } from '@/lib/rates/rate-of';
import { rulesOf } from '@/lib/rules/rules-of';
import { toldChats, toldTime } from '../../golden/told-chat';
import { loggedFrom } from './logged-from';

const weekly = rulesOf('tiktok-shop/VN/1').find(({ id }) => id === 'tiktok-shop/12h-weekly');
if (!weekly) throw new Error('the rule that Vietnam judges on Mondays');
const { zone } = weekly;
const monday = toldTime('03-16 00:00', zone);

const asked = async (now: string, ...told: string[]) => {
  const at = toldTime(now, zone);
  const { db, shop } = await loggedFrom(toldChats(told, zone), { rules: [weekly], now: at, seed: 1 });
  const next = await judgedNext(db, { shop, rule: weekly, holidays: [], now: at });
  if (!next) throw new Error('a judgement');
  return next;
};

describe('the figure as Vietnam judges it next Monday', () => {
  it('counts the week that Monday ends, and says what of today is too old by then', async () => {
    const next = await asked(
      '03-11 12:00',
      '03-05 09:00 buyer, 10:00 seller',
      '2 times: 03-08 23:59:59 buyer',
      '03-09 00:00 buyer, 01:00 seller',
      '3 times: 03-10 09:00 buyer, 10:00 seller',
      '03-10 09:00 buyer',
    );
    expect(next).toMatchObject({ at: monday, from: toldTime('03-09 00:00', zone) });
    expect(next.rate).toMatchObject({ value: 4 / 5, onTime: 4, missed: 1 });
    expect(next.agesOut).toMatchObject({ value: 1 / 3, onTime: 1, missed: 2 });
    expect([next.band?.consequence, next.nextBand?.misses, next.enoughChats]).toEqual(['tiktokWarning', 1, true]);
  });

  it('with those who wait answered or not; who may wait beyond Monday is no miss then', async () => {
    const next = await asked(
      '03-15 21:00',
      '03-14 09:00 buyer, 10:00 seller',
      // Until 01:00 on Monday, and until 23:00 on Sunday.
      '03-15 13:00 buyer',
      '03-15 11:00 buyer',
    );
    expect(next.rate).toMatchObject({ value: 1, counted: 1, pending: 2 });
    expect([next.ifAllAnswered, next.ifNoneAnswered]).toEqual([1, 1 / 2]);
    expect(next.enoughChats).toBe(true);
  });

  it('asked on a Sunday is that of today, of which nothing is too old', async () => {
    const chats = ['03-09 09:00 buyer, 10:00 seller', '03-15 01:00 buyer'];
    const next = await asked('03-15 22:00', ...chats);
    expect(next.rate).toEqual(rateOf(toldChats(chats, zone), weekly, toldTime('03-15 22:00', zone)));
    expect(next.agesOut).toMatchObject({ value: null, counted: 0, pending: 0 });
    expect(next.enoughChats).toBe(false);
  });

  it('asked on a Monday begins anew', async () => {
    const next = await asked('03-16 10:00', '03-15 09:00 buyer, 10:00 seller', '03-16 08:00 buyer, 09:00 seller');
    expect(next.at).toBe(toldTime('03-23 00:00', zone));
    expect(next.rate).toMatchObject({ value: 1, counted: 1 });
    expect(next.agesOut).toMatchObject({ value: 1, counted: 1 });
  });
});

it('is none for a rule that is judged every day', async () => {
  const { judged: _, ...daily } = weekly;
  const { db, shop } = await loggedFrom([], { rules: [daily], now: monday, seed: 1 });
  expect(await judgedNext(db, { shop, rule: daily, holidays: [], now: monday })).toBeNull();
});
