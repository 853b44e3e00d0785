import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { loggedRate } from '@/lib/log/rate-query';
import { rulesOf } from '@/lib/rules/rules-of';
import { loggedFrom } from './logged-from';

const noon = Date.parse('2026-03-10T12:00:00+07:00');
const minute = 60_000;

it('a chat that waits counts once as a whole, also while its newest message runs against another rule', async () => {
  const rules = rulesOf('tokopedia/ID/1');
  const [whole] = rules;
  if (whole?.unit !== 'whole-session') throw new Error('a rule that judges the session as a whole');
  const chat = {
    id: 'c',
    messages: [
      { at: noon - 60 * minute, by: 'buyer' as const },
      { at: noon - 59 * minute, by: 'seller' as const },
      { at: noon - minute, by: 'buyer' as const },
    ],
  };
  const { db, shop } = await loggedFrom([chat], { rules, now: noon, seed: 1 });
  const { rate } = await loggedRate(db, { shop, rule: whole, holidays: [], now: noon });
  expect(rate).toMatchObject({ pending: 1, counted: 0 });
});
