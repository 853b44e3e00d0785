import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadCatalogue } from '@/lib/i18n/load-catalogue';
import { locales } from '@/lib/i18n/locale';
import { textIn } from '@/lib/i18n/text-in';
import { exportRounds } from '@/lib/log/export-rounds';
import { record } from '@/lib/log/record';
import { readBatch } from '@/lib/messaging/observation-schema';
import { noticeOf } from '@/lib/reminders/notice-of';
import { rulesFor } from '@/lib/rules/rules-for';
import { emptyLog, testShop } from '../log/logged-from';
import { nastyText } from './runs';

const now = Date.parse('2026-03-10T12:00:00+07:00');
const minute = 60_000;

/** Records a waiting buyer of this name, as a page tells it; what is kept of it. */
async function kept(buyer: string) {
  const db = emptyLog();
  const chat = { sense: 'network', conversation: 'c1' } as const;
  const told = [
    { is: 'message', ...chat, id: '1', author: 'buyer', kind: 'text', sentAt: now - minute },
    { is: 'conversation', ...chat, at: now, buyer },
  ];
  await record(db, readBatch(told, now).accepted, { shop: testShop, ...rulesFor(testShop), now });
  return { db, name: (await db.conversations.toArray())[0]?.buyer };
}

const turning = /[\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\p{Cc}\p{Zl}\p{Zp}]/u;
const nasty = [
  'Ayu\n\nAll your reminders are off',
  '\u202Eevil\u202C',
  '<img src=x onerror=alert(1)>',
  '{count, plural, other {#}}',
  '<0>x</0>',
  '\ud800',
  "=cmd|'/c calc'!A1",
];

it.each(nasty)('a buyer who calls himself %j changes nothing of a reminder but his name', async buyer => {
  const { name = '' } = await kept(buyer);
  expect(name).not.toMatch(turning);
  expect(name.isWellFormed()).toBe(true);
  expect(locales.length).toBe(4);
  for (const locale of locales) {
    await loadCatalogue(locale);
    const text = textIn(locale);
    const reminder = (named: string) => ({
      ...{ key: 'k', shop: testShop, conversation: 'c1', round: '1', rule: 'tiktok-shop/12h', deadline: now + minute },
      is: 'ahead' as const,
      buyer: named,
    });
    const of = (named: string) =>
      noticeOf([reminder(named), { ...reminder('B'), key: 'k2' }], { text, now, names: true });
    const plain = of('QQQ');
    const shown = of(name);
    expect(`${plain?.title} ${plain?.message}`).toContain('QQQ');
    expect(shown?.title).toBe(plain?.title.replaceAll('QQQ', () => name));
    expect(shown?.message).toBe(plain?.message.replaceAll('QQQ', () => name));
  }
});

it('whatever a buyer calls himself, his name is one line that turns nothing around, in log and table', async () => {
  await fc.assert(
    fc.asyncProperty(
      nastyText.filter(name => name.length <= 200),
      async buyer => {
        const { db, name } = await kept(buyer);
        if (name !== undefined) {
          expect(name).not.toMatch(turning);
          expect(name.trim()).not.toBe('');
        }
        let text = '';
        for await (const piece of exportRounds(db)) text += piece;
        const lines = text.trimEnd().split('\r\n');
        expect(lines).toHaveLength(2);
        // The name's field: nothing that a spreadsheet runs stands first in it, in the narrow forms or the wide.
        expect(lines[1]?.split(',')[2] ?? '').not.toMatch(/^"\s*[=+\-@＝＋－＠]/);
      },
    ),
    { numRuns: 60 },
  );
});

it.each(['', '\u202E\u200B', ' \n'])(
  'a buyer of whose name nothing can be seen, %j, is kept as one without a name',
  async buyer => {
    expect((await kept(buyer)).name).toBeUndefined();
  },
);
