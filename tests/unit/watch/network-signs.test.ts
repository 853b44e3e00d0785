import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../lib/chat/observation';
import { networkSignsAfter, noNetworkSigns } from '../../../lib/watch/network-signs';

const message: Observation = {
  is: 'message',
  sense: 'network',
  conversation: '9',
  id: '1',
  author: 'buyer',
  kind: 'text',
  sentAt: Date.UTC(2026, 10, 22, 5),
};

describe('the signs of the network', () => {
  const failed = { notUnderstood: 'payload', size: 9 };
  const fold = (...each: readonly [string, Parameters<typeof networkSignsAfter>[2]][]) =>
    each.reduce((before, [url, result]) => networkSignsAfter(before, url, result), noNetworkSigns);
  const open = (signs: typeof noNetworkSigns) => Object.values(signs.notUnderstood).reduce((a, b) => a + b, 0);

  it('count what was read, and not what is not ours', () => {
    expect(fold(['a', []], ['a', [message]], ['b', { notOurs: true }])).toMatchObject({ read: 2, notUnderstood: {} });
  });

  it('forget a failure once the same path brings something readable', () => {
    expect(open(fold(['wss://a/ws/v2?x=1', failed], ['wss://a/ws/v2?x=2', [message]]))).toBe(0);
  });

  it('do not forget it for another path, nor for an empty answer', () => {
    expect(open(fold(['a', failed], ['b', [message]]))).toBe(1);
    expect(open(fold(['a', failed], ['a', []]))).toBe(1);
  });

  it('count the parts of an exchange that was read only in part', () => {
    const part: Observation = { is: 'not-understood', what: 'role' };
    expect(open(fold(['a', [message, part, part]]))).toBe(2);
    expect(open(fold(['a', [message, part]], ['a', [message]]))).toBe(0);
  });

  it('remember a hint of a lost sign-in until something is read', () => {
    const hint = { ...failed, hint: 'signed-out' } as const;
    expect(fold(['a', hint], ['a', failed]).signedOut).toBe(true);
    expect(fold(['a', hint], ['a', []]).signedOut).toBe(false);
  });
});
