import fc from 'fast-check';
import type { Message } from '@/lib/chat/message';
import { inOrder } from '@/lib/chat/message-order';
import { withSessions } from '@/lib/chat/session';
import type { PlainChat } from '@/lib/rates/rate-of';
import { usualSessionGap } from '@/lib/rates/rate-of';
import type { EarlierVersion, Rule } from '@/lib/rules/rule';

const day = 86_400_000;

/** A Tuesday noon in Jakarta. */
export const someNow = Date.parse('2026-03-10T12:00:00+07:00');

/** ms between two messages: mostly on a limit or one beside it, where the mistakes are. */
const gap = fc.oneof(
  fc.constantFrom(1, 180_000, 180_001, 43_200_000, 43_200_001, 604_800_000, 604_800_001),
  fc.integer({ min: 1, max: day }),
);

const message = fc.record({
  gap,
  by: fc.constantFrom('buyer', 'buyer', 'seller', 'robot', 'system'),
  session: fc.constantFrom(undefined, undefined, undefined, undefined, 's1', 's2'),
  uncertain: fc.constantFrom(undefined, undefined, undefined, 59),
});

const chat = fc.record({
  start: fc.oneof(
    fc.integer({ min: someNow - 20 * day, max: someNow }),
    fc.constantFrom(someNow - 43_200_000, someNow - 43_200_001, someNow - 180_000, someNow - 180_001),
  ),
  messages: fc.array(message, { maxLength: 9 }),
});

/** One to four chats; the third is a blocked buyer's, the fourth one that the seller set aside. */
export const someChats: fc.Arbitrary<PlainChat[]> = fc.array(chat, { minLength: 1, maxLength: 4 }).map(chats =>
  chats.map(({ start, messages }, index) => {
    let at = start;
    const timed = messages.map(({ gap, by, session, uncertain }, position) => {
      if (position > 0) at += gap;
      return { at, by, session, uncertain } as PlainChat['messages'][number] & { at: number };
    });
    return {
      id: `c${index}`,
      messages: timed.filter(({ at }) => at <= someNow),
      ...(index === 2 && { blocked: true }),
      ...(index === 3 && { byHand: true }),
    };
  }),
);

const zone = fc.constantFrom('Asia/Jakarta', 'America/Los_Angeles', 'Asia/Kathmandu', 'Pacific/Apia');

/** How it read until a day some way back; a limit is of no use to a mean, and does no harm. */
const earlierVersion = fc.record({
  back: fc.constantFrom(0, 1, 3, 12),
  limit: fc.constantFrom(60, 180, 86_400),
  unit: fc.constantFrom('message', 'round', 'first-response', 'whole-session'),
  robot: fc.constantFrom('answers', 'excludes', 'ignored'),
});

/** The days are of March 2026 as Jakarta writes them; elsewhere the same words name other hours. */
function inTurn(
  earlier: readonly (typeof earlierVersion extends fc.Arbitrary<infer E> ? E : never)[],
): EarlierVersion[] {
  return [...earlier]
    .sort((a, b) => b.back - a.back)
    .map(({ back, ...read }, index) => ({
      ...read,
      id: `test/before-${index}`,
      until: new Date(someNow - back * day).toISOString().slice(0, 10),
    }));
}

export const someRule: fc.Arbitrary<Rule> = fc
  .record({
    share: fc.boolean(),
    limit: fc.constantFrom(180, 43_200),
    unit: fc.constantFrom('message', 'round', 'first-response', 'whole-session'),
    zone,
    hours: fc.option(fc.constantFrom({ from: '08:00', to: '23:00' }, { from: '22:00', to: '06:00' }), {
      nil: undefined,
    }),
    days: fc.constantFrom(1, 30, 30),
    robot: fc.constantFrom('answers', 'excludes', 'ignored'),
    excludes: fc.subarray(['holiday', 'blocked', 'seller-started'] as const),
    capped: fc.option(fc.constant(600), { nil: undefined }),
    earlier: fc.option(fc.array(earlierVersion, { minLength: 1, maxLength: 2 }), { nil: undefined }),
  })
  .map(({ share, limit, days, hours, capped, earlier, ...rest }) => ({
    ...rest,
    id: 'test/rule',
    window: { days },
    target: 0.85,
    ...(hours && { hours }),
    ...(earlier && { earlier: inTurn(earlier) }),
    ...(share ? { measure: 'share' as const, limit } : { measure: 'mean' as const }),
    ...(!share && capped !== undefined && { unansweredCountsAs: capped }),
  }));

/** What the log holds, as the reference reads it: sessions given to those that came without, marks as they were told. */
export function plainChats(messages: readonly Message[], told: readonly PlainChat[]): PlainChat[] {
  const marks = new Map(told.map(chat => [chat.id, chat]));
  const byChat = Map.groupBy(messages, ({ conversation }) => conversation);
  return [...byChat].map(([id, list]) => ({
    id,
    blocked: marks.get(id)?.blocked,
    byHand: marks.get(id)?.byHand,
    messages: withSessions([...list].sort(inOrder), usualSessionGap * 1000).map(
      ({ sentAt, author, session, uncertain = 0 }) => ({
        at: sentAt,
        by: author,
        session,
        uncertain: uncertain / 1000,
      }),
    ),
  }));
}
