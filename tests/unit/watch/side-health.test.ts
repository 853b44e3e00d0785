import { expect, it } from 'vitest';
import { sideHealth } from '../../../lib/watch/side-health';

const now = Date.UTC(2026, 10, 22, 5);

it.each<[string, number | null, object]>([
  ['nothing has come', null, { state: 'closed' }],
  ['chats come', now - 3000, { state: 'partly', blind: 'page', why: 'mini-chat' }],
  ['they came half a minute ago', now - 30_000, { state: 'partly', blind: 'page', why: 'mini-chat' }],
  ['they have stopped coming', now - 30_001, { state: 'closed' }],
])('a page beside the chat, where %s', (_, chatsAt, health) => {
  expect(sideHealth(chatsAt, now)).toEqual(health);
});
