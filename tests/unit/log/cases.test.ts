import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { type CaseInput, changeCase, isLastWord, openCases, trackCase } from '@/lib/log/cases';
import { casesShown } from '@/lib/log/cases-query';
import { exportLines } from '@/lib/log/export-lines';
import { importFile } from '@/lib/log/import-file';
import { importRows } from '@/lib/log/import-rows';
import { LogDb } from '@/lib/log/log-db';
import { retain } from '@/lib/log/retention';
import { wipe } from '@/lib/log/wipe';
import { putOff } from '@/lib/reminders/put-off';
import { rulesFor } from '@/lib/rules/rules-for';
import { emptyLog } from './logged-from';

const now = Date.parse('2026-03-10T05:00:00Z');
const hour = 3_600_000;
const day = 24 * hour;

const track = (db: LogDb, label: string, lastWordAt = now, more: Partial<CaseInput> = {}) =>
  trackCase(db, { label, lastWordAt, hours: 72, ...more }, now);

async function exported(db: LogDb): Promise<string> {
  let text = '';
  for await (const piece of exportLines(db, {}, now)) text += piece;
  return text;
}

const imported = (db: LogDb, text: string) =>
  importFile({
    open: async function* () {
      yield text;
    },
    bytes: text.length,
    put: rows => importRows(db, rows, { rulesOf: rulesFor, now }),
    now,
    tell: () => {},
  });

describe('a case that a seller tracks', () => {
  it('is kept as he entered it, and runs from the last word', async () => {
    const db = emptyLog();
    const page = 'https://www.tokopedia.com/resolution/1';
    const id = await track(db, ' Retur 4410 ', now - hour, { page });
    expect(await db.cases.toArray()).toEqual([
      { id, label: 'Retur 4410', lastWordAt: now - hour, hours: 72, trackedAt: now, changedAt: now, page },
    ]);
    const { open } = await casesShown(db, now);
    expect(open).toMatchObject([{ id, deadline: now + 71 * hour, leads: [7200, 1800] }]);
  });

  it('stands by nearness: ahead the nearest first, then what ran out', async () => {
    const db = emptyLog();
    await track(db, 'over', now - 80 * hour);
    await track(db, 'late', now);
    await track(db, 'soon', now - 70 * hour);
    await track(db, 'short', now, { hours: 1 });
    expect((await casesShown(db, now)).open.map(({ label }) => label)).toEqual(['short', 'soon', 'late', 'over']);
  });

  it('runs anew from another last word', async () => {
    const db = emptyLog();
    const id = await track(db, 'a', now - 60 * hour);
    expect(await changeCase(db, id, { lastWordAt: now }, now + 1)).toBe(true);
    expect((await casesShown(db, now)).open).toMatchObject([{ deadline: now + 72 * hour, changedAt: now + 1 }]);
    expect(await changeCase(db, 'nobody', { lastWordAt: now }, now)).toBe(false);
  });

  it('done with, leaves the list and can be taken back for an hour; its clock has gone on', async () => {
    const db = emptyLog();
    const id = await track(db, 'a', now - hour);
    await changeCase(db, id, { isDone: true }, now);
    expect(await casesShown(db, now + 59 * 60_000)).toMatchObject({ open: [], done: [{ id, doneAt: now }] });
    expect((await casesShown(db, now + hour)).done).toEqual([]);
    expect(await openCases(db)).toEqual([]);
    await changeCase(db, id, { isDone: false }, now + hour);
    expect((await casesShown(db, now + hour)).open).toMatchObject([{ id, deadline: now + 71 * hour }]);
    expect((await db.cases.get(id))?.doneAt).toBeUndefined();
  });

  it('says until when it is put off; not once the clock is another, nor when it is done with', async () => {
    const db = emptyLog();
    const id = await track(db, 'a');
    expect(await putOff(db, { case: id, minutes: 60 }, now)).toBe(true);
    expect((await casesShown(db, now)).open).toMatchObject([{ snoozedUntil: now + hour }]);
    expect((await casesShown(db, now + hour)).open[0]).not.toHaveProperty('snoozedUntil');
    await changeCase(db, id, { lastWordAt: now - hour }, now);
    expect((await casesShown(db, now)).open[0]).not.toHaveProperty('snoozedUntil');
    await putOff(db, { case: id, minutes: 60 }, now);
    await changeCase(db, id, { isDone: true }, now);
    expect(await db.snoozes.toArray()).toEqual([]);
    expect(await putOff(db, { case: id, minutes: 60 }, now)).toBe(false);
    expect(await putOff(db, { case: 'nobody', minutes: 60 }, now)).toBe(false);
  });

  it.each([
    ['just now', now, true],
    ['a clock that is a minute ahead', now + 60_000, true],
    ['later than that', now + 60_001, false],
    ['2014', Date.UTC(2014, 11, 31), false],
    ['no time', Number.NaN, false],
  ])('cannot have had its last word at any time: %s', (_, at, can) => {
    expect(isLastWord(at, now)).toBe(can);
  });
});

describe('what is stored of cases', () => {
  it('is exported, and taken in elsewhere it is the same; twice changes nothing', async () => {
    const [here, there] = [emptyLog(), emptyLog()];
    await track(here, '=HYPERLINK("x") 🌸', now - hour, { page: 'https://www.tokopedia.com/r?id=1' });
    const id = await track(here, 'done');
    await changeCase(here, id, { isDone: true }, now + 1);
    const text = await exported(here);
    for (const _ of [1, 2]) {
      expect(await imported(there, text)).toEqual({ ok: true, rows: 3 });
      expect(await there.cases.toArray()).toEqual(await here.cases.toArray());
    }
  });

  it('of a case that is in both, what was changed last holds', async () => {
    const [here, there] = [emptyLog(), emptyLog()];
    const id = await track(here, 'a');
    const old = await exported(here);
    await changeCase(here, id, { isDone: true }, now + 5);
    await imported(there, await exported(here));
    await imported(there, old);
    expect(await there.cases.toArray()).toMatchObject([{ id, doneAt: now + 5 }]);
    await imported(here, old);
    expect(await here.cases.toArray()).toMatchObject([{ id, doneAt: now + 5 }]);
  });

  it.each([
    ['text of a message', { text: 'hello' }],
    ['a label of two lines', { label: 'a\nb' }],
    ['a clock of no length', { hours: 0 }],
    ['an address of no page', { page: 'javascript:alert(1)' }],
  ])('is not taken in with %s', async (_, wrong) => {
    const [here, there] = [emptyLog(), emptyLog()];
    await track(here, 'a');
    const lines = (await exported(here)).split('\n');
    const changed = lines.map(line =>
      line.includes('"case"') ? JSON.stringify({ ...JSON.parse(line), ...wrong }) : line,
    );
    expect(changed).not.toEqual(lines);
    expect(await imported(there, changed.join('\n'))).toMatchObject({ ok: false, key: 'import_line_error' });
    expect(await there.cases.count()).toBe(0);
  });

  it('is wiped with the log', async () => {
    const db = emptyLog();
    await track(db, 'a');
    await wipe(db);
    expect(await db.cases.count()).toBe(0);
  });

  it('goes 90 days after it was done with, or as long after it ran out as messages are kept', async () => {
    const db = emptyLog();
    const id = await track(db, 'done');
    await changeCase(db, id, { isDone: true }, now);
    await track(db, 'never done');
    const left = async (at: number) => {
      await retain(db, { keepDays: 400, now: at });
      return (await db.cases.toArray()).map(({ label }) => label).sort();
    };
    expect(await left(now + 90 * day)).toEqual(['done', 'never done']);
    expect(await left(now + 90 * day + 1)).toEqual(['never done']);
    expect(await left(now + 403 * day)).toEqual(['never done']);
    expect(await left(now + 403 * day + 1)).toEqual([]);
  });

  it('has its place in a log of an earlier version', async () => {
    const name = `before-cases-${Math.random()}`;
    const before = new Dexie(name);
    before.version(1).stores({ messages: '[shop+conversation+id]', reminders: 'key, at', meta: 'key' });
    before.version(2).stores({ snoozes: 'key', filled: '[shop+from]' });
    await before.open();
    await before.table('reminders').add({ key: 'a', at: now });
    before.close();
    const db = new LogDb(name);
    await track(db, 'a');
    expect([await db.cases.count(), await db.reminders.count()]).toEqual([1, 1]);
  });
});
