import { describe, expect, it } from 'vitest';
import { textIn } from '@/lib/i18n/text-in';
import { noticeOf } from '@/lib/reminders/notice-of';
import type { Reminder } from '@/lib/reminders/reminder';
import { minute, noon, second, shop } from './waiting';

const reminder = (conversation: string, is: Reminder['is'], buyer?: string, held?: Reminder['held']): Reminder => ({
  key: `${shop} ${conversation}`,
  shop,
  conversation,
  round: '1',
  rule: 'tiktok-shop/3min',
  deadline: noon + 80 * second,
  is,
  ...(buyer !== undefined && { buyer }),
  ...(held !== undefined && { held }),
});

const ahead = [reminder('a', 'ahead', 'Ayu'), reminder('b', 'ahead', 'Budi'), reminder('c', 'ahead')];
const passed = [reminder('d', 'passed', 'Dewi'), reminder('e', 'passed', 'Eka')];
const waits = [reminder('f', 'waits', 'Fajar'), reminder('g', 'waits', 'Gita')];
const promised = [reminder('h', 'promised', 'Hana'), reminder('i', 'promised', 'Intan')];
const because = (reminders: readonly Reminder[], ...reasons: Reminder['held'][]): Reminder[] =>
  reminders.map((one, index) => ({ ...one, ...(reasons[index] && { held: reasons[index] }) }));

const english = textIn('en');
const clock = english.clock(noon + 80 * second, noon);

describe('in English', () => {
  it.each<[string, Reminder[], string, string]>([
    ['one', ahead.slice(0, 1), `Ayu waits, answer until ${clock}`, '1m left to answer in time.'],
    ['one without a name', ahead.slice(2), `Buyer waits, answer until ${clock}`, '1m left to answer in time.'],
    ['three', ahead, `3 buyers wait, the first until ${clock}`, 'The first is Ayu.'],
    ['one promise', promised.slice(0, 1), 'Promised, not answered: Hana', 'An answer was promised and has not come.'],
    [
      'two promises',
      promised,
      'Promised, not answered: Hana and others, 2 in all',
      'An answer was promised and has not come.',
    ],
    [
      'one ahead, a promise and one passed',
      [...ahead.slice(0, 1), ...promised.slice(0, 1), ...passed.slice(0, 1)],
      `Ayu waits, answer until ${clock}`,
      '1m left to answer in time.\nPromised, not answered: Hana\nA deadline passed while nobody was told',
    ],
    ['one passed', passed.slice(0, 1), 'A deadline passed while nobody was told', 'The newest is Dewi.'],
    ['two passed', passed, '2 deadlines passed while nobody was told', 'The newest is Dewi.'],
    [
      'two passed in sleep',
      because(passed, 'asleep', 'asleep'),
      '2 deadlines passed while the computer slept',
      'The newest is Dewi.',
    ],
    [
      'one passed before the browser was opened',
      because(passed.slice(0, 1), 'closed'),
      'A deadline passed while Lekas was not running',
      'The newest is Dewi.',
    ],
    [
      'one passed in sleep and one in quiet hours',
      because(passed, 'asleep', 'quiet'),
      '2 deadlines passed while nobody was told',
      'The newest is Dewi.\nA deadline passed during quiet hours\nA deadline passed while the computer slept',
    ],
    [
      'one ahead and two passed',
      [...ahead.slice(0, 1), ...passed],
      `Ayu waits, answer until ${clock}`,
      '1m left to answer in time.\n2 deadlines passed while nobody was told',
    ],
    [
      'three that came near while it was quiet, and one that passed',
      [...because(ahead, 'quiet', 'quiet', 'quiet'), ...because(passed.slice(0, 1), 'quiet')],
      `3 buyers wait, the first until ${clock}`,
      'The first is Ayu.\nWhile quiet: 3 deadlines came near, 1 passed',
    ],
    [
      'one that came near while it was quiet',
      because(ahead.slice(0, 1), 'quiet'),
      `Ayu waits, answer until ${clock}`,
      '1m left to answer in time.\nWhile quiet: 1 deadline came near',
    ],
    [
      'one due now, and one that passed while it was quiet',
      [...ahead.slice(0, 1), ...because(passed.slice(0, 1), 'quiet')],
      `Ayu waits, answer until ${clock}`,
      '1m left to answer in time.\nA deadline passed during quiet hours',
    ],
    ['one that still waits after a snooze', waits.slice(0, 1), 'Fajar still waits', `Deadline: ${clock}.`],
    [
      'one after a snooze, no deadline left',
      waits.slice(0, 1).map(one => ({ ...one, deadline: null })),
      'Fajar still waits',
      'no deadline',
    ],
    [
      'one ahead, two that still wait and one that passed meanwhile',
      [...ahead.slice(0, 1), ...waits, ...because(passed.slice(0, 1), 'snoozed')],
      `Ayu waits, answer until ${clock}`,
      '1m left to answer in time.\n2 buyers still wait\nA deadline passed while reminders were snoozed',
    ],
  ])('%s', (_, reminders, title, message) => {
    expect(noticeOf(reminders, { text: english, now: noon, names: true })).toEqual({ title, message });
  });
});

describe('names switched off', () => {
  const names = ['Ayu', 'Budi', 'Dewi', 'Eka', 'Fajar', 'Gita'];
  it.each([
    ['one ahead', ahead.slice(0, 1)],
    ['three', ahead],
    ['passed', passed],
    ['after a snooze', waits],
    ['everything', [...ahead, ...waits, ...passed]],
  ])('%s: no name stands on the screen', (_, reminders) => {
    const notice = noticeOf(reminders, { text: english, now: noon, names: false });
    for (const name of names) expect(`${notice?.title} ${notice?.message}`).not.toContain(name);
    expect(notice?.message).not.toBe('');
  });
});

describe('in Indonesian', () => {
  const text = textIn('id');
  const until = text.clock(noon + 80 * second, noon);
  it.each<[string, Reminder[], string, RegExp]>([
    ['one', ahead.slice(0, 1), `Ayu menunggu, jawab sebelum ${until}`, /^Sisa .*1.* untuk menjawab tepat waktu\.$/],
    ['three', ahead, `3 pembeli menunggu, batas terdekat ${until}`, /^Yang pertama Ayu\.$/],
    ['two passed', passed, '2 batas waktu terlewat tanpa pengingat', /Yang terbaru Dewi\.$/],
  ])('%s', (_, reminders, title, message) => {
    const notice = noticeOf(reminders, { text, now: noon, names: true });
    expect(notice?.title).toBe(title);
    expect(notice?.message).toMatch(message);
  });
});

it('nothing due, nothing said', () => {
  expect(noticeOf([], { text: english, now: noon, names: true })).toBeNull();
});

it('a name is words, whatever it looks like', () => {
  const [first] = ahead;
  const notice = noticeOf(first ? [{ ...first, buyer: '{count, plural, other {#}} <b>' }] : [], {
    text: english,
    now: noon + minute,
    names: true,
  });
  expect(notice?.title).toContain('{count, plural, other {#}} <b> waits');
});
