import { describe, expect, it } from 'vitest';
import { withGuessedAuthors } from '@/lib/chat/guess-author';
import type { Message } from '@/lib/chat/message';

const noon = Date.UTC(2026, 10, 22, 5);

/** `buyer 0`, `shop 1500`: who, and how many ms after noon. */
function thread(...said: string[]): Message[] {
  return said.map((words, index) => {
    const [who, after, uncertain] = words.split(' ');
    return {
      shop: 'shopee/ID/1',
      conversation: '9',
      id: who === 'sighting' ? `~buyer:1:${index}` : String(index),
      author: who === 'buyer' || who === 'sighting' ? 'buyer' : who === 'person' || who === 'shop' ? 'seller' : 'robot',
      ...(who === 'shop' && { guess: 'side' }),
      ...(who === 'marked' && { guess: 'mark' }),
      kind: 'text',
      sentAt: noon + Number(after),
      ...(uncertain && { uncertain: Number(uncertain) }),
      sense: 'network',
    };
  });
}

const authors = (...said: string[]) => withGuessedAuthors(thread(...said)).map(({ author }) => author);

describe('what the shop wrote, where the platform does not say whether a person did,', () => {
  it.each<[string, string[], string]>([
    ['two seconds after the buyer is taken for automatic', ['buyer 0', 'shop 2000'], 'robot'],
    ['a moment later than that is taken for a person', ['buyer 0', 'shop 2001'], 'seller'],
    ['in the same instant is taken for automatic', ['buyer 0', 'shop 0'], 'robot'],
    ['before the buyer is a person', ['shop 0', 'buyer 1'], 'seller'],
    ['with no buyer at all is a person', ['shop 0'], 'seller'],
    ['after another answer, but at once, is automatic', ['buyer 0', 'shop 500', 'shop 1500'], 'robot'],
    ['in whole seconds may have come at once', ['buyer 0 999', 'shop 2000 999'], 'robot'],
    ['in whole seconds, three of them later, is a person', ['buyer 0 999', 'shop 3000 999'], 'seller'],
    ['in the second of an exact question may have followed it', ['buyer 900', 'shop 0 999'], 'robot'],
    ['beside a sighting that may go again is a person', ['sighting 0', 'shop 500'], 'seller'],
  ])('%s', (_, said, author) => {
    expect(authors(...said).at(said[0]?.startsWith('shop') ? 0 : -1)).toBe(author);
  });

  it('is judged anew when its neighbour is known, and keeps the mark that it was a guess', () => {
    const [robot] = withGuessedAuthors(thread('buyer 0', 'shop 500')).slice(1);
    expect(robot).toMatchObject({ author: 'robot', guess: 'side' });
    expect(robot && withGuessedAuthors([robot])[0]).toMatchObject({ author: 'seller', guess: 'side' });
  });
});

it('what a person is known to have written stays a person’s, and what bears a mark stays a robot’s', () => {
  expect(authors('buyer 0', 'person 500', 'marked 90000')).toEqual(['buyer', 'seller', 'robot']);
  expect(authors('buyer 0', 'person 500', 'shop 600')).toEqual(['buyer', 'seller', 'robot']);
});
