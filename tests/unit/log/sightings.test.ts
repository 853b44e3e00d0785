import { expect, it } from 'vitest';
import type { Message } from '@/lib/chat/message';
import { sightingId, withoutKnownSightings } from '@/lib/log/sightings';
import { testShop } from './logged-from';

const noon = Date.parse('2026-03-10T12:00:00+07:00');

const buyers = (id: string, sentAt: number): Message => ({
  shop: testShop,
  conversation: 'c',
  id,
  author: 'buyer',
  kind: 'text',
  sentAt,
  sense: 'page',
});
const sighting = (ordinal: number, sentAt = noon) => buyers(sightingId('buyer', sentAt, ordinal), sentAt);
const idsLeft = (...messages: Message[]) => withoutKnownSightings(messages).map(({ id }) => id);

it('a sighting goes when a message with an id of its author and minute stands for it', () => {
  expect(idsLeft(sighting(0), buyers('7', noon + 31_000))).toEqual(['7']);
});

it('of two in a minute of which the network told one, the other stays', () => {
  expect(idsLeft(sighting(0), sighting(1), buyers('7', noon))).toEqual([sighting(1).id, '7']);
});

it('neither another minute nor another author stands for it', () => {
  const answer: Message = { ...buyers('8', noon), author: 'seller' };
  expect(idsLeft(sighting(0), buyers('7', noon + 60_000), answer)).toEqual([sighting(0).id, '7', '8']);
});
