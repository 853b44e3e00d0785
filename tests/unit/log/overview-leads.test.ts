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
