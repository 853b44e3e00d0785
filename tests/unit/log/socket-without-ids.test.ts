import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { SeenMessage } from '@/lib/chat/observation';
import type { ShopId } from '@/lib/chat/shop';
import { record } from '@/lib/log/record';
import { rulesOf } from '@/lib/rules/rules-of';
import { emptyLog } from './logged-from';

const shop: ShopId = 'tokopedia/ID/90001234';
const noon = Date.UTC(2026, 10, 22, 5);

const said = (after: number, more: object): SeenMessage => ({
  is: 'message',
  sense: 'network',
  conversation: '9',
  author: 'buyer',
  kind: 'text',
  sentAt: noon + after,
  ...more,
});

it('a message that the socket tells without an id and the thread with one is one row, and its neighbour another', async () => {
  const db = emptyLog();
  const args = { shop, rules: rulesOf(shop), now: noon + 60_000 };
  await record(db, [said(1000, { ordinal: 0 }), said(2000, { ordinal: 1 })], args);
  expect(await db.messages.count()).toBe(2);
  await record(db, [said(1000, { id: '88000001' })], args);
  const rows = await db.messages.toArray();
  expect(rows.map(({ id, sentAt }) => [id.startsWith('~'), sentAt - noon]).sort()).toEqual([
    [false, 1000],
    [true, 2000],
  ]);
  await record(db, [said(2000, { id: '88000002' })], args);
  expect((await db.messages.toArray()).map(({ id }) => id).sort()).toEqual(['88000001', '88000002']);
  db.close();
});
