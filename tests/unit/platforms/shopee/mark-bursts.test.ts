import { describe, expect, it } from 'vitest';
import type { SeenMessage } from '@/lib/chat/observation';
import type { Notes } from '@/lib/platforms/notes';
import { markBursts } from '@/lib/platforms/shopee/mark-bursts';

const noon = Date.UTC(2026, 10, 22, 5);
/** What the shop's side wrote to its nth buyer. */
const toBuyer = (n: number, sentAt: number, more: Partial<SeenMessage> = {}): SeenMessage => ({
  is: 'message',
  sense: 'network',
  conversation: `chat ${n}`,
  id: `message ${n}`,
  author: 'seller',
  guess: 'side',
  kind: 'text',
  sentAt,
  ...more,
});
const toBuyers = (count: number, apart: number, more: Partial<SeenMessage> = {}) =>
  Array.from({ length: count }, (_, n) => toBuyer(n, noon + n * apart, more));
const asMachine = (seen: SeenMessage) => ({ ...seen, author: 'robot', guess: 'mark' });

describe('what the shop wrote to many buyers at the same moment', () => {
  it('is told again as a machine’s, the first of it too, however many exchanges it came in', () => {
    const sent = toBuyers(6, 200);
    expect(markBursts(sent, new Map())).toEqual(sent.map(asMachine));
    const notes: Notes = new Map();
    expect(sent.map(one => markBursts([one], notes).length)).toEqual([0, 0, 0, 0, 5, 1]);
  });

  it('is told once, whichever way its messages come again', () => {
    const notes: Notes = new Map();
    markBursts(toBuyers(6, 0), notes);
    expect(markBursts(toBuyers(6, 0), notes)).toEqual([]);
  });

  it('is known by times in whole seconds', () => {
    expect(markBursts(toBuyers(5, 0, { uncertain: 999 }), new Map())).toHaveLength(5);
  });

  it('leaves alone what was written before and after it', () => {
    const others = [toBuyer(20, noon - 1500), toBuyer(21, noon + 1001)];
    expect(markBursts([...others, ...toBuyers(5, 0)], new Map())).toEqual(toBuyers(5, 0).map(asMachine));
  });
});

describe('answers of people', () => {
  it.each<[string, readonly SeenMessage[]]>([
    ['to four at the same moment', toBuyers(4, 0)],
    ['to many, a little apart', toBuyers(30, 251)],
    ['that one buyer gets at the same moment', toBuyers(9, 0, { conversation: 'chat' })],
    ['whose time is vague', toBuyers(9, 0, { uncertain: 59_999 })],
    ['that are known to be a person’s', toBuyers(9, 0).map(({ guess: _, ...known }) => known)],
  ])('stay theirs: %s', (_, sent) => {
    expect(markBursts(sent, new Map())).toEqual([]);
  });
});

it('remembers no more than it needs', () => {
  const notes: Notes = new Map();
  markBursts(toBuyers(2000, 2000), notes);
  const size = [...notes.values()].join('').length;
  const later = toBuyers(2000, 2000).map(one => ({ ...one, id: `${one.id} later` }));
  markBursts(later, notes);
  expect([...notes.values()].join('').length).toBeLessThan(size * 1.2);
});
