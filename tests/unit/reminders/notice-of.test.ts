import { describe, expect, it } from 'vitest';
import { textIn } from '@/lib/i18n/text-in';
import type { Reminder } from '@/lib/reminders/due';
import { noticeOf } from '@/lib/reminders/notice-of';
import { minute, noon, second, shop } from './waiting';

const reminder = (conversation: string, is: Reminder['is'], buyer?: string): Reminder => ({
  key: `${shop} ${conversation}`,
  shop,
  conversation,
  rule: 'tiktok-shop/3min',
  deadline: noon + 80 * second,
  is,
  ...(buyer !== undefined && { buyer }),
});

const ahead = [reminder('a', 'ahead', 'Ayu'), reminder('b', 'ahead', 'Budi'), reminder('c', 'ahead')];
const passed = [reminder('d', 'passed', 'Dewi'), reminder('e', 'passed', 'Eka')];

const english = textIn('en');
const clock = english.clock(noon + 80 * second, noon);

describe('in English', () => {
  it.each<[string, Reminder[], string, string]>([
    ['one', ahead.slice(0, 1), `Ayu waits, answer until ${clock}`, '1m left to answer in time.'],
    ['one without a name', ahead.slice(2), `Buyer waits, answer until ${clock}`, '1m left to answer in time.'],
    ['three', ahead, `3 buyers wait, the first until ${clock}`, 'The first is Ayu.'],
    [
      'one passed',
      passed.slice(0, 1),
      'A deadline passed while nobody was told',
      'The computer slept or the browser was closed. The newest is Dewi.',
    ],
    [
      'two passed',
      passed,
      '2 deadlines passed while nobody was told',
      'The computer slept or the browser was closed. The newest is Dewi.',
    ],
    [
      'one ahead and two passed',
      [...ahead.slice(0, 1), ...passed],
      `Ayu waits, answer until ${clock}`,
      '1m left to answer in time. 2 deadlines passed while nobody was told',
    ],
  ])('%s', (_, reminders, title, message) => {
    expect(noticeOf(reminders, english, noon)).toEqual({
      id: `due ${shop} ${reminders[0]?.conversation}`,
      title,
      message,
    });
  });
});

describe('in Indonesian', () => {
  const text = textIn('id');
  const until = text.clock(noon + 80 * second, noon);
  it.each<[string, Reminder[], string, RegExp]>([
    ['one', ahead.slice(0, 1), `Ayu menunggu, jawab sebelum ${until}`, /^Sisa .*1.* untuk menjawab tepat waktu\.$/],
    ['three', ahead, `3 pembeli menunggu, yang pertama sampai ${until}`, /^Yang pertama Ayu\.$/],
    ['two passed', passed, '2 batas waktu terlewat tanpa pengingat', /Yang terbaru Dewi\.$/],
  ])('%s', (_, reminders, title, message) => {
    const notice = noticeOf(reminders, text, noon);
    expect(notice?.title).toBe(title);
    expect(notice?.message).toMatch(message);
  });
});

it('nothing due, nothing said', () => {
  expect(noticeOf([], english, noon)).toBeNull();
});

it('a name is words, whatever it looks like', () => {
  const [first] = ahead;
  const notice = noticeOf(first ? [{ ...first, buyer: '{count, plural, other {#}} <b>' }] : [], english, noon + minute);
  expect(notice?.title).toContain('{count, plural, other {#}} <b> waits');
});
