import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { firstSight } from '@/lib/log/first-sight';
import { record } from '@/lib/log/record';
import { noteSign } from '@/lib/log/watch-log';
import { rulesFor } from '@/lib/rules/rules-for';
import { emptyLog, testShop } from './logged-from';
import { someNow as now } from './random-chats';

const other = 'tiktok-shop/VN/7';
const said = { is: 'message', sense: 'network', conversation: 'c1', kind: 'text', author: 'buyer' } as const;
const watched = { health: { state: 'watching' }, notUnderstood: 0 } as const;

it('knows of nothing before a shop was seen, and of a shop before its first message', async () => {
  const db = emptyLog();
  expect(await firstSight(db, now)).toBeNull();
  await record(db, [], { shop: testShop, ...rulesFor(testShop), now });
  expect(await firstSight(db, now)).toMatchObject({ shop: testShop, messages: 0, health: { state: 'closed' } });
});

it('tells of the shop that is watched now, though more is known of another', async () => {
  const db = emptyLog();
  const two = [1, 2].map(id => ({ ...said, id: `${id}`, sentAt: now - id }));
  await record(db, two, { shop: other, ...rulesFor(other), now });
  await record(db, two.slice(1), { shop: testShop, ...rulesFor(testShop), now });
  expect(await firstSight(db, now)).toMatchObject({ shop: other, messages: 2 });
  await noteSign(db, 3, { shops: [testShop], ...watched }, now);
  expect(await firstSight(db, now)).toMatchObject({ shop: testShop, messages: 1, health: { state: 'watching' } });
});

it('counts a hundred messages and not a long log: a page that stays open kept every writer waiting', async () => {
  const db = emptyLog();
  const many = Array.from({ length: 150 }, (_, id) => ({ ...said, id: `${id}`, sentAt: now - id }));
  await record(db, many, { shop: testShop, ...rulesFor(testShop), now });
  const count = vi.spyOn(IDBObjectStore.prototype, 'count');
  expect(await firstSight(db, now)).toMatchObject({ shop: testShop, messages: 100, isMore: true });
  expect(count).not.toHaveBeenCalled();
});
