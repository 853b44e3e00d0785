import { describe, expect, it } from 'vitest';
import type { NoticeRow } from '@/lib/log/log-db';
import { noticeAfter } from '@/lib/reminders/notice-after';
import type { Reminder } from '@/lib/reminders/reminder';
import { minute, noon, second, shop, waiting } from './waiting';

const [a, b, c] = ['a', 'b', 'c'].map(name => waiting(name, [noon]));
const everybody = [a, b, c].flatMap(round => (round ? [round] : []));

const reminder = (conversation: string, left = 80 * second, is: Reminder['is'] = 'ahead'): Reminder => ({
  key: `${conversation} ${left} ${is}`,
  shop,
  conversation,
  round: `${conversation}1`,
  rule: 'tiktok-shop/3min',
  deadline: noon + left,
  is,
  buyer: 'Ayu',
});

interface Step {
  readonly after?: number;
  readonly due?: readonly Reminder[];
  readonly waiting?: typeof everybody;
  readonly isOpen?: boolean;
}

const step = (row: NoticeRow | undefined, { after = 0, due = [], waiting = everybody, isOpen = false }: Step) =>
  noticeAfter(row, { now: noon + after, due, waiting, isOpen });

/** A notice for these that is on the screen. */
function shown(...due: readonly Reminder[]): NoticeRow {
  const row = step(undefined, { due });
  if (!row) throw new Error('nothing was due');
  return { ...row, state: 'shown' };
}

const words = (row: NoticeRow | undefined) =>
  row && `${row.n} ${row.how} ${row.state} ${row.says.map(({ conversation }) => conversation).join()}`;

describe('the notice', () => {
  it('is none while nothing was ever due', () => {
    expect(step(undefined, {})).toBeUndefined();
  });

  it('is new for the first that is due, and keeps no name', () => {
    const row = step(undefined, { due: [reminder('a')] });
    expect(words(row)).toBe('1 new due a');
    expect(JSON.stringify(row)).not.toContain('Ayu');
  });

  it('that was not shown stays to be shown, whatever else happens', () => {
    const row = step(undefined, { due: [reminder('a')] });
    expect(words(step(row, { after: minute }))).toBe('1 new due a');
    expect(words(step(row, { after: second, due: [reminder('b', 20 * second)] }))).toBe('1 new due b,a');
  });

  it('that was shown, and the worker died before it was noted, is not shown again', () => {
    const row = step(undefined, { due: [reminder('a')] });
    expect(words(step(row, { after: second, isOpen: true }))).toBe('1 new shown a');
  });

  it('within ten seconds of another is the same one with more in it, the most urgent first', () => {
    const row = step(shown(reminder('a')), { after: 9999, due: [reminder('b', 70 * second)], isOpen: true });
    expect(words(row)).toBe('1 more due b,a');
    expect(row?.at).toBe(noon);
    // It stays so until it is shown, also where a worker dies.
    expect(words(step(row, { after: 20 * second, isOpen: true }))).toBe('1 more due b,a');
  });

  it('later than that is a new one, that still names who was reminded of and waits', () => {
    const row = step(shown(reminder('a')), { after: 10 * second, due: [reminder('b', 3600 * second)], isOpen: true });
    expect(words(row)).toBe('2 new due a,b');
  });

  it('after the seller closed the last one is a new one that does not repeat it', () => {
    const row = step(shown(reminder('a')), { after: second, due: [reminder('b')], isOpen: false });
    expect(words(row)).toBe('2 new due b');
  });

  it('does not name who waits past the deadline that was named', () => {
    const row = step(shown(reminder('a')), { after: 81 * second, due: [reminder('b', 3600 * second)], isOpen: true });
    expect(words(row)).toBe('2 new due b');
  });

  it('names a chat once, with what is due of it now', () => {
    const row = step(shown(reminder('a')), { after: 50 * second, due: [reminder('a', 81 * second)], isOpen: true });
    expect(row?.says.map(({ key }) => key)).toEqual(['a 81000 ahead']);
  });

  it('that nothing changes stays the very same', () => {
    const row = shown(reminder('a'));
    expect(step(row, { after: minute, isOpen: true })).toBe(row);
  });
});

describe('somebody was answered, wherever', () => {
  it('and the notice says fewer, or names another', () => {
    const row = shown(reminder('a'), reminder('b'), reminder('c'));
    expect(words(step(row, { waiting: [everybody[0]].flatMap(r => r ?? []), isOpen: true }))).toBe('1 fewer due a');
    expect(words(step(row, { waiting: everybody.slice(1), isOpen: true }))).toBe('1 renamed due b,c');
  });

  it('and it is over when nobody of it waits', () => {
    expect(words(step(shown(reminder('a')), { waiting: everybody.slice(1), isOpen: true }))).toBe('1 new over a');
  });

  it('and asks again: that is another round, and the old one is over', () => {
    const again = { ...everybody[0], id: 'a9' } as (typeof everybody)[number];
    expect(words(step(shown(reminder('a')), { waiting: [again], isOpen: true }))).toBe('1 new over a');
  });

  it('before it could be shown: nothing is shown', () => {
    const row = step(undefined, { due: [reminder('a')] });
    expect(words(step(row, { waiting: [], after: second }))).toBe('1 new over a');
  });

  it('and the notice was closed before: nothing more is to be done', () => {
    expect(words(step(shown(reminder('a')), { waiting: [], isOpen: false }))).toBe('1 new shown a');
  });
});
