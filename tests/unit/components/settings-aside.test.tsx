// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import type { MarkedChat } from '@/lib/log/marked-chats';
import { ownShop } from './sample';
import { showSettings } from './show';

afterEach(cleanup);

const chat = (buyer: string | null, is: Pick<MarkedChat, 'is' | 'because'>): MarkedChat => ({
  shop: ownShop,
  conversation: `chat of ${buyer}`,
  buyer,
  ...is,
});
const section = () => within(screen.getByRole('region', { name: 'Chats that do not count' }));

it('every chat that does not count is there with its reason, and is counted again', async () => {
  const onMark = showSettings({}, { aside: { chats: [], onMark: () => {} } }).onMark;
  expect(section().getByText(/^None/)).toBeTruthy();
  cleanup();
  const chats = [
    chat('Siti', { is: 'aside', because: 'spam' }),
    chat('Budi', { is: 'blocked' }),
    chat('Ayu', { is: 'seen-blocked' }),
    chat(null, { is: 'not-blocked' }),
  ];
  showSettings({}, { aside: { chats, onMark } });
  expect(section().getByText('Blocked on the platform', { exact: false })).toBeTruthy();
  expect(section().getByText(/^It is spam · TikTok Shop by Tokopedia · Indonesia …1234$/)).toBeTruthy();
  for (const name of [
    'Count again: Siti',
    'Count again: Budi',
    'Count all the same: Ayu',
    'As the platform shows: Buyer',
  ]) {
    await userEvent.click(section().getByRole('button', { name }));
  }
  expect(onMark.mock.calls).toEqual([
    [chats[0], { setAside: null }],
    [chats[1], { blocked: null }],
    [chats[2], { blocked: false }],
    [chats[3], { blocked: null }],
  ]);
});
