import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loggedRate } from '@/lib/log/rate-query';
import { sweep } from '@/lib/log/record';
import type { Rate } from '@/lib/rates/rate';
import { rateOf } from '@/lib/rates/rate-of';
import { blockedIn, loggedFrom, observationsOf, shuffled } from './logged-from';
import { MemoryLog } from './memory-log';
import { plainChats, someChats, someNow, someRule } from './random-chats';

const day = 86_400_000;
const holidays: [number, number][] = [[someNow - 4 * day, someNow - 3 * day]];

/** Right most of the time; else behind by at most a day, beyond which a message has no time that can be, or ahead. */
const clockWrongBy = fc.oneof(
  fc.constant([]),
  fc.array(fc.oneof(fc.constant(0), fc.constantFrom(-day, -1, 1, day), fc.integer({ min: -day, max: 40 * day })), {
    maxLength: 5,
  }),
);

const same = ({ value, ...rest }: Rate) => ({ ...rest, value: value === null ? null : expect.closeTo(value, 6) });

describe('the tallies give what the reference gives, however the messages came in and wherever the clock jumped', () => {
  it('for any messages, rules and holidays', () => {
    fc.assert(
      fc.property(someChats, someRule, fc.integer(), clockWrongBy, (chats, rule, seed, wrongBy) => {
        const log = new MemoryLog({ rules: [rule], holidays });
        for (const [index, message] of shuffled(observationsOf(chats), seed).entries()) {
          const at = message.sentAt + (wrongBy[index % wrongBy.length] ?? 0);
          log.record([message], at);
          if (at !== message.sentAt) log.sweep(at);
        }
        log.record(blockedIn(chats, someNow), someNow);
        if (wrongBy.length > 0) log.sweep(someNow);
        const messages = [...log.chats.values()].flatMap(chat => chat.messages);
        const told = chats.map(({ byHand: _, ...chat }) => chat);
        const reference = rateOf(plainChats(messages, told), rule, someNow, { holidays });
        expect(log.rate(rule, someNow)).toEqual(same(reference));
      }),
      { numRuns: 2000 },
    );
  }, 120_000);

  it('in the database itself', async () => {
    await fc.assert(
      fc.asyncProperty(someChats, someRule, fc.integer(), clockWrongBy, async (chats, rule, seed, wrongBy) => {
        const args = { rules: [rule], holidays, now: someNow, seed, clockWrongBy: wrongBy };
        const { db, shop } = await loggedFrom(chats, args);
        // Set right again, the clock may stand before the moment at which something was judged.
        if (wrongBy.length > 0) await sweep(db, shop, someNow);
        const { rate } = await loggedRate(db, { shop, rule, holidays, now: someNow });
        const reference = rateOf(plainChats(await db.messages.toArray(), chats), rule, someNow, { holidays });
        db.close();
        expect(rate).toEqual(same(reference));
      }),
      { numRuns: 300 },
    );
  }, 120_000);
});
