import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { isNamedChat, namedChat } from '@/lib/chat/named-chat';
import { readBatch } from '@/lib/messaging/observation-schema';
import { logOf, message, noon, row, second, shop, state, waiting, waits, x, y } from './marks';

const names = async (db: Awaited<ReturnType<typeof logOf>>, after?: number) =>
  (await waiting(db, after)).map(({ buyer, conversation }) => [
    buyer,
    isNamedChat(conversation) ? 'named' : conversation,
  ]);

describe('a buyer of whom the page shows only the name', () => {
  it('waits like any other', async () => {
    const db = await logOf([row('林小禾', 10)]);
    expect(await waiting(db)).toEqual([{ conversation: namedChat('林小禾'), buyer: '林小禾', since: 10, vague: 1 }]);
  });

  it('leaves nothing behind once the row shows no wait', async () => {
    const db = await logOf([row('林小禾', 10)], [row('林小禾', null)]);
    expect([await db.conversations.count(), await db.sessions.count(), await db.messages.count()]).toEqual([0, 0, 0]);
    expect(await (await logOf([row('从未等待', null)])).conversations.count()).toBe(0);
  });

  it('is the conversation that is known under that name', async () => {
    const known = state(x, 0, { buyer: '林小禾' });
    expect(await waiting(await logOf([known], [row('林小禾', 10)]))).toEqual([
      { conversation: x, buyer: '林小禾', since: 10, vague: 1 },
    ]);
    // And waits once, whatever the name stood for before.
    const db = await logOf([row('林小禾', 10)], [known], [row('林小禾', 10, 1, 90)]);
    expect(await names(db)).toEqual([['林小禾', x]]);
    // Also before the page tells of the row again.
    expect(await names(await logOf([row('林小禾', 10)], [known, message(x, 'buyer', 10)]))).toEqual([['林小禾', x]]);
    const answered = await logOf([known, waits(x, 10)], [row('林小禾', null, 1, 90)]);
    expect(await names(answered)).toEqual([]);
  });

  it('is nobody known where two conversations bear the name', async () => {
    const both = [state(x, 0, { buyer: 'momo' }), state(y, 0, { buyer: 'momo' })];
    expect(await names(await logOf(both, [row('momo', 10)]))).toEqual([['momo', 'named']]);
  });

  it('waits once when the network tells of the same wait, and lends its name', async () => {
    const asked = message(x, 'buyer', 10.4);
    expect(await waiting(await logOf([row('林小禾', 10), asked]))).toEqual([
      { conversation: x, buyer: '林小禾', since: 10.4, vague: 0 },
    ]);
    expect(await names(await logOf([row('林小禾', 10), waits(x, 10)]))).toEqual([['林小禾', x]]);
    // Not the first of the buyer's messages: the platform began to count at another.
    const before = message(x, 'buyer', 2);
    expect(await names(await logOf([row('林小禾', 10), before, asked]))).toEqual([['林小禾', x]]);
  });

  it('lends no name where it may be either', async () => {
    const asked = [message(x, 'buyer', 10), message(y, 'buyer', 10.5)];
    expect(await names(await logOf([row('林小禾', 10), row('周也', 10), ...asked]))).toEqual([
      [null, x],
      [null, y],
    ]);
  });

  it('waits beside those who are known by name, and beside waits that began at another moment', async () => {
    const other = [state(x, 0, { buyer: '周也' }), message(x, 'buyer', 10)];
    expect(await names(await logOf([...other, row('林小禾', 10)]))).toEqual([
      ['周也', x],
      ['林小禾', 'named'],
    ]);
    expect(await names(await logOf([message(y, 'buyer', 20), row('林小禾', 10)]))).toEqual([
      ['林小禾', 'named'],
      [null, y],
    ]);
  });

  it('is believed for an hour after the page last told of it', async () => {
    const db = await logOf([row('林小禾', 10, 1, 60)]);
    expect(await names(db, 60 + 3600)).toEqual([['林小禾', 'named']]);
    expect(await names(db, 60 + 3601)).toEqual([]);
  });
});

it('names alike tell the same chat, and the text is not in them', () => {
  expect(namedChat('林小禾')).toBe(namedChat('林小禾'));
  expect(namedChat('林小禾', 1)).not.toBe(namedChat('林小禾'));
  expect(namedChat('lin')).not.toContain('lin');
  const told = row('林小禾', 10);
  expect(readBatch([told, { ...told, conversation: x }], noon + 60 * second).refused).toBe(0);
  expect(shop).toMatch(/^feige\/CN\//);
});
