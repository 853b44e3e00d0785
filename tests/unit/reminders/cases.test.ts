import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { textIn } from '@/lib/i18n/text-in';
import { changeCase, trackCase } from '@/lib/log/cases';
import type { LogDb } from '@/lib/log/log-db';
import { record } from '@/lib/log/record';
import { type AskArgs, askDue } from '@/lib/reminders/ask-due';
import { badgeTitle } from '@/lib/reminders/badge-title';
import { noticeOf } from '@/lib/reminders/notice-of';
import { badgeFromLog } from '@/lib/reminders/paint-badge';
import { putOff } from '@/lib/reminders/put-off';
import type { Reminder } from '@/lib/reminders/reminder';
import { rulesFor } from '@/lib/rules/rules-for';
import { type Reminding, usualReminding } from '@/lib/settings/reminding';
import { emptyLog } from '../log/logged-from';
import { hour, minute, noon, second, shop } from './waiting';

const english = textIn('en');
/** The end of a 3 × 24 h clock that began at noon. */
const end = noon + 72 * hour;

const ask = (db: LogDb, now: number, more: Partial<AskArgs> = {}) =>
  askDue(db, { now, settings: usualReminding, rulesOf: rulesFor, session: 'a', isOpen: () => false, ...more });

/** Asks as the worker does that shows what it is told to. */
async function told(db: LogDb, now: number, more: Partial<AskArgs> = {}): Promise<string[]> {
  const { notice, says } = await ask(db, now, more);
  if (notice?.state !== 'due') return [];
  await db.meta.put({ ...notice, state: 'shown' });
  return says.map(({ buyer, is, held }) => [buyer, is, held].filter(Boolean).join(' '));
}

/** A log with one case whose last word was at noon. */
async function logWithCase(label = 'Retur') {
  const db = emptyLog();
  await ask(db, noon);
  const id = await trackCase(db, { label, lastWordAt: noon, hours: 72 }, noon);
  return { db, id };
}

describe('a case', () => {
  it('is reminded of 2 h and 30 min before its end, once each, however often one asks', async () => {
    const { db } = await logWithCase();
    const at: number[] = [];
    for (let now = end - 3 * hour; now <= end + hour; now += minute) {
      for (let again = 0; again < 2; again++) if ((await told(db, now)).length > 0) at.push((now - end) / minute);
    }
    expect(at).toEqual([-120, -30]);
    expect((await db.reminders.toArray()).filter(({ key }) => key.startsWith('case '))).toHaveLength(2);
  });

  it('is reminded of once across a restart of the browser, and by the alarm that the answer asked for', async () => {
    const { db } = await logWithCase();
    let next = (await ask(db, noon + minute)).next;
    expect(next).toBe(end - 2 * hour);
    await ask(db, end - 2 * hour - second, { session: 'b' });
    expect(await told(db, next ?? 0, { session: 'b' })).toEqual(['Retur ahead']);
    expect(await told(db, end - 2 * hour + second, { session: 'c' })).toEqual([]);
    next = (await ask(db, end - 2 * hour + second, { session: 'c' })).next;
    expect(next).toBe(end - 30 * minute);
  });

  it('that ran out while the browser was closed is told of once, and why so late', async () => {
    const { db } = await logWithCase();
    await ask(db, noon + minute);
    expect(await told(db, end + hour, { session: 'b' })).toEqual(['Retur passed closed']);
    expect(await told(db, end + hour + minute, { session: 'b' })).toEqual([]);
  });

  it('that had run out when it was entered is not news', async () => {
    const db = emptyLog();
    await ask(db, noon);
    await trackCase(db, { label: 'old', lastWordAt: noon - 80 * hour, hours: 72 }, noon);
    expect(await told(db, noon + minute)).toEqual([]);
  });

  it('is reminded of by the lead times that were chosen for it, and not where it is switched off', async () => {
    const { db } = await logWithCase();
    const with24h: Reminding = { ...usualReminding, leads: { 'tokopedia/resolution-72h': [86_400, 3600] } };
    const off: Reminding = { ...usualReminding, silentRules: ['tokopedia/resolution-72h'] };
    expect(await told(db, end - 24 * hour, { settings: off })).toEqual([]);
    expect(await told(db, end - 24 * hour - 1, { settings: with24h })).toEqual([]);
    expect(await told(db, end - 24 * hour, { settings: with24h })).toEqual(['Retur ahead']);
  });

  it('starts anew with another last word: the old reminder goes, the new one comes', async () => {
    const { db, id } = await logWithCase();
    await ask(db, end - 2 * hour - minute);
    expect(await told(db, end - 2 * hour)).toEqual(['Retur ahead']);
    await changeCase(db, id, { lastWordAt: end - 2 * hour }, end - 2 * hour);
    expect((await ask(db, end - hour, { isOpen: () => true })).notice).toMatchObject({ state: 'over' });
    const { next } = await ask(db, end - hour);
    expect(next).toBe(end - 2 * hour + 70 * hour);
    await ask(db, end + 68 * hour - minute);
    expect(await told(db, next ?? 0)).toEqual(['Retur ahead']);
  });

  it('that was told of stays on the screen while it runs, and goes from there when it is put off', async () => {
    const { db, id } = await logWithCase();
    await told(db, end - 2 * hour);
    const stateAt = async (now: number) => (await ask(db, now, { isOpen: () => true })).notice?.state;
    expect(await stateAt(end - 2 * hour + minute)).toBe('shown');
    await putOff(db, { case: id, minutes: 15 }, end - 2 * hour + 2 * minute);
    expect(await stateAt(end - 2 * hour + 2 * minute)).toBe('over');
  });

  it('done with is told of no more, and what stands on the screen goes; taken back it is not said again', async () => {
    const { db, id } = await logWithCase();
    await ask(db, end - 2 * hour - minute);
    expect(await told(db, end - 2 * hour)).toEqual(['Retur ahead']);
    await changeCase(db, id, { isDone: true }, end - 2 * hour + second);
    expect((await ask(db, end - 2 * hour + second, { isOpen: () => true })).notice).toMatchObject({ state: 'over' });
    expect((await ask(db, end - hour)).next).toBeNull();
    await changeCase(db, id, { isDone: false }, end - hour);
    expect(await told(db, end - hour)).toEqual([]);
    await ask(db, end - 31 * minute);
    expect(await told(db, end - 30 * minute)).toEqual(['Retur ahead']);
  });

  it('is held by quiet hours and told of at their end', async () => {
    // Its leads are at 10:00 and 11:30 in Jakarta.
    const { db } = await logWithCase();
    const settings: Reminding = { ...usualReminding, quiet: { from: '09:00', to: '11:00', zone: 'Asia/Jakarta' } };
    const { notice, next } = await ask(db, end - 2 * hour, { settings });
    expect([notice, next]).toEqual([undefined, end - hour]);
    expect(await told(db, end - hour, { settings })).toEqual(['Retur ahead quiet']);
    expect(await told(db, end - hour + second, { settings })).toEqual([]);
  });

  it('that is snoozed is told of when the snooze is over, and so with all of them', async () => {
    const { db, id } = await logWithCase();
    await putOff(db, { case: id, minutes: 15 }, end - 2 * hour - minute);
    expect(await told(db, end - 2 * hour)).toEqual([]);
    expect((await ask(db, end - 2 * hour)).next).toBe(end - 2 * hour + 14 * minute);
    expect(await told(db, end - 2 * hour + 14 * minute)).toEqual(['Retur ahead']);
    expect(await db.snoozes.count()).toBe(0);
    await putOff(db, { minutes: 60 }, end - 31 * minute);
    expect(await told(db, end - 30 * minute)).toEqual([]);
  });

  it('beside a buyer who waits is said in the same notice, whichever is more urgent first', async () => {
    const { db } = await logWithCase();
    const sentAt = end - 2 * hour - 100 * second;
    const message = { is: 'message', sense: 'network', author: 'buyer', kind: 'text' } as const;
    await record(db, [{ ...message, conversation: 'c', id: '1', sentAt }], { shop, ...rulesFor(shop), now: sentAt });
    await ask(db, sentAt);
    const { notice, says } = await ask(db, end - 2 * hour);
    expect(notice?.says).toMatchObject([{ conversation: 'c' }, { shop: 'case', rule: 'tokopedia/resolution-72h' }]);
    expect(JSON.stringify(notice)).not.toContain('Retur');
    expect(says[1]?.buyer).toBe('Retur');
  });

  it('keeps its name only in its own row', async () => {
    const { db } = await logWithCase('Ratih, order 4410');
    await ask(db, end - 2 * hour);
    const rows = [...(await db.meta.toArray()), ...(await db.reminders.toArray())];
    expect(JSON.stringify(rows)).not.toContain('Ratih');
  });
});

describe('the notice of a case', () => {
  const reminder = (buyer: string, is: Reminder['is'], deadline: number, more: Partial<Reminder> = {}): Reminder => ({
    key: `case ${buyer}`,
    shop: 'case',
    conversation: buyer,
    round: '1',
    rule: 'tokopedia/resolution-72h',
    deadline,
    is,
    buyer,
    ...more,
  });
  const clock = (at: number) => english.clock(at, noon);
  const say = (reminders: readonly Reminder[], names = true) =>
    noticeOf(reminders, { text: english, now: noon, names });
  const [a, b] = [reminder('A', 'ahead', noon + 2 * hour), reminder('B', 'ahead', noon + 2 * hour + minute)];
  const over = reminder('C', 'passed', noon - minute, { held: 'asleep' });
  const buyer = reminder('Ayu', 'ahead', noon + minute, { shop });

  it.each<[string, Reminder[], boolean, string, string]>([
    ['one', [a], true, `Case A: until ${clock(noon + 2 * hour)}`, '2h left on its clock.'],
    [
      'one without its name',
      [a],
      false,
      `Case (name hidden): until ${clock(noon + 2 * hour)}`,
      '2h left on its clock.',
    ],
    ['two', [a, b], true, `2 cases run out, the first at ${clock(noon + 2 * hour)}`, 'The first is A.'],
    [
      'one that ran out',
      [over],
      true,
      `Case C: overdue since ${clock(noon - minute)}`,
      'Answer it if the page still lets you, then mark it as done.\nA deadline passed while the computer slept',
    ],
    [
      'one ahead and one that ran out',
      [a, over],
      true,
      `Case A: until ${clock(noon + 2 * hour)}`,
      '2h left on its clock.\nA deadline passed while the computer slept',
    ],
    [
      'a buyer, then a case',
      [buyer, a],
      true,
      `Ayu waits, answer until ${clock(noon + minute)}`,
      `1m left to answer in time.\nCase A: until ${clock(noon + 2 * hour)}`,
    ],
    [
      'a case, then a buyer',
      [{ ...a, deadline: noon + second }, buyer],
      true,
      `Case A: until ${clock(noon + second)}`,
      `1s left on its clock.\nAyu waits, answer until ${clock(noon + minute)}`,
    ],
  ])('says %s', (_, reminders, names, title, message) => {
    expect(say(reminders, names)).toEqual({ title, message });
  });
});

describe('the badge', () => {
  const badge = async (db: LogDb, now: number) => {
    const found = await badgeFromLog(db, now, rulesFor, {});
    return [found.text, found.urgency, badgeTitle(found, english, now).split(' · ')[2]];
  };

  it('shows no case with time enough, a dot and a colour for one that presses, until it is done with', async () => {
    const { db, id } = await logWithCase();
    expect((await badge(db, end - 2 * hour - 1)).slice(0, 2)).toEqual(['', 'none']);
    expect(await badge(db, end - 2 * hour)).toEqual([
      '•',
      'soon',
      `a case runs until ${english.clock(end, end - 2 * hour)}`,
    ]);
    expect((await badge(db, end - 30 * minute))[1]).toBe('now');
    expect((await badge(db, end))[1]).toBe('now');
    expect(await badge(db, end + 1)).toEqual(['•', 'passed', `a case is overdue since ${english.clock(end, end)}`]);
    await changeCase(db, id, { isDone: true }, end + 1);
    expect((await badge(db, end + 1)).slice(0, 2)).toEqual(['', 'none']);
  });

  it('counts those who wait alone, in the colour of the nearer of both', async () => {
    const { db } = await logWithCase();
    const sentAt = end - hour;
    const message = { is: 'message', sense: 'network', author: 'buyer', kind: 'text' } as const;
    await record(db, [{ ...message, conversation: 'c', id: '1', sentAt }], { shop, ...rulesFor(shop), now: sentAt });
    // After the 3 minutes, and long before the 12 hours: the chat by itself is calm.
    const found = await badgeFromLog(db, end - 20 * minute, rulesFor, {});
    expect([found.text.replace('×', ''), found.urgency, found.waiting]).toEqual(['1', 'now', 1]);
  });
});
