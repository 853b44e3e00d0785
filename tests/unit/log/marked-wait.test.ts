import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loggedRate } from '@/lib/log/rate-query';
import { record } from '@/lib/log/record';
import { waitingRounds } from '@/lib/log/waiting-query';
import { deadlinesOf } from '@/lib/rates/deadlines';
import { shuffled } from './logged-from';
import { logOf, message, noon, rules, second, shop, state, waiting, waits, x } from './marks';

const inX = (since: number, vague = 0) => [{ conversation: x, buyer: null, since, vague }];

async function figures(db: Awaited<ReturnType<typeof logOf>>, after: number) {
  const args = { shop, holidays: [], now: noon + after * second };
  return Promise.all(
    rules.map(async rule => {
      const { counted, pending } = (await loggedRate(db, { ...args, rule })).rate;
      return counted + pending;
    }),
  );
}

describe('a chat that the platform marks as waiting', () => {
  it('waits since then, though no message of it is known', async () => {
    const db = await logOf([waits(x, 10, 1)]);
    expect(await waiting(db)).toEqual(inX(10, 1));
    const [round] = await waitingRounds(db, shop, noon + 120 * second);
    if (!round) throw new Error('nobody waits');
    const minutes = rules.filter(({ id }) => id === 'feige/3min');
    expect(deadlinesOf(round, minutes, noon + 120 * second, [])[0]?.at).toBe(noon + 190 * second);
  });

  it('is in no figure: a mark tells neither how many messages there are nor when they are answered', async () => {
    const db = await logOf([waits(x, 10)]);
    expect(await figures(db, 900)).toEqual(rules.map(() => 0));
  });

  it('waits no more once the mark is gone', async () => {
    expect(await waiting(await logOf([waits(x, 10)], [state(x, 80, { waiting: false })]))).toEqual([]);
    // An older word that comes late changes nothing.
    const late = await logOf([state(x, 80, { waiting: false })], [waits(x, 10, 0, 70)]);
    expect(await waiting(late)).toEqual([]);
  });

  it('is one wait with the message that began it, whichever comes first', async () => {
    const asked = message(x, 'buyer', 10.4);
    for (const batches of [[[asked, waits(x, 10)]], [[asked], [waits(x, 10)]], [[waits(x, 10)], [asked]]]) {
      const db = await logOf(...batches);
      expect(await waiting(db)).toEqual(inX(10.4));
      expect(await figures(db, 100)).toEqual(rules.map(() => 1));
    }
  });

  it('whose buyer has waited since before the mark waits since then: the mark is of a hand-over', async () => {
    expect(await waiting(await logOf([message(x, 'buyer', 0), waits(x, 50)]))).toEqual(inX(0));
  });

  it('was answered if a person answered since, and not by an answer from before', async () => {
    expect(await waiting(await logOf([waits(x, 10), message(x, 'seller', 30)]))).toEqual([]);
    expect(await waiting(await logOf([waits(x, 10), message(x, 'seller', 5)]))).toEqual(inX(10));
    // Seen by the page alone: in that minute, perhaps before.
    const vague = message(x, 'seller', 0, { sense: 'page', uncertain: 59_999 });
    expect(await waiting(await logOf([waits(x, 10), vague]))).toEqual(inX(10));
  });

  it('is not answered by a robot, and is over when the session is closed', async () => {
    expect(await waiting(await logOf([waits(x, 10), message(x, 'robot', 12)]))).toEqual(inX(10));
    expect(await waiting(await logOf([waits(x, 10), message(x, 'system', 90, { kind: 'close' })]))).toEqual([]);
  });

  it('leaves no trace but itself: in any order, with its message, the log is that of the message', async () => {
    const told = [message(x, 'buyer', 10), message(x, 'seller', 40), message(x, 'buyer', 60), waits(x, 60, 1)];
    await fc.assert(
      fc.asyncProperty(fc.integer(), async seed => {
        const db = await logOf(...shuffled(told, seed).map(one => [one]));
        const plain = await logOf(told.filter(({ is }) => is === 'message'));
        expect(await figures(db, 100)).toEqual(await figures(plain, 100));
        expect(await waiting(db)).toEqual(inX(60));
        expect(await db.sessions.toArray()).toEqual(await plain.sessions.toArray());
        db.close();
        plain.close();
      }),
      { numRuns: 24 },
    );
  });
});

describe('since when it waits', () => {
  it('is known the better the more often it is told, and never the worse', async () => {
    const db = await logOf([waits(x, 10, 60)], [waits(x, 40, 60)]);
    expect(await waiting(db)).toEqual(inX(40, 30));
    await record(db, [waits(x, 45, 1, 200)], { shop, rules, now: noon });
    await record(db, [waits(x, 0, 3600, 300)], { shop, rules, now: noon });
    expect(await waiting(db)).toEqual(inX(45, 1));
  });

  it('keeps its name however much better it is known, so that nobody is reminded of it twice', async () => {
    const ids = async (...told: ReturnType<typeof waits>[]) => {
      const db = await logOf(...told.map(one => [one]));
      return (await waitingRounds(db, shop, noon + 120 * second)).map(({ id }) => id);
    };
    expect(await ids(waits(x, 10, 60), waits(x, 40, 5, 90))).toEqual(await ids(waits(x, 10, 60)));
    // Told in whole seconds by the one, a moment later by the other.
    expect(await ids(waits(x, 10, 60), waits(x, 71, 1, 90))).toEqual(await ids(waits(x, 10, 60)));
    expect(await ids(waits(x, 10, 1), waits(x, 50, 1, 90))).not.toEqual(await ids(waits(x, 10, 1)));
  });

  it('is of a new wait where the two cannot be one', async () => {
    expect(await waiting(await logOf([waits(x, 10, 1)], [waits(x, 50, 1)]))).toEqual(inX(50, 1));
  });

  it('is not known from a mark that does not say, which shows nobody a time that is none', async () => {
    expect(await waiting(await logOf([state(x, 60, { waiting: true })]))).toEqual([]);
    expect(await waiting(await logOf([waits(x, 10)], [state(x, 80, { waiting: true })]))).toEqual(inX(10));
  });
});

it('a page that shows the end of a session without its name ends the wait in it', async () => {
  const asked = message(x, 'buyer', 10);
  const close = (at: number) => message(x, 'system', at, { kind: 'close', sense: 'page', uncertain: 59_000 });
  expect(await waiting(await logOf([asked, close(60)]))).toEqual([]);
  expect(await waiting(await logOf([asked, close(0)]))).toEqual(inX(10));
});

it('of an end without a name and a question in one millisecond, the order that the platform counts decides', async () => {
  const asked = (order: number) => message(x, 'buyer', 10, { order });
  const close = (order: number) => message(x, 'system', 10, { kind: 'close', order });
  expect(await waiting(await logOf([close(1), asked(2)]))).toEqual(inX(10));
  expect(await waiting(await logOf([asked(1), close(2)]))).toEqual([]);
});

it('an answer that was promised and never came is noted, and gone once it came', async () => {
  const promise = message(x, 'seller', 20, { promise: true });
  const db = await logOf([message(x, 'buyer', 10), promise]);
  const promisedAt = async () => (await db.conversations.get([shop, x]))?.promisedAt;
  expect(await promisedAt()).toBe(noon + 20 * second);
  // To the rule it is a reply.
  expect(await waiting(db)).toEqual([]);
  await record(db, [message(x, 'seller', 90)], { shop, rules, now: noon });
  expect(await promisedAt()).toBeUndefined();
  expect(await db.messages.filter(({ promise }) => promise === true).count()).toBe(1);
});
