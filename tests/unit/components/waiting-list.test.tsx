// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { namedChat } from '@/lib/chat/named-chat';
import type { Locale } from '@/lib/i18n/locale';
import type { WaitingRow } from '@/lib/log/overview';
import { minute, now, overview, waitingRow } from './sample';
import { showPopup } from './show';

afterEach(cleanup);

const showRows = (waiting: readonly WaitingRow[], locale: Locale = 'en') =>
  showPopup({ overview: overview({ waiting }) }, locale);
const rows = () =>
  within(screen.getByRole('list', { name: /^Waiting buyers/ }))
    .getAllByRole('button')
    .filter(({ dataset }) => dataset.conversation !== undefined);

describe('the sentence', () => {
  const at = (iso: string) => [waitingRow({ deadline: Date.parse(iso) }), waitingRow({ conversation: 'c2' })];

  it.each([
    ['en', '2026-11-22T14:32:00+07:00', '2 buyers wait, the first until 14:32'],
    ['id', '2026-11-22T14:32:00+07:00', '2 pembeli menunggu, batas terdekat 14.32'],
    ['en', '2026-11-23T00:10:00+07:00', '2 buyers wait, the first until tomorrow 00:10'],
    ['en', '2026-11-22T09:14:20+07:00', '2 buyers wait, the first until 09:14'],
    ['en', '2026-11-22T09:14:19+07:00', '2 buyers wait, the first past the deadline'],
  ] as const)('in %s with a deadline at %s', (locale, deadline, words) => {
    showRows(at(deadline), locale);
    expect(screen.getByRole('heading', { name: words })).toBeTruthy();
  });

  it('speaks of one buyer as of one', () => {
    showRows([waitingRow({ deadline: Date.parse('2026-11-22T14:32:00+07:00') })]);
    expect(screen.getByRole('heading', { name: '1 buyer waits, until 14:32' })).toBeTruthy();
  });

  it('names no time where no deadline is known', () => {
    showRows([waitingRow({ deadline: null })]);
    expect(screen.getByRole('heading', { name: '1 buyer waits' })).toBeTruthy();
  });

  it('says that nobody waits only while the chat is seen', () => {
    const { again } = showRows([]);
    expect(screen.getByRole('heading', { name: 'Nobody is waiting' })).toBeTruthy();
    again({ overview: overview({ waiting: [], health: { state: 'closed' } }) });
    expect(screen.queryByText('Nobody is waiting')).toBeNull();
    expect(screen.getByRole('heading', { name: 'Nobody seen waiting' })).toBeTruthy();
  });
});

it('a long list is there whole, its first rows at once', async () => {
  showRows(Array.from({ length: 200 }, (_, i) => waitingRow({ conversation: `c${i}` })));
  expect(rows().map(({ dataset }) => dataset.conversation)).toEqual(Array.from({ length: 20 }, (_, i) => `c${i}`));
  expect(screen.getByRole('heading', { name: /^200 buyers wait/ })).toBeTruthy();
  await waitFor(() => expect(rows()).toHaveLength(200));
});

describe('a promise', () => {
  const promisedAt = now - 3 * minute;
  const only = waitingRow({ conversation: 'p', messages: 0, deadline: null, promisedAt, isPromiseOnly: true });

  it.each<[Locale, string, string]>([
    ['en', '1 promised answer has not come', 'promised, not answered for 3m'],
    ['id', '1 jawaban yang dijanjikan belum diberikan', 'dijanjikan, belum dijawab selama 3 mnt'],
    ['vi', '1 câu trả lời đã hẹn nhưng chưa gửi', 'đã hẹn 3 phút trước, chưa trả lời'],
    ['zh-CN', '1 条承诺的回复还没有发出', '承诺后已过3分钟，仍未回复'],
  ])('that nothing followed is told in %s, and nobody is said to wait', (locale, title, words) => {
    showRows([only], locale);
    expect(screen.getByRole('heading', { name: title })).toBeTruthy();
    const [row] = within(screen.getByRole('list', { name: /.+/ })).getAllByRole('button');
    expect(row?.textContent).toContain(words);
    expect(row?.textContent).not.toMatch(/waiting|menunggu|chờ \d|message/);
    expect(row?.dataset.promised).toBe(String(promisedAt));
    expect(row?.dataset.deadline).toBeUndefined();
  });

  it('is told beside the wait of a buyer who wrote again, and counted as one who waits', () => {
    showRows([waitingRow({ promisedAt, deadline: null }), only]);
    expect(screen.getByRole('heading', { name: '1 buyer waits' })).toBeTruthy();
    expect(rows()[0]?.textContent?.replace(/\s+/g, ' ')).toMatch(
      /waiting 42m 2 messages promised, not answered for 3m/,
    );
  });
});

describe('a row', () => {
  it('tells who, for how long, how much, and the time left', () => {
    showRows([waitingRow()]);
    expect(rows()[0]?.textContent?.replace(/\s+/g, ' ')).toBe('Siti waiting 42m 2 messages 5h 18m until 14:32');
  });

  it.each([
    [318 * minute, '5h 18m', 'calm'],
    [120 * minute, '2h', 'soon'],
    [30 * minute, '30m', 'urgent'],
    [9 * minute + 41_000, '09:41', 'urgent'],
    [0, '00:00', 'urgent'],
  ])('with %d ms left shows %s and is %s', (left, time, level) => {
    showRows([waitingRow({ deadline: now + left })]);
    expect(screen.getByText(time)).toBeTruthy();
    expect(rows()[0]?.dataset.urgency).toBe(level);
  });

  it('past its deadline is overdue in words', () => {
    showRows([waitingRow({ deadline: now - 12 * minute })]);
    expect(rows()[0]?.textContent).toMatch(/12m Overdue since 09:02$/);
  });

  it('counts down with the clock it is given', () => {
    const row = waitingRow({ deadline: now + 65_000 });
    const { again } = showRows([row]);
    again({ overview: overview({ waiting: [row] }), now: now + 59_000 });
    expect(screen.getByText('00:06')).toBeTruthy();
  });

  it('carries its conversation and its deadline, or no deadline', () => {
    showRows([waitingRow(), waitingRow({ conversation: 'c2', deadline: null })]);
    expect(rows().map(({ dataset }) => [dataset.conversation, dataset.deadline])).toEqual([
      ['c1', String(now + 318 * minute)],
      ['c2', undefined],
    ]);
  });

  it('says when the time is not exact and when only a robot answered', () => {
    showRows([waitingRow({ uncertain: 60_000, robotAnswered: 'surely', messages: 1 })]);
    expect(rows()[0]?.textContent).toMatch(/waiting about 42m 1 message only a robot answered/);
  });

  it('says that an automatic answer is a guess, and calls no time vague that is right to the second', () => {
    showRows([waitingRow({ uncertain: 999, robotAnswered: 'guessed', messages: 1 })]);
    expect(rows()[0]?.textContent).toMatch(/waiting 42m 1 message taken for automatically answered \(a guess\)/);
  });

  it.each([null, ''])('calls a buyer without a name (%j) a buyer', buyer => {
    showRows([waitingRow({ buyer })]);
    expect(rows()[0]?.textContent).toMatch(/^Buyer waiting/);
  });

  it('shows a name as the text it is', () => {
    showRows([waitingRow({ buyer: '<img src=x onerror=alert(1)>' })]);
    expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeTruthy();
    expect(document.querySelector('img')).toBeNull();
  });

  it('opens its conversation by mouse and by keyboard', async () => {
    const { onOpenConversation } = showRows([waitingRow()]);
    const [row] = rows();
    if (row) await userEvent.click(row);
    row?.focus();
    await userEvent.keyboard('{Enter}');
    const call = ['c1', 'tiktok-shop/ID/7494012345678901234'];
    expect(onOpenConversation.mock.calls).toEqual([call, call]);
  });
});

describe('the list', () => {
  it('keeps the order it is given', () => {
    const order = ['c3', 'c1', 'c9', 'c2'];
    showRows(order.map((conversation, i) => waitingRow({ conversation, deadline: now + (9 - i) * minute })));
    expect(rows().map(({ dataset }) => dataset.conversation)).toEqual(order);
  });

  it('announces thresholds, not seconds', () => {
    const row = waitingRow({ deadline: now + 31 * minute });
    const { again } = showRows([row]);
    const said = new Set<string | null>();
    for (let s = 0; s < 120; s++) {
      again({ overview: overview({ waiting: [row] }), now: now + s * 1000 });
      said.add(screen.getByRole('status').textContent);
    }
    expect([...said]).toEqual(['', '1 urgent.']);
  });
});

describe('the menu of a row', () => {
  const more = () => screen.getByRole('button', { name: 'Chat of Siti: more' });

  it('says that the chat does not count, and why', async () => {
    const { onMark, onOpenConversation } = showPopup();
    expect(more().getAttribute('aria-expanded')).toBe('false');
    await userEvent.click(more());
    expect(screen.getByRole('heading', { name: 'Siti: this chat does not count' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'It is spam' }));
    await userEvent.click(more());
    await userEvent.click(screen.getByRole('button', { name: 'I blocked the buyer' }));
    const { conversation, shop } = waitingRow();
    expect(onMark.mock.calls).toEqual([
      [{ setAside: 'spam' }, conversation, shop],
      [{ blocked: true }, conversation, shop],
    ]);
    expect([screen.queryByText('It is spam'), onOpenConversation.mock.calls.length]).toEqual([null, 0]);
  });

  it('is used without a mouse, and gives the focus back', async () => {
    const { onMark } = showPopup();
    more().focus();
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement?.textContent).toBe('The buyer is abusive');
    await userEvent.keyboard('{Escape}');
    expect([document.activeElement, screen.queryByText('It is spam')]).toEqual([more(), null]);
    await userEvent.keyboard('{Enter}{Tab}{Enter}');
    expect(onMark.mock.lastCall?.[0]).toEqual({ setAside: 'spam' });
  });

  it('is not there for a chat of which nothing but the name is known', () => {
    showPopup({ overview: overview({ waiting: [waitingRow({ conversation: namedChat('Siti') })] }) });
    expect(screen.queryByRole('button', { name: 'Chat of Siti: more' })).toBeNull();
  });
});
