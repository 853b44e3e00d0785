import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { fill } from '@/lib/log/coverage';
import { exportLines } from '@/lib/log/export-lines';
import { exportVersion, readRow } from '@/lib/log/export-row';
import { type ImportProgress, importFile, largestImport } from '@/lib/log/import-file';
import { importRows } from '@/lib/log/import-rows';
import type { LogDb } from '@/lib/log/log-db';
import { markConversation } from '@/lib/log/mark-conversation';
import { overview } from '@/lib/log/overview-query';
import { record } from '@/lib/log/record';
import { noteSign } from '@/lib/log/watch-log';
import { wipe } from '@/lib/log/wipe';
import { rulesFor } from '@/lib/rules/rules-for';
import { emptyLog, observationsOf, testShop } from './logged-from';
import { someChats, someNow } from './random-chats';

const now = someNow;
const other = 'tiktok-shop/VN/7';
const minute = 60_000;

/** Two shops, watched, with a name, a sighting without id, an answer and somebody who waits. */
async function filledLog(): Promise<LogDb> {
  const db = emptyLog();
  const said = { is: 'message', sense: 'network', conversation: 'c1', kind: 'text' } as const;
  await record(
    db,
    [
      { ...said, id: '1', author: 'buyer', sentAt: now - 300 * minute },
      { ...said, id: '2', author: 'seller', agent: 'Ayu', sentAt: now - 290 * minute },
      { ...said, sense: 'page', author: 'buyer', ordinal: 0, sentAt: now - 10 * minute, uncertain: 59_999 },
      { is: 'conversation', sense: 'page', conversation: 'c1', at: now - minute, buyer: 'Ratih 🌸', unread: 1 },
      { is: 'official', metric: 'response-rate-12h', value: 0.91, at: now - minute },
    ],
    { shop: testShop, ...rulesFor(testShop), now },
  );
  await record(db, [{ ...said, id: '9', author: 'buyer', sentAt: now - 800 * minute }], {
    shop: other,
    ...rulesFor(other),
    now,
  });
  await record(db, [{ ...said, id: '8', author: 'buyer', sentAt: now + 9 * 86_400_000 }], { shop: other, now });
  await markConversation(db, other, 'c1', { setAside: 'spam' }, now);
  for (const shop of [testShop, other] as const) {
    await noteSign(db, 3, { shops: [shop], health: { state: 'watching' }, notUnderstood: 0 }, now - 2 * minute);
  }
  return db;
}

async function exported(db: LogDb, settings: object = { locale: 'vi' }): Promise<string> {
  let text = '';
  for await (const piece of exportLines(db, settings, now)) text += piece;
  return text;
}

/** In pieces that end anywhere, as a file comes. */
async function* inPieces(text: string, size = 101) {
  for (let from = 0; from < text.length; from += size) yield text.slice(from, from + size);
}

const args = { rulesOf: rulesFor, now };

async function imported(db: LogDb, text: string, tell: (progress: ImportProgress) => void = () => {}) {
  return importFile({
    open: () => inPieces(text),
    bytes: text.length,
    put: rows => importRows(db, rows, args),
    now,
    tell,
  });
}

/** All that counts in a log: everything but which tab was looked at. */
async function contents(db: LogDb) {
  const tables = db.tables.filter(({ name }) => name !== 'watch' && name !== 'meta');
  return Object.fromEntries(await Promise.all(tables.map(async table => [table.name, await table.toArray()])));
}

describe('an exported log', () => {
  it('taken in elsewhere is the same log, row by row', async () => {
    const [here, there] = [await filledLog(), emptyLog()];
    const text = await exported(here);
    expect(await imported(there, text)).toEqual({ ok: true, rows: text.split('\n').length - 3 });
    expect(await contents(there)).toEqual(await contents(here));
  });

  it('takes guesses, promises, marks of who waits and filled gaps along', async () => {
    const [here, there] = [emptyLog(), emptyLog()];
    const said = { is: 'message', sense: 'network', conversation: 'c1', kind: 'text', author: 'seller' } as const;
    const state = { is: 'conversation', sense: 'network', at: now - minute, waiting: true } as const;
    await record(
      here,
      [
        { ...said, id: '1', author: 'buyer', sentAt: now - 9 * minute },
        { ...said, id: '2', guess: 'mark', sentAt: now - 8 * minute },
        { ...said, id: '3', promise: true, sentAt: now - 7 * minute },
        { ...state, conversation: 'c2', waitingSince: now - 5 * minute, waitingUncertain: 999 },
        { ...state, conversation: 'c3', waiting: false },
      ],
      { shop: testShop, ...rulesFor(testShop), now },
    );
    await fill(here, testShop, now - 60 * minute, now - 30 * minute);
    expect(await imported(there, await exported(here))).toMatchObject({ ok: true });
    expect(await contents(there)).toEqual(await contents(here));
  });

  it('exported, wiped and taken in shows the same figures', async () => {
    const db = await filledLog();
    const before = await overview(db, { now, shop: testShop, rulesOf: rulesFor });
    const text = await exported(db);
    await wipe(db);
    expect(await overview(db, { now, rulesOf: rulesFor })).toMatchObject({ shops: [], shown: null });
    await imported(db, text);
    const after = await overview(db, { now, shop: testShop, rulesOf: rulesFor });
    // No tab shows the chat as far as this log knows: that it is watched is seen anew.
    const shown = (of: typeof before) => of.shown?.is === 'shop' && { ...of.shown, health: null, healthSince: null };
    expect(shown(after)).toEqual(shown(before));
  });

  it('taken in twice changes nothing', async () => {
    const db = await filledLog();
    const text = await exported(db);
    const before = await contents(db);
    await imported(db, text);
    await imported(db, text);
    expect(await contents(db)).toEqual(before);
  });

  it('of any chats is taken in whole, beside what is there', async () => {
    await fc.assert(
      fc.asyncProperty(someChats, someChats, async (mine, theirs) => {
        const [here, there, both] = [emptyLog(), emptyLog(), emptyLog()];
        const put = (db: LogDb, chats: typeof mine) =>
          record(db, observationsOf(chats), { shop: testShop, ...rulesFor(testShop), now });
        await put(here, mine);
        await put(there, theirs);
        await put(both, mine);
        await put(both, theirs);
        expect(await imported(here, await exported(there))).toMatchObject({ ok: true });
        const logs = await Promise.all([here, both].map(contents));
        expect(logs[0]).toEqual(logs[1]);
      }),
      { numRuns: 25 },
    );
  });

  it('holds no field that could carry what was written', async () => {
    const names = new Set(
      (await exported(await filledLog(), {}))
        .trim()
        .split('\n')
        .flatMap(line => Object.keys(JSON.parse(line))),
    );
    const known = 'is version exportedAt settings rows shop conversation id session author agent kind sentAt uncertain';
    const also =
      'order sense buyer unread seenAt firstSeenAt from to metric value at setAside blocked why source day within';
    expect([...names].filter(name => !`${known} ${also}`.split(' ').includes(name))).toEqual([]);
  });
});

describe('what the seller said of a chat', () => {
  it('comes along, and does not overrule what was said here', async () => {
    const [here, there] = [await filledLog(), await filledLog()];
    await markConversation(there, other, 'c1', { setAside: 'abusive', blocked: true }, now);
    await markConversation(there, testShop, 'c1', { setAside: 'other' }, now);
    await imported(here, await exported(there));
    const rows = await here.conversations.toArray();
    expect(rows.map(({ setAside, blockedByHand }) => [setAside, blockedByHand])).toEqual([
      ['other', undefined],
      ['spam', true],
    ]);
    expect((await here.sessions.toArray()).every(({ byHand }) => byHand)).toBe(true);
  });
});

describe('what only one of two computers saw', () => {
  it('is united: coverage that overlaps is covered once', async () => {
    const [here, there] = [emptyLog(), emptyLog()];
    const watch = (db: LogDb, at: number) =>
      noteSign(db, 1, { shops: [testShop], health: { state: 'watching' }, notUnderstood: 0 }, at);
    for (const at of [0, 1, 2, 3]) await watch(here, now + at * minute);
    for (const at of [2, 3, 4, 30]) await watch(there, now + at * minute);
    await imported(here, await exported(there));
    expect(await here.coverage.toArray()).toEqual([
      { shop: testShop, from: now, to: now + 4 * minute },
      { shop: testShop, from: now + 30 * minute, to: now + 30 * minute },
    ]);
  });

  it('keeps the days whose messages are gone', async () => {
    const [here, there] = [await filledLog(), emptyLog()];
    const [row] = await here.tallies.toArray();
    if (!row) throw new Error('a tally');
    const old = { ...row, day: '2024-01-05', onTime: 7 };
    await here.tallies.put(old);
    await imported(there, await exported(here));
    expect(await there.tallies.get([row.shop, row.rule, '2024-01-05'])).toEqual(old);
  });
});

describe('a file that cannot be taken in changes nothing, and says why', () => {
  const refused = async (text: string, bytes = text.length) => {
    const db = await filledLog();
    const before = await contents(db);
    const answer = await importFile({
      open: () => inPieces(text),
      bytes,
      put: rows => importRows(db, rows, args),
      now,
      tell: () => {},
    });
    expect(await contents(db)).toEqual(before);
    return answer;
  };
  const good = async () => (await exported(await filledLog())).trimEnd().split('\n');

  it.each([
    ['empty', ''],
    ['a picture', '\u0089PNG\r\n\u001a\n'.repeat(400)],
    ['another list', 'order,amount\n1,2\n'],
    ['another JSON', '{"hello":1}\n'],
    ['one endless line', '['.repeat(40_000)],
  ])('%s', async (_, text) => {
    expect(await refused(text)).toEqual({ ok: false, key: 'import_notOurs_error', values: [] });
  });

  it('of a newer Lekas', async () => {
    const [head = '', ...rest] = await good();
    const newer = [JSON.stringify({ ...JSON.parse(head), version: exportVersion + 1 }), ...rest].join('\n');
    expect(await refused(newer)).toMatchObject({ key: 'import_newer_error' });
  });

  it('that breaks off at a line, or within one', async () => {
    const lines = await good();
    expect(await refused(lines.slice(0, -1).join('\n'))).toMatchObject({ key: 'import_truncated_error' });
    expect(await refused(lines.join('\n').slice(0, -12))).toMatchObject({ key: 'import_line_error' });
  });

  it('that lost a line', async () => {
    const lines = await good();
    const all = lines.length - 2;
    expect(await refused(lines.toSpliced(3, 1).join('\n'))).toEqual({
      ok: false,
      key: 'import_truncated_error',
      values: [String(all - 1), String(all)],
    });
  });

  it.each([
    ['of no shop', { shop: 'ebay/ID/1' }],
    ['with a text in it', { text: 'where is my parcel' }],
    ['from the future', { sentAt: now + 3 * 86_400_000 }],
    ['from before any of this', { sentAt: 5 }],
    ['by nobody we know', { author: 'ghost' }],
  ])('with a message %s, and says in which line', async (_, change) => {
    const lines = await good();
    const at = lines.findIndex(line => line.includes('"message"'));
    lines[at] = JSON.stringify({ ...JSON.parse(lines[at] ?? ''), ...change });
    expect(await refused(lines.join('\n'))).toEqual({
      ok: false,
      key: 'import_line_error',
      values: [String(at + 1)],
    });
  });

  it('of a gigabyte, without reading it', async () => {
    const db = emptyLog();
    const open = vi.fn();
    const answer = await importFile({
      open,
      bytes: 1_000_000_000,
      put: rows => importRows(db, rows, args),
      now,
      tell: () => {},
    });
    expect(answer).toEqual({ ok: false, key: 'import_tooLarge_error', values: [String(largestImport / 1_000_000)] });
    expect(open).not.toHaveBeenCalled();
  });
});

describe('while it is taken in', () => {
  it('a chunk that cannot be written leaves nothing of itself, and says how far it came', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const text = await exported(await filledLog());
    const db = emptyLog();
    const answer = await importFile({
      open: () => inPieces(text),
      bytes: text.length,
      put: async rows => {
        await importRows(db, rows, args);
        throw new Error('no room left');
      },
      now,
      tell: () => {},
    });
    expect(answer).toMatchObject({ ok: false, key: 'import_stopped_error' });
    vi.spyOn(db.tallies, 'bulkPut').mockRejectedValue(new Error('no room left'));
    const none = emptyLog();
    vi.spyOn(none.coverage, 'bulkPut').mockRejectedValueOnce(new Error('no room left'));
    await imported(none, text);
    expect(await none.messages.count()).toBe(0);
    expect(await none.shops.count()).toBe(0);
  });

  it('it says how far it has come, up to the last row', async () => {
    const said: ImportProgress[] = [];
    const text = await exported(await filledLog());
    await imported(emptyLog(), text, progress => said.push(progress));
    const last = said.at(-1);
    expect(last?.step).toBe('adding');
    expect(last?.rows).toBe(last?.of);
    expect(last?.of).toBe(text.split('\n').length - 3);
  });
});

it('a conversation by the longest name that a page may give it comes back, with what was said of it', () => {
  const conversation = `${'9'.repeat(100)}:7490001::2:1:pigeon==`;
  const chat = { shop: 'feige/CN/7490001', conversation };
  const rows = [
    { is: 'conversation', ...chat, buyer: 'x' },
    { is: 'mark', ...chat, setAside: 'spam' },
    { is: 'message', ...chat, id: '1', author: 'buyer', kind: 'text', sentAt: now, sense: 'network' },
  ];
  expect(rows.map(readRow)).toEqual(rows);
});
