import { describe, expect, it } from 'vitest';
import { compiledMessages } from '@/lib/i18n/compile-plugin';
import { i18nFor } from '@/lib/i18n/i18n-for';
import { locales } from '@/lib/i18n/locale';
import { type Message, saying, type Values } from '@/lib/i18n/say';

/** What the build makes of a message. */
function compiled(text: string): Message {
  const made = compiledMessages().transform(JSON.stringify({ key: text }), '/lib/i18n/messages/en.json');
  return JSON.parse(made?.code ?? '').key;
}

const waiting = '{count, plural, =0 {nobody} one {# buyer waits} other {# buyers wait, the first until {clock}}}';

describe('a message', () => {
  it.each<[string, Values | undefined, string]>([
    ['Nobody is waiting', undefined, 'Nobody is waiting'],
    ['until {clock}, {day}', { clock: '14:32', day: 3 }, 'until 14:32, 3'],
    ['until {clock}.', {}, 'until .'],
    [waiting, { count: 0 }, 'nobody'],
    [waiting, { count: 1 }, '1 buyer waits'],
    [waiting, { count: 1200, clock: '14:32' }, '1,200 buyers wait, the first until 14:32'],
    ['{n, plural, other {#}}', { n: 1200 }, '1,200'],
    ['{clock}', { clock: '14:32' }, '14:32'],
    ['{n, plural, other {{clock}}}', { n: 2, clock: '14:32' }, '14:32'],
    ['{n, plural, other {# of {m, plural, one {# chat} other {# chats}}}}', { n: 2, m: 1 }, '2 of 1 chat'],
    // A number sign outside of a plural is one, and so is what a buyer is called.
    ['No. #{n}', { n: 4 }, 'No. #4'],
    ['{buyer} waits', { buyer: '{count} # $&' }, '{count} # $& waits'],
  ])('%s, filled with %o, says %s', (text, values, said) => {
    expect(saying('en')(compiled(text), values)).toBe(said);
  });

  it('counts as its language does', () => {
    const message = compiled('{count, plural, one {# satu} other {# semua}}');
    expect([saying('id')(message, { count: 1 }), saying('id')(message, { count: 1200 })]).toEqual([
      '1 semua',
      '1.200 semua',
    ]);
  });

  it.each([
    '{at, date}',
    '{n, number}',
    '{who, select, a {x} other {y}}',
    '{n, selectordinal, other {#th}}',
    '{n, plural, offset:1 other {#}}',
  ])('that asks for more, as %s, is no build', text => {
    expect(() => compiled(text)).toThrow('key asks for more');
  });
});

it.each(locales)('what has no words in %s is said by its key, and known to have none', locale => {
  const { t, knows } = i18nFor(locale);
  expect([t('toString' as never), knows('toString'), knows('waiting_none_title')]).toEqual(['toString', false, true]);
});
