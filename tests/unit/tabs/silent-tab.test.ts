import { expect, it } from 'vitest';
import { type Silence, silenceOf, type TabFacts } from '@/lib/tabs/silent-tab';

const url = 'https://seller-id.tokopedia.com/chat/inbox/current';
const complete = { url, status: 'complete', discarded: false } as const;

it.each<[string, TabFacts | null, 'nobody' | 'silence', Silence]>([
  ['is not there', null, 'nobody', 'gone'],
  ['shows an address that we may not see', { status: 'complete', discarded: false }, 'nobody', 'elsewhere'],
  [
    'shows another page of the host',
    { ...complete, url: url.replace('inbox/current', 'settings') },
    'nobody',
    'elsewhere',
  ],
  [
    'shows the log-in page',
    { ...complete, url: 'https://seller-id.tokopedia.com/account/login' },
    'nobody',
    'signed-out',
  ],
  [
    'shows a page with a smaller view of the chat',
    { ...complete, url: 'https://seller.shopee.co.id/portal/sale/order' },
    'silence',
    'no-answer',
  ],
  ['was unloaded to save memory', { ...complete, status: 'unloaded', discarded: true }, 'nobody', 'discarded'],
  ['is frozen, and Chrome says so', { ...complete, frozen: true }, 'silence', 'frozen'],
  ['is frozen and Firefox does not say so', complete, 'silence', 'no-answer'],
  ['says nothing, and is known not to be frozen', { ...complete, frozen: false }, 'silence', 'no-answer'],
  ['lost its process', { ...complete, status: 'unloaded' }, 'nobody', 'crashed'],
  ['is loading', { ...complete, status: 'loading' }, 'nobody', 'loading'],
  ['has nothing of ours in it', complete, 'nobody', 'cut-off'],
])('a silent tab that %s', (_, tab, answer, silence) => {
  expect(silenceOf(tab, answer)).toBe(silence);
});
