import fc from 'fast-check';
import type { Message } from '@/lib/chat/message';
import { inOrder } from '@/lib/chat/message-order';
import { withSessions } from '@/lib/chat/session';
import type { PlainChat } from '@/lib/rates/rate-of';
import { usualSessionGap } from '@/lib/rates/rate-of';
import type { Rule } from '@/lib/rules/rule';

const day = 86_400_000;

/** A Tuesday noon in Jakarta. */
export const someNow = Date.parse('2026-03-10T12:00:00+07:00');

const message = fc.record({
  at: fc.oneof(
    fc.integer({ min: someNow - 12 * day, max: someNow }),
    // Close together and on the limits, where the mistakes are.
    fc.tuple(fc.integer({ min: 0, max: 4 }), fc.constantFrom(0, 1000, 179_999, 180_000, 180_001, 43_200_000, 43_200_001)).map(
      ([back, plus]) => someNow - back * day - 43_300_000 + plus,
    ),
  ),
  by: fc.constantFrom('buyer', 'buyer', 'buyer', 'seller', 'seller', 'robot', 'system'),
  session: fc.option(fc.constantFrom('s1', 's2'), { nil: undefined }),
  uncertain: fc.option(fc.constant(59), { nil: undefined, freq: 5 }),
});

/** One to three chats of up to nine messages, no two of a chat at the same instant. */
export const someChats: fc.Arbitrary<PlainChat[]> = fc
  .array(fc.record({ blocked: fc.boolean(), messages: fc.uniqueArray(message, { maxLength: 9, selector: ({ at }) => at }) }), {
    minLength: 1,
    maxLength: 3,
  })
  .map(chats =>
    chats.map(({ blocked, messages }, index) => ({
      id: `c${index}`,
      messages: [...messages].sort((a, b) => a.at - b.at) as PlainChat['messages'],
      ...(blocked && index === 2 && { blocked }),
    })),
  );

const zone = fc.constantFrom('Asia/Jakarta', 'America/Los_Angeles', 'Asia/Kathmandu', 'Pacific/Apia');

export const someRule: fc.Arbitrary<Rule> = fc
  .record({
    share: fc.boolean(),
    limit: fc.constantFrom(180, 43_200, 86_400),
    unit: fc.constantFrom('message', 'round', 'first-response', 'whole-session'),
    zone,
    hours: fc.option(fc.constantFrom({ from: '08:00', to: '23:00' }, { from: '22:00', to: '06:00' }), { nil: undefined }),
    days: fc.constantFrom(1, 7, 30),
    robot: fc.constantFrom('answers', 'excludes', 'ignored'),
    excludes: fc.subarray(['holiday', 'blocked', 'seller-started'] as const),
    capped: fc.option(fc.constant(600), { nil: undefined }),
  })
  .map(({ share, limit, days, hours, capped, ...rest }) => ({
    ...rest,
    id: 'test/rule',
    window: { days },
    target: 0.85,
    ...(hours && { hours }),
    ...(share ? { measure: 'share' as const, limit } : { measure: 'mean' as const }),
    ...(!share && capped !== undefined && { unansweredCountsAs: capped }),
  }));

/** What the log holds, as the reference reads it: sessions given to those that came without. */
export function plainChats(messages: readonly Message[], blocked: ReadonlySet<string>): PlainChat[] {
  const byChat = Map.groupBy(messages, ({ conversation }) => conversation);
  return [...byChat].map(([id, list]) => ({
    id,
    blocked: blocked.has(id),
    messages: withSessions([...list].sort(inOrder), usualSessionGap * 1000).map(({ sentAt, author, session, uncertain = 0 }) => ({
      at: sentAt,
      by: author,
      session,
      uncertain: uncertain / 1000,
    })),
  }));
}
