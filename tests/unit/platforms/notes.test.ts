import { expect, it } from 'vitest';
import { type Notes, note } from '../../../lib/platforms/notes';

it('a page that tells of chats without end is remembered by its newest notes', () => {
  const notes: Notes = new Map();
  for (let i = 0; i < 20_005; i++) note(notes, `buyer ${i}`, String(i));
  expect(notes.size).toBe(20_000);
  expect([notes.has('buyer 4'), notes.get('buyer 5')]).toEqual([false, '5']);
  note(notes, 'buyer 5', 'other');
  expect([notes.size, notes.get('buyer 5'), notes.has('buyer 6')]).toEqual([20_000, 'other', true]);
});
