import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { overview } from '@/lib/log/overview-query';
import { record } from '@/lib/log/record';
import { rulesFor } from '@/lib/rules/rules-for';
import { emptyLog, testShop } from './logged-from';

const noon = Date.parse('2026-03-10T12:00:00+07:00');

it('the list of who waits becomes pressing at the lead times that were chosen', async () => {
  const db = emptyLog();
  const message = {
    is: 'message',
    sense: 'network',
    conversation: 'a',
    id: '1',
    author: 'buyer',
    kind: 'text',
  } as const;
  await record(db, [{ ...message, sentAt: noon }], { shop: testShop, ...rulesFor(testShop), now: noon });
  const leads = async (more: object) =>
    (await overview(db, { now: noon, rulesOf: rulesFor, ...more })).shown?.waiting[0]?.leads;
  expect(await leads({})).toEqual([80, 30]);
  expect(await leads({ leads: { 'tiktok-shop/3min': [120, 10] } })).toEqual([120, 10]);
});

it('nobody is named where names are switched off, in one shop or in all', async () => {
  const db = emptyLog();
  const chat = { sense: 'network', conversation: 'a' } as const;
  const seen = [
    { ...chat, is: 'message', id: '1', author: 'buyer', kind: 'text', sentAt: noon },
    { ...chat, is: 'conversation', at: noon, buyer: 'Siti' },
  ] as const;
  const other = 'shopee/ID/9';
  for (const shop of [testShop, other] as const) await record(db, seen, { shop, ...rulesFor(shop), now: noon });
  await db.watch.bulkPut(
    [testShop, other].map((shop, tab) => ({
      tab,
      shop: shop as typeof other,
      health: { state: 'watching' },
      since: noon,
      at: noon,
      notUnderstood: 0,
    })),
  );
  const named = async (shop: typeof other | 'all', names?: boolean) =>
    (
      await overview(db, { now: noon, rulesOf: rulesFor, shop, ...(names !== undefined && { names }) })
    ).shown?.waiting.map(({ buyer }) => buyer);
  expect([await named(other), await named('all', true)]).toEqual([['Siti'], ['Siti', 'Siti']]);
  expect([await named(other, false), await named('all', false)]).toEqual([[null], [null, null]]);
});
