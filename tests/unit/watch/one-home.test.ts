import { expect, it } from 'vitest';
import type { Observation } from '@/lib/chat/observation';
import { oneHome } from '@/lib/watch/one-home';

const message = (conversation: string, id?: string): Observation => ({
  is: 'message',
  sense: 'page',
  conversation,
  ...(id === undefined ? { ordinal: 0 } : { id }),
  author: 'buyer',
  kind: 'text',
  sentAt: 1_800_000_000_000,
});
const row = (conversation: string): Observation => ({ is: 'conversation', sense: 'page', conversation, at: 1 });

it('a thread is told as it stands, look after look', () => {
  const { sift } = oneHome();
  const look = [row('x'), row('y'), message('x', '1'), message('x')];
  expect(sift(look)).toEqual({ told: look, withheld: false });
  expect(sift([...look, message('x', '2')])).toMatchObject({ withheld: false });
});

it('the first look at another chat is not believed, the next one is', () => {
  const { sift } = oneHome();
  sift([message('x', '1')]);
  const look = [row('x'), row('y'), message('y', '7')];
  expect(sift(look)).toEqual({ told: [row('x')], withheld: true });
  expect(sift(look)).toEqual({ told: look, withheld: false });
});

it('a thread that still holds the messages of the chat before is credited to nobody', () => {
  const { sift } = oneHome();
  sift([message('x', '1')]);
  for (const _ of [1, 2, 3])
    expect(sift([row('y'), message('y', '1'), message('y')])).toEqual({ told: [], withheld: true });
  expect(sift([row('y'), message('y', '7')])).toMatchObject({ withheld: false });
});

it('also where only the network knows whose the messages are', () => {
  const { hear, sift } = oneHome();
  hear([message('x', '1')]);
  expect(sift([message('y', '1')])).toEqual({ told: [], withheld: true });
});

it('a page without an open chat tells its rows', () => {
  const { sift } = oneHome();
  sift([message('x', '1')]);
  expect(sift([row('x')])).toEqual({ told: [row('x')], withheld: false });
});
