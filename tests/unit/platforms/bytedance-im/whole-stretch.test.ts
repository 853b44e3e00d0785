import { describe, expect, it } from 'vitest';
import type { Observation } from '@/lib/chat/observation';
import { nothingWhole, wholeAfter } from '@/lib/platforms/bytedance-im/whole-stretch';
import { chainAfter, noChain } from '@/lib/watch/cursor-chain';

const start = Date.UTC(2026, 10, 22, 5);
const minute = 60_000;

let ids = 0;
const message = (conversation: string, minutes: number): Observation => ({
  is: 'message',
  sense: 'network',
  conversation,
  id: String(ids++),
  author: 'buyer',
  kind: 'text',
  sentAt: start + minutes * minute,
});
const chat = (conversation: string): Observation => ({ is: 'conversation', sense: 'network', conversation, at: start });
const unreadable: Observation = { is: 'not-understood', what: 'message' };
const inbox = (next: string, more = false): Observation => ({
  is: 'cursor',
  next,
  ...(more && { more: true as const }),
});
const push = (previous: string, next: string): Observation => ({ is: 'cursor', previous, next });

/** What is whole after these exchanges, one a minute, in minutes; `null` where nothing can be told. */
function wholeOf(...exchanges: readonly (readonly Observation[])[]): [number, number] | null {
  let chain = noChain;
  let stretch = nothingWhole;
  for (const [index, observations] of exchanges.entries()) {
    chain = chainAfter(chain, observations);
    stretch = wholeAfter(stretch, { observations, at: start + index * minute, gap: chain.gap });
  }
  const { whole } = stretch;
  return whole && [(whole.from - start) / minute, (whole.to - start) / minute];
}

const long = [message('a', -300), message('a', -200), message('a', -100)];
const short = [message('b', -10)];

describe('the inbox that the page loads', () => {
  it('reaches back to the oldest message of the chat that may have been cut', () => {
    expect(wholeOf([...long, ...short, chat('a'), chat('b'), inbox('1000')])).toEqual([-300, 0]);
  });

  it('reaches back no further than the one that may have been cut last', () => {
    const other = [message('c', -30), message('c', -20), message('c', -10)];
    expect(wholeOf([...long, ...other, ...short, inbox('1000')])).toEqual([-30, 0]);
  });

  it('of which only one message is known reaches back to it', () => {
    expect(wholeOf([...short, inbox('1000')])).toEqual([-10, 0]);
  });

  it('proves nothing of the past where a chat came without messages, or none came', () => {
    expect(wholeOf([...long, chat('z'), inbox('1000')])).toEqual([0, 0]);
    expect(wholeOf([inbox('1000')])).toEqual([0, 0]);
  });

  it('is whole only when its last part has come', () => {
    expect(wholeOf([...long, inbox('1000', true)])).toBeNull();
    expect(wholeOf([...long, inbox('1000', true)], [...short, inbox('1000')])).toEqual([-300, 1]);
  });

  it('is not whole where a message of it could not be read, in whichever part', () => {
    expect(wholeOf([...long, unreadable, inbox('1000')])).toBeNull();
    expect(wholeOf([...long, unreadable, inbox('1000', true)], [...short, inbox('1000')])).toBeNull();
  });

  it('whose chain does not begin in it says nothing', () => {
    expect(wholeOf([...long, ...short])).toBeNull();
  });
});

describe('from then on', () => {
  const opened = [...long, ...short, inbox('1000')];

  it('each push that follows the one before carries it on', () => {
    expect(wholeOf(opened, [push('1000', '1010'), message('b', 1)], [push('1010', '1020')])).toEqual([-300, 2]);
  });

  it('it ends where something arrived unseen, also when a page of messages came after that', () => {
    expect(wholeOf(opened, [push('1005', '1010')])).toBeNull();
    expect(wholeOf(opened, [push('1005', '1010')], [message('b', 1)], [push('1010', '1020')])).toBeNull();
  });

  it('it ends where a message came that could not be read', () => {
    expect(wholeOf(opened, [push('1000', '1010'), unreadable], [push('1010', '1020')])).toBeNull();
  });

  it('the inbox loaded again after a broken connection goes on where it reaches back far enough', () => {
    const later = [message('a', -100), message('a', 1), message('b', 2), inbox('1100')];
    expect(wholeOf(opened, [push('1000', '1010')], later)).toEqual([-300, 2]);
    const tooLate = [message('a', 3), message('a', 4), message('b', 5), inbox('1100')];
    expect(wholeOf(opened, [], [], [], [], [], tooLate)).toEqual([3, 6]);
  });
});
