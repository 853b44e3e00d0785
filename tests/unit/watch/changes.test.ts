import { expect, it } from 'vitest';
import { namedChat } from '@/lib/chat/named-chat';
import type { Observation } from '@/lib/chat/observation';
import { changesOnly } from '@/lib/watch/changes';

const row: Observation = { is: 'conversation', sense: 'page', conversation: 'a', at: 1, unread: 1 };
const sighting: Observation = {
  is: 'message',
  sense: 'page',
  conversation: 'a',
  ordinal: 0,
  author: 'buyer',
  kind: 'text',
  sentAt: 1_800_000_000_000,
  uncertain: 60_000,
};

it('what was told is not told again only because it was looked at again', () => {
  const changed = changesOnly();
  expect(changed([row, sighting])).toEqual([row, sighting]);
  expect(changed([{ ...row, at: 2 }, sighting])).toEqual([]);
});

it.each<[string, Observation, Observation]>([
  ['a state that has changed', row, { ...row, unread: 2 }],
  ['a state that has changed back', { ...row, unread: 0 }, row],
  ['a second message of the same minute', sighting, { ...sighting, ordinal: 1 }],
  ['a message whose time is known better', sighting, { ...sighting, uncertain: 1000 }],
  ['a message whose author is known better', { ...sighting, id: '1' }, { ...sighting, id: '1', author: 'robot' }],
  ['the same message in another chat', sighting, { ...sighting, conversation: 'b' }],
])('%s is told', (_, before, after) => {
  const changed = changesOnly();
  changed([before]);
  expect(changed([after])).toEqual([after]);
  expect(changed([after])).toEqual([]);
});

it('a wait known by a name alone is told again every ten minutes, for it is believed no longer than an hour', () => {
  const changed = changesOnly();
  const at = 600_000 * 5;
  const named: Observation = { ...row, conversation: namedChat('林小禾'), at, waiting: true, waitingSince: at };
  expect(changed([named])).toHaveLength(1);
  expect(changed([{ ...named, at: at + 599_999 }])).toEqual([]);
  expect(changed([{ ...named, at: at + 600_000 }])).toHaveLength(1);
});

it('remembers no more than it may, and tells again rather than not at all', () => {
  const changed = changesOnly(2);
  const chats = ['a', 'b', 'c'].map((conversation): Observation => ({ ...row, conversation }) as Observation);
  expect(changed(chats)).toEqual(chats);
  expect(changed(chats.slice(2))).toEqual([]);
  expect(changed(chats.slice(0, 1))).toEqual(chats.slice(0, 1));
});
