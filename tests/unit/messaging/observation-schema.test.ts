import { describe, expect, it } from 'vitest';
import type { Observation, SeenConversation, SeenMessage, SeenOfficial } from '@/lib/chat/observation';
import { readBatch } from '@/lib/messaging/observation-schema';

const now = Date.parse('2026-03-10T12:00:00Z');
const day = 86_400_000;

const message: SeenMessage = {
  is: 'message',
  sense: 'network',
  account: '7494',
  conversation: '0:1:7494:1001',
  id: '7301',
  ordinal: 0,
  session: '88',
  author: 'buyer',
  agent: '42',
  kind: 'text',
  promise: true,
  sentAt: now,
  uncertain: 60_000,
  order: 3,
};
const conversation: SeenConversation = {
  is: 'conversation',
  sense: 'page',
  conversation: '0:1:7494:1001',
  at: now,
  buyer: 'Ayu <b>',
  waiting: true,
  waitingSince: now,
  waitingUncertain: 1000,
  unread: 2,
  blocked: false,
};
const official: SeenOfficial = { is: 'official', seller: '7494', metric: 'waiting-chats', value: 3, at: now };
const all: Observation[] = [message, conversation, official];

/** What is left of a good batch with this one in the middle. */
const among = (bad: unknown) => readBatch([message, bad, conversation, official], now);

it('what can be recorded is accepted as it is', () => {
  expect(readBatch(all, now)).toEqual({ accepted: all, untimely: [], refused: 0 });
  const bare = { is: 'message', sense: 'page', conversation: 'c', author: 'seller', kind: 'card', sentAt: now };
  expect(readBatch([bare], now)).toEqual({ accepted: [bare], untimely: [], refused: 0 });
});

describe('refused alone, the rest of the batch recorded', () => {
  const bad: [string, unknown][] = [
    ['a message with its text', { ...message, text: 'hello' }],
    ['a message with its content', { ...message, content: { text: 'hello' } }],
    ['a conversation with its last message', { ...conversation, lastMessage: 'hello' }],
    ['a message of a shop of its own', { ...message, shop: 'tiktok-shop/ID/1' }],
    ['a message without a time', { ...message, sentAt: undefined }],
    ['a broken millisecond', { ...message, sentAt: now + 0.5 }],
    ['a time that is none', { ...message, sentAt: Number.NaN }],
    ['a time beyond exact numbers', { ...message, sentAt: 2 ** 53 }],
    ['vague by more than a day', { ...message, uncertain: day + 1 }],
    ['vague by less than nothing', { ...message, uncertain: -1 }],
    ['a promise that is none', { ...message, promise: false }],
    ['a promise with its words', { ...message, promise: 'one moment' }],
    ['a wait that is vague by more than a day', { ...conversation, waitingUncertain: day + 1 }],
    ['a conversation without end', { ...conversation, conversation: '1'.repeat(129) }],
    ['an author nobody knows', { ...message, author: 'admin' }],
    ['a kind nobody knows', { ...message, kind: 'voice' }],
    ['a sense nobody has', { ...message, sense: 'smell' }],
    ['a sighting by our own name', { ...message, id: '~buyer:1:0' }],
    ['an id with a space', { ...message, id: 'a b' }],
    ['an empty id', { ...message, id: '' }],
    ['an id without end', { ...message, id: '1'.repeat(65) }],
    ['an id that is a number', { ...message, id: 7301 }],
    ['an id that is no word', { ...message, id: undefined }],
    ['no conversation', { ...message, conversation: '' }],
    ['an order beyond exact numbers', { ...message, order: 2 ** 53 }],
    ['a name without end', { ...conversation, buyer: 'a'.repeat(201) }],
    ['unread that is no count', { ...conversation, unread: -1 }],
    ['a mark that is no mark', { ...conversation, waiting: 'yes' }],
    ['a state of the year 2014', { ...conversation, at: Date.parse('2014-12-31T23:59:59.999Z') }],
    ['a state of the year 2099', { ...conversation, at: Date.parse('2099-01-01') }],
    ['a wait since the year 2099', { ...conversation, waitingSince: Date.parse('2099-01-01') }],
    ['a figure nobody knows', { ...official, metric: 'stars' }],
    ['a figure below nothing', { ...official, value: -1 }],
    ['a figure without end', { ...official, value: Number.POSITIVE_INFINITY }],
    ['a figure of the year 2099', { ...official, at: Date.parse('2099-01-01') }],
    ['a word on a shop', { is: 'shop', seller: '7494' }],
    ['what is none', { is: 'nothing' }],
    ['nothing', null],
    ['a list', [message]],
    ['words', 'message'],
  ];

  it.each(bad)('%s', (_, observation) => {
    expect(among(observation)).toEqual({ accepted: all, untimely: [], refused: 1 });
  });

  it.each([
    ['a message in seconds', now / 1000],
    ['of the year 2014', Date.parse('2014-12-31T23:59:59.999Z')],
    ['of the year 2099', Date.parse('2099-01-01')],
    ['a day and a millisecond ahead', now + day + 1],
  ])('and to be reported: %s', (_, sentAt) => {
    const wrong = { ...message, sentAt };
    expect(among(wrong)).toEqual({ accepted: all, untimely: [wrong], refused: 1 });
  });
});

it('a conversation of Feige is named by its buyer and shop, however long that is', () => {
  const long = { ...message, conversation: `${'A-_='.repeat(20)}:7490001::2:1:pigeon` };
  expect(readBatch([long], now).accepted).toEqual([long]);
});

it('up to a day ahead is a clock that is wrong', () => {
  const ahead = { ...message, sentAt: now + day };
  expect(readBatch([ahead], now).accepted).toEqual([ahead]);
});
