import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loggedRate } from '@/lib/log/rate-query';
import { sweep } from '@/lib/log/record';
import { rateOf } from '@/lib/rates/rate-of';
import { loggedFrom } from './logged-from';
import { plainChats, someChats, someNow, someRule } from './random-chats';

const holidays: [number, number][] = [[someNow - 4 * 86_400_000, someNow - 3 * 86_400_000]];
const runs = 400;

it('the tallies give what the reference gives, however the messages came in', async () => {
  await fc.assert(
    fc.asyncProperty(someChats, someRule, fc.integer(), fc.boolean(), async (chats, rule, seed, swept) => {
      const { db, shop } = await loggedFrom(chats, { rules: [rule], holidays, now: someNow, seed });
      if (swept) await sweep(db, shop, someNow - 3_600_000);
      const { rate } = await loggedRate(db, { shop, rule, holidays, now: someNow });
      const reference = rateOf(plainChats(await db.messages.toArray(), chats), rule, someNow, { holidays });
      db.close();
      const { value } = reference;
      expect(rate).toEqual({ ...reference, value: value === null ? null : expect.closeTo(value, 6) });
    }),
    { numRuns: runs },
  );
}, 120_000);
