import { expect, it } from 'vitest';
import type { SeenMessage } from '../../../../lib/chat/observation';
import { withWait } from '../../../../lib/platforms/feige/page/with-wait';

const noon = Date.UTC(2026, 10, 23, 4);
const s = (seconds: number) => noon + seconds * 1000;

/** All in the minute of noon, as a label tells it: the n-th from n ms on. */
const thread = (...authors: SeenMessage['author'][]): SeenMessage[] =>
  authors.map((author, place) => ({
    is: 'message',
    sense: 'page',
    conversation: 'x',
    id: `749000000000000000${place}`,
    author,
    kind: 'text',
    sentAt: noon + place,
    uncertain: 59_999 - place,
  }));
const since = (from: number, to: number) => ({ at: s(from), uncertain: (to - from) * 1000 });
const times = (messages: readonly SeenMessage[]) =>
  messages.map(({ sentAt, uncertain = 0 }) => [sentAt - noon, sentAt - noon + uncertain]);

it('the first message that waits is known to the second, and later ones come after it', () => {
  expect(times(withWait(thread('buyer', 'seller', 'robot', 'buyer', 'buyer'), since(30, 31)))).toEqual([
    [0, 59_999],
    [1, 59_999],
    [2, 59_999],
    [30_000, 31_000],
    [30_001, 59_999],
  ]);
});

it.each([
  ['nobody waits', thread('buyer', 'seller'), since(30, 31)],
  ['the row tells of no wait', thread('buyer'), null],
  ['the timer was started in another minute', thread('buyer'), since(90, 91)],
  ['only a robot and notices came', thread('robot', 'system'), since(30, 31)],
])('a thread in which %s stays as it is', (_, messages, wait) => {
  expect(withWait(messages, wait)).toEqual(messages);
});

it('an exact time is none the better for it', () => {
  const [exact] = thread('buyer');
  if (!exact) throw new Error('no message');
  const { uncertain: _, ...message } = { ...exact, sentAt: s(30.5) };
  expect(withWait([message], since(30, 31))).toEqual([message]);
});
