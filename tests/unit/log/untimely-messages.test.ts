import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { SeenMessage } from '@/lib/chat/observation';
import type { ShopId } from '@/lib/chat/shop';
import { overview } from '@/lib/log/overview-query';
import { record } from '@/lib/log/record';
import { untimelyMessages } from '@/lib/log/untimely-messages';
import { rulesFor } from '@/lib/rules/rules-for';
import { emptyLog, testShop } from './logged-from';

const noon = Date.parse('2026-03-10T12:00:00+07:00');
const day = 86_400_000;
const other: ShopId = 'tiktok-shop/ID/2';

const written = (id: string, sentAt: number): SeenMessage => ({
  is: 'message',
  sense: 'network',
  conversation: 'c',
  id,
  author: 'buyer',
  kind: 'text',
  sentAt,
});

async function logOf(...messages: SeenMessage[]) {
  const db = emptyLog();
  await record(db, messages, { shop: testShop, ...rulesFor(testShop), now: noon });
  return db;
}

it('what was sent tomorrow or before 2015 is reported by shop, and nothing of it is counted', async () => {
  const db = await logOf(
    written('1', noon + day + 1),
    written('2', Date.parse('2014-12-31T23:59:59.999Z')),
    written('3', 0),
    written('4', noon - day),
    written('5', Date.parse('2015-01-01T00:00:00Z')),
    written('6', noon + day),
  );
  expect(await untimelyMessages(db, testShop)).toEqual({ ahead: 1, 'before-2015': 2 });
  expect(await untimelyMessages(db, other)).toEqual({ ahead: 0, 'before-2015': 0 });
  expect((await db.messages.toArray()).map(({ id }) => id)).toEqual(['4', '5', '6']);
  const { shown } = await overview(db, { rulesOf: rulesFor, now: noon });
  expect(shown?.is === 'shop' && shown.untimely).toEqual({ ahead: 1, 'before-2015': 2 });
  expect(shown?.is === 'shop' && shown.rates[0]?.rate).toMatchObject({ missed: 1, counted: 1 });
});

it('each is reported once, however often it is seen, also where only a page shows it', async () => {
  const { id: _, ...sighting } = { ...written('', noon + 2 * day), sense: 'page' as const, ordinal: 0 };
  const told = [written('1', 0), sighting];
  const db = await logOf(...told, ...told);
  await record(db, told, { shop: testShop, now: noon });
  expect(await untimelyMessages(db, testShop)).toEqual({ ahead: 1, 'before-2015': 1 });
});

it('one that comes with a good time is counted and reported no longer, and a good time is not lost to a bad one', async () => {
  const db = await logOf(written('1', 0));
  await record(db, [written('1', noon)], { shop: testShop, now: noon });
  await record(db, [written('1', noon + 9 * day)], { shop: testShop, now: noon });
  expect(await untimelyMessages(db, testShop)).toEqual({ ahead: 0, 'before-2015': 0 });
  expect(await db.messages.toArray()).toMatchObject([{ id: '1', sentAt: noon }]);
});

it('what was ahead of a clock that was set right since is counted when it is seen again', async () => {
  const db = await logOf(written('1', noon + 2 * day));
  await record(db, [written('1', noon + 2 * day)], { shop: testShop, now: noon + 2 * day });
  expect(await untimelyMessages(db, testShop)).toEqual({ ahead: 0, 'before-2015': 0 });
  expect(await db.messages.count()).toBe(1);
});
