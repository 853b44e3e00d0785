import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { ShopId } from '../../../../lib/chat/shop';
import { record } from '../../../../lib/log/record';
import { waitingRounds } from '../../../../lib/log/waiting-query';
import type { Notes } from '../../../../lib/platforms/notes';
import { shopee } from '../../../../lib/platforms/shopee/shopee';
import { rulesOf } from '../../../../lib/rules/rules-of';
import { emptyLog } from '../../log/logged-from';
import { whole } from '../decoded';
import { api, asked, chat, conversation, fromShop, message, noon, sent, shopUser } from './build-answers';

const shop: ShopId = 'shopee/ID/280001111';
const thread = `conversations/${chat}/messages`;
const fromUs = { latest_message_from_id: Number(shopUser) };

/** Who waits after a page has received these answers in order, and since when (ms after the buyer asked). */
async function waiting(...exchanges: readonly (readonly [path: string, body: unknown])[]) {
  const db = emptyLog();
  const notes: Notes = new Map();
  for (const [path, body] of exchanges) {
    const exchange = { url: `${api}/${path}`, via: 'fetch', body: JSON.stringify(body), at: noon } as const;
    const seen = whole(shopee.network.decode(exchange, notes));
    if (!Array.isArray(seen)) throw new Error(path);
    await record(db, seen, { shop, rules: rulesOf(shop), now: noon });
  }
  const rounds = await waitingRounds(db, shop, noon);
  db.close();
  return rounds.map(({ buyer, startAt }) => [buyer, startAt - asked]);
}

const list = ['conversations', [conversation()]] as const;
const waits = [['sari.contoh', 0]];

it('a buyer whose chat was never opened waits once, since the last word', async () => {
  expect(await waiting(list)).toEqual(waits);
  expect(await waiting(list, ['mini/conversations', [conversation()]])).toEqual(waits);
  expect(await waiting(list, [thread, [message()]])).toEqual(waits);
});

it('a buyer waits since the first of what a thread brings', async () => {
  const earlier = message({ id: '2289301740393700000', created_timestamp: Math.floor(asked / 1000) - 600 });
  expect(await waiting(list, [thread, [message(), earlier]])).toEqual([['sari.contoh', -600_250]]);
});

it('a buyer whom a person answered waits no more, whichever way it is seen', async () => {
  const later = { created_timestamp: Math.floor(asked / 1000) + 60 };
  const answered = conversation({
    ...fromUs,
    latest_message_id: '2289301740393709955',
    last_message_time_nano: `${asked + 60_000}000000`,
  });
  expect(await waiting(list, ['messages', sent()])).toEqual([]);
  expect(await waiting(list, [thread, [message(), fromShop(later)]])).toEqual([]);
  expect(await waiting(list, ['conversations', [answered]])).toEqual([]);
});

it('a buyer whom something answered at once, or whom a card was attached for, goes on waiting', async () => {
  const at = (after: number, more: object) =>
    conversation({ ...fromUs, latest_message_id: '8', last_message_time_nano: `${asked + after}000000`, ...more });
  expect(await waiting(list, ['conversations', [at(900, {})]])).toEqual(waits);
  const card = { latest_message_type: 'order', latest_message_content: {} };
  expect(await waiting(list, ['conversations', [at(90_000, card)]])).toEqual(waits);
});

it('a buyer who was typed an answer within two seconds is answered: it was sent from here', async () => {
  const quick = { created_timestamp: Math.floor(asked / 1000) + 1, created_at: undefined };
  expect(await waiting(list, ['messages', sent(quick)], [thread, [message(), fromShop(quick)]])).toEqual([]);
});

it('a blocked buyer does not wait', async () => {
  expect(await waiting(['conversations', [conversation({ is_blocked: true })]])).toEqual([]);
});

it('an answer to what the shop wrote first asks', async () => {
  const first = conversation({
    ...fromUs,
    latest_message_id: '7',
    last_message_time_nano: `${asked - 3_600_000}000000`,
  });
  expect(await waiting(['conversations', [first]])).toEqual([]);
  expect(await waiting(['conversations', [first]], list)).toEqual(waits);
});
