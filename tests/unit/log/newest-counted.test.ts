import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { loggedRate } from '@/lib/log/rate-query';
import { record } from '@/lib/log/record';
import { type PlainChat, rateOf } from '@/lib/rates/rate-of';
import { presetsOf } from '@/lib/rules/presets';
import { emptyLog, observationsOf, testShop } from './logged-from';

const noon = Date.parse('2026-03-10T12:00:00+07:00');
const hour = 3_600_000;

it('the newest quarter of many chats is weighed whole, also where it is more than is read at once', async () => {
  const rule = presetsOf('shopee/12h', 'ID').find(({ id }) => id === 'shopee/12h-weighted');
  if (!rule) throw new Error('the reading by which the newest quarter weighs half');
  const chats = Array.from({ length: 1000 }, (_, index): PlainChat => {
    const at = noon - 14 * hour - index * hour;
    // Every third is answered; of the newest 250 every fifth.
    const answered = index < 250 ? index % 5 === 0 : index % 3 === 0;
    return {
      id: `c${index}`,
      messages: [{ at, by: 'buyer' }, ...(answered ? [{ at: at + 1, by: 'seller' as const }] : [])],
    };
  });
  const db = emptyLog();
  await record(db, observationsOf(chats), { shop: testShop, rules: [rule], now: noon });
  const { rate } = await loggedRate(db, { shop: testShop, rule, holidays: [], now: noon });
  expect(rate).toEqual(rateOf(chats, rule, noon));
  expect(rate.value).toBeCloseTo(0.5 * 0.3 + 0.5 * 0.2, 12);
}, 30_000);
