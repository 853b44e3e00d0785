import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Health } from '@/lib/chat/health';
import { textIn } from '@/lib/i18n/text-in';
import { deadlinesOf } from '@/lib/rates/deadlines';
import { badgeOf } from '@/lib/reminders/badge-of';
import { badgeTitle } from '@/lib/reminders/badge-title';
import { rulesOf } from '@/lib/rules/rules-of';
import { hour, noon, second, shop, waiting } from './waiting';

const watching: Health = { state: 'watching' };
const healths: Health[] = [
  watching,
  { state: 'partly', blind: 'page', why: 'no-page' },
  { state: 'not-recognised', missing: ['row'] },
  { state: 'signed-out' },
  { state: 'stopped', why: 'frozen' },
  { state: 'not-allowed' },
  { state: 'closed' },
];

/** The badge at noon for buyers who have waited for so long (ms) each. */
const badge = (waits: readonly number[], seen: readonly Health[] = [watching]) =>
  badgeOf(
    waits.map((wait, i) => deadlinesOf(waiting(`c${i}`, [noon - wait]), rulesOf(shop), noon, [])),
    seen,
    noon,
  );

describe('the number', () => {
  it.each([
    [0, ''],
    [1, '1'],
    [3, '3'],
    [99, '99'],
    [100, '99+'],
  ])('for %i who wait is "%s"', (count, text) => {
    expect(badge(Array(count).fill(hour))).toMatchObject({ text, waiting: count });
  });
});

describe('the mark', () => {
  it.each([
    ['watching', ''],
    ['partly', ''],
    ['not-recognised', '?'],
    ['signed-out', '!'],
    ['stopped', '-'],
    ['not-allowed', '/'],
    ['closed', '×'],
  ])('of %s is "%s", with a number and without', (state, mark) => {
    const seen = healths.filter(health => health.state === state);
    expect(badge([], seen).text).toBe(mark);
    expect(badge([hour], [watching, ...seen]).text).toBe(`1${mark}`);
  });

  it('is none where no shop should be watched', () => {
    expect(badge([], [])).toEqual({
      text: '',
      urgency: 'none',
      waiting: 0,
      nearest: null,
      health: watching,
    });
  });

  it('is never none where a shop that should be watched is not', () => {
    for (const { state } of healths.slice(2))
      expect(
        badge(
          [],
          healths.filter(h => h.state === state),
        ).text,
      ).not.toBe('');
  });
});

describe('the colour', () => {
  it.each([
    ['none waits', [], 'none'],
    ['one has just written', [0], 'calm'],
    ['1 ms before 100 s', [100 * second - 1], 'calm'],
    ['at 100 s', [100 * second], 'soon'],
    ['at 150 s', [150 * second], 'now'],
    ['at 180 s, the limit itself', [180 * second], 'now'],
    ['past 3 min, 12 h ahead', [181 * second], 'calm'],
    ['three hours before the last deadline', [9 * hour], 'calm'],
    ['two hours before it', [10 * hour], 'soon'],
    ['half an hour before it', [11.5 * hour], 'now'],
    ['past every deadline', [13 * hour], 'passed'],
    ['one past every deadline and one that can be met', [13 * hour, 100 * second], 'soon'],
    ['one past every deadline and one with time', [13 * hour, hour], 'passed'],
    ['one calm and one near', [hour, 150 * second], 'now'],
  ])('%s', (_, waits, urgency) => {
    expect(badge(waits).urgency).toBe(urgency);
  });

  it('is calm for a chat that no rule counts', () => {
    expect(badgeOf([[]], [watching], noon).urgency).toBe('calm');
  });
});

it('changes its colour at the lead times that were chosen', () => {
  const chosen = { 'tiktok-shop/3min': [120, 10] } as const;
  const at = (wait: number) =>
    badgeOf([deadlinesOf(waiting('a', [noon - wait]), rulesOf(shop), noon, [])], [watching], noon, chosen).urgency;
  expect([60 * second - 1, 60 * second, 170 * second - 1, 170 * second].map(at)).toEqual([
    'calm',
    'soon',
    'soon',
    'now',
  ]);
});

describe('the words', () => {
  const english = textIn('en');
  const clock = (at: number) => english.clock(at, noon);
  it.each<[string, number[], Health, string]>([
    ['nobody', [], watching, 'Lekas · Nobody is waiting · Watching your chat'],
    ['nobody seen', [], { state: 'closed' }, 'Lekas · Nobody seen waiting · No chat page is open'],
    ['one', [hour], watching, `Lekas · 1 buyer waits, until ${clock(noon + 11 * hour)} · Watching your chat`],
    [
      'two, one past every deadline',
      [13 * hour, hour],
      { state: 'signed-out' },
      `Lekas · 2 buyers wait, the first until ${clock(noon + 11 * hour)} · You are signed out`,
    ],
    [
      'nobody seen in a tab that crashed',
      [],
      { state: 'stopped', why: 'crashed' },
      'Lekas · Nobody seen waiting · Your chat tab crashed',
    ],
    ['one past it', [13 * hour], watching, 'Lekas · 1 buyer waits, past the deadline · Watching your chat'],
  ])('for %s', (_, waits, health, words) => {
    expect(badgeTitle(badge(waits, [health]), english, noon)).toBe(words);
  });

  it('for one whom no rule counts name no time', () => {
    expect(badgeTitle(badgeOf([[]], [watching], noon), english, noon)).toBe(
      'Lekas · 1 buyer waits · Watching your chat',
    );
  });
});

it('is the same whatever the order of chats and shops', () => {
  const chats = fc.array(fc.integer({ min: 0, max: 14 * hour }), { maxLength: 12 });
  const seen = fc.array(fc.constantFrom(...healths), { maxLength: 5 });
  fc.assert(
    fc.property(chats, seen, fc.nat(11), (waits, shops, turn) => {
      const turned = <T>(list: readonly T[]) => [...list.slice(turn), ...list.slice(0, turn)].reverse();
      expect(badge(turned(waits), turned(shops))).toEqual(badge(waits, shops));
    }),
  );
});
