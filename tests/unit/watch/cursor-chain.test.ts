import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../lib/chat/observation';
import { chainAfter, noChain } from '../../../lib/watch/cursor-chain';

const message: Observation = {
  is: 'message',
  sense: 'network',
  conversation: '9',
  id: '1',
  author: 'buyer',
  kind: 'text',
  sentAt: Date.UTC(2026, 10, 22, 5),
};

describe('the chain of pushes', () => {
  const push = (previous: string, next: string): Observation[] => [{ is: 'cursor', previous, next }];
  const start: Observation[] = [{ is: 'cursor', next: '1000' }];
  const linked = (...exchanges: readonly (readonly Observation[])[]) => exchanges.reduce(chainAfter, noChain);

  it('holds while each link begins where the last ended', () => {
    expect(linked(start, push('1000', '1010'), push('1010', '1020'))).toEqual({ last: '1020', gap: false });
  });

  it('is broken by a link that begins later, until a page of messages comes', () => {
    expect(linked(start, push('1005', '1010'))).toEqual({ last: '1010', gap: true });
    expect(linked(start, push('1005', '1010'), push('1010', '1020')).gap).toBe(true);
    expect(linked(start, push('1005', '1010'), []).gap).toBe(true);
    expect(linked(start, push('1005', '1010'), [message]).gap).toBe(false);
    expect(linked(start, push('1005', '1010'), [{ is: 'cursor', next: '1030' }])).toEqual({ last: '1030', gap: false });
  });

  it('is not broken by the same link again, nor by one from before', () => {
    expect(linked(start, push('1000', '1010'), push('1000', '1010'), push('990', '1000'))).toEqual({
      last: '1010',
      gap: false,
    });
  });

  it('compares numbers, not words', () => {
    expect(linked([{ is: 'cursor', next: '999' }], push('1000', '1010')).gap).toBe(true);
    expect(linked([{ is: 'cursor', next: '1000' }], push('999', '1010')).gap).toBe(false);
  });

  it('says nothing of what came before its first link', () => {
    expect(linked(push('1000', '1010'))).toEqual({ last: '1010', gap: false });
  });
});
