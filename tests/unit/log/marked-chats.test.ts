import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { markConversation } from '@/lib/log/mark-conversation';
import { markedChats } from '@/lib/log/marked-chats';
import { record } from '@/lib/log/record';
import { rulesFor } from '@/lib/rules/rules-for';
import { emptyLog, testShop } from './logged-from';

const noon = Date.parse('2026-03-10T12:00:00+07:00');

it('lists every chat that does not count, who says so, and what is said against the platform; the last seen first', async () => {
  const db = emptyLog();
  const seen = (conversation: string, minutes: number, more: object = {}) => ({
    is: 'conversation' as const,
    sense: 'page' as const,
    conversation,
    at: noon + minutes * 60_000,
    buyer: `buyer of ${conversation}`,
    ...more,
  });
  const chats = [
    seen('plain', 0),
    seen('aside', 1),
    seen('mine', 2),
    seen('theirs', 3, { blocked: true }),
    seen('spared', 4, { blocked: true }),
    seen('both', 5),
  ];
  await record(db, chats, { shop: testShop, ...rulesFor(testShop), now: noon });
  await markConversation(db, testShop, 'aside', { setAside: 'abusive' }, noon);
  await markConversation(db, testShop, 'mine', { blocked: true }, noon);
  await markConversation(db, testShop, 'spared', { blocked: false }, noon);
  await markConversation(db, testShop, 'both', { blocked: true, setAside: 'other' }, noon);
  const marked = await markedChats(db);
  expect(marked.map(({ conversation, is, because = '' }) => `${conversation} ${is} ${because}`.trim())).toEqual([
    'both aside other',
    'both blocked',
    'spared not-blocked',
    'theirs seen-blocked',
    'mine blocked',
    'aside aside abusive',
  ]);
  expect(marked[0]).toMatchObject({ shop: testShop, buyer: 'buyer of both' });
});
