import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { record } from '@/lib/log/record';
import { usedBy } from '@/lib/log/used-by';
import { rulesFor } from '@/lib/rules/rules-for';
import { emptyLog, testShop } from './logged-from';
import { someNow as now } from './random-chats';

const other = 'tiktok-shop/VN/7';

it('counts every message of more chats than are counted in one request, each shop by itself, those with most first', async () => {
  const db = emptyLog();
  const said = { is: 'message', sense: 'network', kind: 'text', author: 'buyer' } as const;
  const chats = Array.from({ length: 1001 }, (_, chat) => `${chat}`);
  const ofChat = (conversation: string) =>
    [1, 2].map(i => ({ ...said, conversation, id: `${conversation}-${i}`, sentAt: now - i }));
  await record(db, ofChat('c'), { shop: other, ...rulesFor(other), now });
  await record(db, chats.flatMap(ofChat), { shop: testShop, ...rulesFor(testShop), now });
  expect(await usedBy(db)).toMatchObject([
    { shop: testShop, messages: 2002, conversations: 1001 },
    { shop: other, messages: 2, conversations: 1 },
  ]);
});
