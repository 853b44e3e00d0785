import { expect, it } from 'vitest';
import type { Message } from '@/lib/chat/message';
import { openPromise } from '@/lib/chat/open-promise';

/** `B P0 S`: a buyer's message, a promise, an answer; one a minute. */
function thread(told: string): Message[] {
  const kinds: Record<string, Pick<Message, 'author' | 'kind' | 'promise'>> = {
    B: { author: 'buyer', kind: 'text' },
    S: { author: 'seller', kind: 'text' },
    P: { author: 'seller', kind: 'text', promise: true },
    R: { author: 'robot', kind: 'text' },
    N: { author: 'system', kind: 'notice' },
    C: { author: 'system', kind: 'close' },
  };
  return told.split(' ').map((letter, minute) => {
    const kind = kinds[letter];
    if (!kind) throw new RangeError(letter);
    const base = { shop: 'feige/CN/1', conversation: 'c', sense: 'network' } as const;
    return { ...base, ...kind, id: String(minute), sentAt: minute * 60_000 };
  });
}

it.each([
  ['a promise that nothing followed is open', 'B P', '1'],
  ['a promise that an answer followed is kept', 'B P S', null],
  ['a promise made anew keeps none: the first is the one that is open', 'B P P', '1'],
  ['the buyer who asks again makes no difference', 'B P B B', '1'],
  ['a robot and a notice are no answer of a person', 'B P R N', '1'],
  ['a promise after an answer is open again', 'B P S B P', '4'],
  ['a session that was closed over it asks for nothing more', 'B P C', null],
  ['an answer that came before promises nothing', 'B S', null],
  ['nothing written, nothing promised', 'N', null],
])('%s', (_, told, expected) => {
  expect(openPromise(thread(told))?.id ?? null).toBe(expected);
});
