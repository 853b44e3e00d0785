import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeSessions } from '@/lib/log/judge-sessions';
import { countedRules } from '@/lib/log/rule-key';
import { localDayBefore } from '@/lib/rates/local-day';
import { outlookOf } from '@/lib/rates/outlook';
import type { Rate } from '@/lib/rates/rate';
import { countedIn, sumOf } from '@/lib/rates/rate-from-tallies';
import { type PlainChat, rateOf } from '@/lib/rates/rate-of';
import { windowOf } from '@/lib/rates/window';
import type { Rule } from '@/lib/rules/rule';
import { observationsOf } from './logged-from';
import { MemoryLog } from './memory-log';
import { someChats, someNow, someRule } from './random-chats';

const day = 86_400_000;
const holidays: [number, number][] = [[someNow - 4 * day, someNow - 3 * day]];
const runs = { numRuns: 2000 };

const someShare = someRule.filter(({ measure }) => measure === 'share');

/** Everything in it in one go, and what waits judged at `now`. */
function logOf(chats: readonly PlainChat[], rule: Rule, now = someNow): MemoryLog {
  const log = new MemoryLog({ rules: [rule], holidays });
  log.record(observationsOf(chats), now);
  return log;
}

const counts = ({ value: _, excluded, ...rest }: Rate) => Object.entries({ ...rest, ...excluded });

/** Rates added up, count by count. */
function added(...rates: Rate[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const [name, count] of rates.flatMap(counts)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
}

it('a period cut in two adds up, wherever it is cut', () => {
  fc.assert(
    fc.property(someChats, someRule, fc.integer({ min: 0, max: 28 }), (chats, rule, back) => {
      const log = logOf(chats, { ...rule, window: { days: 30 } });
      const { from, to } = windowOf({ ...rule, window: { days: 30 } }, someNow);
      const cut = localDayBefore(someNow, back + 1, rule.zone);
      const parts = [
        log.rate(rule, someNow, { from, to: cut }),
        log.rate(rule, someNow, { from: localDayBefore(someNow, back, rule.zone), to }),
      ];
      expect(added(...parts)).toEqual(added(log.rate(rule, someNow, { from, to })));
    }),
    runs,
  );
}, 120_000);

it('everything that a buyer began is in time, late, missed, pending or left out', () => {
  fc.assert(
    fc.property(someChats, someRule, (chats, rule) => {
      const log = logOf(chats, rule);
      const versions = countedRules({ rules: [rule], holidays });
      const window = windowOf(rule, someNow);
      const units = [...log.chats.values()].flatMap(({ sessions }) =>
        judgeSessions(sessions, versions, window, someNow),
      );
      const { counted, pending, excluded } = log.rate(rule, someNow);
      expect(counted + pending + Object.values(excluded).reduce((a, b) => a + b, 0)).toBe(units.length);
    }),
    runs,
  );
}, 120_000);

describe('an answer in time never lowers a share', () => {
  it('of a buyer who was never there before', () => {
    const wait = fc.integer({ min: 0, max: 60_000 });
    const begun = fc.integer({ min: 70_000, max: 20 * day });
    fc.assert(
      fc.property(someChats, someShare, begun, wait, (chats, rule, back, took) => {
        const at = someNow - back;
        const messages = [
          { at, by: 'buyer' as const },
          { at: at + took, by: 'seller' as const },
        ];
        const before = rateOf(chats, rule, someNow, { holidays });
        const after = rateOf([...chats, { id: 'new', messages }], rule, someNow, { holidays });
        expect(after.value ?? 1).toBeGreaterThanOrEqual(before.value ?? 0);
      }),
      runs,
    );
  }, 120_000);

  it('of one who waits', () => {
    fc.assert(
      fc.property(someChats, someShare, fc.nat(), (chats, rule, which) => {
        const before = rateOf(chats, rule, someNow, { holidays });
        const answered = chats.map((chat, index) =>
          index === which % chats.length ? { ...chat, messages: [...chat.messages, sellerAt(chat, someNow)] } : chat,
        );
        const after = rateOf(answered, rule, someNow, { holidays });
        expect(after.value ?? 1).toBeGreaterThanOrEqual(before.value ?? 0);
      }),
      runs,
    );
  }, 120_000);
});

/** An answer that belongs to the chat's last session, as a platform that gives ids says it does. */
const sellerAt = ({ messages }: PlainChat, at: number) => ({
  at,
  by: 'seller' as const,
  session: messages.findLast(({ by }) => by !== 'system')?.session,
});

describe('the forecast', () => {
  /** The outlook of a rate at `someNow`, by what waits then. */
  function forecast(chats: readonly PlainChat[], rule: Rule) {
    const versions = countedRules({ rules: [rule], holidays });
    const judged = [...logOf(chats, rule).chats.values()].flatMap(({ sessions }) =>
      judgeSessions(sessions, versions, windowOf(rule, someNow), someNow),
    );
    const sum = sumOf(
      [],
      judged.map(({ verdict }) => verdict),
    );
    const waiting = judged.filter(({ verdict }) => verdict.is === 'pending');
    return {
      pending: waiting.length,
      ...outlookOf({ rule, counted: countedIn(sum, rule, null), waiting, holidays, now: someNow }),
    };
  }

  const answers = fc.array(fc.option(fc.integer({ min: 1, max: 5 * day }), { nil: null }), {
    minLength: 4,
    maxLength: 4,
  });
  const later = fc.constantFrom(0, 1, 180_000, 43_200_001, 7 * day);
  /** Chats of which this or that is answered some ms after now, or never. */
  const answeredLater = (chats: readonly PlainChat[], after: readonly (number | null)[]) =>
    chats.map((chat, index) => {
      const answer = after[index] ?? null;
      return answer === null ? chat : { ...chat, messages: [...chat.messages, sellerAt(chat, someNow + answer)] };
    });

  // The reference folds by the letter where a message comes without its session (see withSessions).
  const plain = someChats.map(chats =>
    chats.map(chat => ({
      ...chat,
      byHand: false,
      blocked: false,
      messages: chat.messages.map(({ at, by }) => ({ at, by })),
    })),
  );

  it('of a share holds whatever comes of those who wait, at every moment until all is settled', () => {
    fc.assert(
      fc.property(plain, someShare, answers, later, (chats, share, after, ms) => {
        const rule = { ...share, window: { days: 30 } };
        const { ifAllAnswered, ifNoneAnswered } = forecast(chats, rule);
        const { value } = rateOf(answeredLater(chats, after), rule, someNow + ms, { holidays });
        if (value === null) return;
        expect(value).toBeLessThanOrEqual(ifAllAnswered ?? -1);
        expect(value).toBeGreaterThanOrEqual(ifNoneAnswered ?? 0);
      }),
      runs,
    );
  }, 120_000);

  it('of a share is reached at both ends', () => {
    fc.assert(
      fc.property(plain, someShare, (chats, share) => {
        const rule = { ...share, window: { days: 30 } };
        const { ifAllAnswered, ifNoneAnswered } = forecast(chats, rule);
        const never = rateOf(chats, rule, someNow + 8 * day, { holidays });
        const atOnce = rateOf(answeredLater(chats, [0, 0, 0, 0]), rule, someNow, { holidays });
        expect([atOnce.value, never.value]).toEqual([ifAllAnswered, ifNoneAnswered]);
      }),
      runs,
    );
  }, 120_000);

  it('of a mean that counts the unanswered is its best, once all is settled', () => {
    // What a robot settled is left out of such a mean at once, and comes back with an answer.
    const counts = ({ robot }: { readonly robot?: Rule['robot'] }) => robot !== 'excludes';
    const someMean = someRule.filter(
      rule =>
        rule.measure === 'mean' &&
        rule.unansweredCountsAs !== undefined &&
        [rule, ...(rule.earlier ?? [])].every(counts),
    );
    fc.assert(
      fc.property(plain, someMean, answers, (chats, mean, after) => {
        const rule = { ...mean, window: { days: 30 } };
        const { ifAllAnswered } = forecast(chats, rule);
        const { value } = rateOf(answeredLater(chats, after), rule, someNow + 8 * day, { holidays });
        if (value !== null) expect(value).toBeGreaterThanOrEqual((ifAllAnswered ?? 0) - 1e-6);
      }),
      runs,
    );
  }, 120_000);
});

it('everything a week earlier, the figure a week earlier is the same, where no clock changes in between', () => {
  fc.assert(
    fc.property(someChats, someRule, (chats, rule) => {
      const { earlier: _, ...read } = { ...rule, zone: 'Asia/Jakarta' };
      const week = 7 * day;
      const moved = chats.map(chat => ({
        ...chat,
        messages: chat.messages.map(message => ({ ...message, at: Number(message.at) - week })),
      }));
      const shut = holidays.map(([from, to]): [number, number] => [from - week, to - week]);
      expect(rateOf(moved, read, someNow - week, { holidays: shut })).toEqual(
        rateOf(chats, read, someNow, { holidays }),
      );
    }),
    runs,
  );
}, 120_000);
