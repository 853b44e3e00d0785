import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { SeenMessage } from '@/lib/chat/observation';
import { overview } from '@/lib/log/overview-query';
import { record } from '@/lib/log/record';
import { askDue } from '@/lib/reminders/ask-due';
import { badgeFromLog } from '@/lib/reminders/paint-badge';
import { putOff } from '@/lib/reminders/put-off';
import { rulesFor } from '@/lib/rules/rules-for';
import { usualReminding } from '@/lib/settings/reminding';
import { emptyLog } from './logged-from';

const shop = 'feige/CN/48151623';
const minute = 60_000;
// Noon in Shanghai.
const noon = Date.UTC(2026, 10, 23, 4);
const said = {
  buyer: { author: 'buyer' },
  answer: { author: 'seller' },
  promise: { author: 'seller', promise: true },
} as const;

const message = (who: keyof typeof said, minutes: number): SeenMessage => ({
  is: 'message',
  sense: 'network',
  conversation: '1:48151623::2:1:pigeon',
  id: `${minutes}`,
  kind: 'text',
  sentAt: noon + minutes * minute,
  ...said[who],
});

/** What the log holds of a thread (`B0 P1`: who, at which minute), some minutes after noon. */
async function logOf(thread: string, minutes: number) {
  const db = emptyLog();
  const now = noon + minutes * minute;
  const letters = { B: 'buyer', S: 'answer', P: 'promise' } as const;
  const messages = thread.split(' ').map(one => message(letters[one[0] as 'B' | 'S' | 'P'], Number(one.slice(1))));
  await record(db, messages, { shop, ...rulesFor(shop), now });
  return { db, now };
}

async function seen(thread: string, minutes: number) {
  const { db, now } = await logOf(thread, minutes);
  const { shops, shown } = await overview(db, { shop, rulesOf: rulesFor, now });
  if (shown?.is !== 'shop') throw new Error('no shop');
  const badge = await badgeFromLog(db, now, rulesFor, {});
  const { rate } = shown.rates.find(({ rule }) => rule.id === 'feige/3min') ?? {};
  const [row, ...more] = shown.waiting.map(({ deadline, messages, promisedAt, isPromiseOnly }) => ({
    deadline: deadline && (deadline - noon) / minute,
    messages,
    promised: promisedAt && (promisedAt - noon) / minute,
    only: isPromiseOnly,
  }));
  expect(more).toEqual([]);
  return { row, counted: shops[0]?.waiting, badge: badge.waiting, rate: rate?.value };
}

it('a promise that nothing followed stands in the list, and by the rules is the reply that it is', async () => {
  expect(await seen('B0 P1', 10)).toEqual({
    row: { deadline: null, messages: 0, promised: 1, only: true },
    counted: 0,
    badge: 0,
    rate: 1,
  });
});

it('who writes again waits as ever, with the promise beside it', async () => {
  const { row, counted } = await seen('B0 P1 B2', 3);
  expect(row).toEqual({ deadline: 5, messages: 1, promised: 1, only: false });
  expect(counted).toBe(1);
});

it.each([
  ['an answer keeps it', 'B0 P1 S5', 10],
  ['it is forgotten with the session', 'B0 P1', 7 * 1440 + 2],
])('%s', async (_, thread, minutes) => {
  expect((await seen(thread, minutes)).row).toBeUndefined();
});

it('has a reminder of its own, once, which ends with the answer and can be put off', async () => {
  const { db } = await logOf('B0 P1', 1);
  const ask = (minutes: number) =>
    askDue(db, {
      now: noon + minutes * minute,
      settings: usualReminding,
      rulesOf: rulesFor,
      session: 'a',
      isOpen: () => true,
    });
  expect((await ask(1)).next).toBe(noon + 3 * minute);
  expect((await ask(2.9)).notice).toBeUndefined();
  expect(await putOff(db, { chat: { shop, conversation: message('buyer', 0).conversation }, minutes: 5 }, noon)).toBe(
    true,
  );
  expect((await ask(3)).notice).toBeUndefined();
  const { notice, says } = await ask(6);
  expect(says).toMatchObject([{ is: 'promised', rule: null, deadline: null }]);
  if (notice) await db.meta.put({ ...notice, state: 'shown' });
  expect(await ask(7)).toMatchObject({ notice: { state: 'shown', n: 1 } });
  await record(db, [message('answer', 8)], { shop, ...rulesFor(shop), now: noon + 8 * minute });
  expect(await ask(8)).toMatchObject({ notice: { state: 'over' } });
});
