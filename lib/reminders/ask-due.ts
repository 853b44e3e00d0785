import { caseName } from '../chat/case';
import type { ShopId } from '../chat/shop';
import { openCases } from '../log/cases';
import type { LastAskedRow, LogDb, NoticeRow } from '../log/log-db';
import { promiseFold } from '../log/promised-wait';
import { sweep } from '../log/record';
import { openRounds, owedRounds, waitingFolds } from '../log/waiting-query';
import { popupRules } from '../rules/popup-rules';
import type { ShopRules } from '../rules/rules-for';
import type { Reminding } from '../settings/reminding';
import { type Away, awayBetween, isLately } from './away';
import { type Clocked, clockedCases, type Named } from './clocked';
import { type DueArgs, due } from './due';
import { noticeAfter } from './notice-after';
import { keysOf, keysOfCases, promiseKey, type Reminder } from './reminder';
import { isSnoozing, snoozesOf } from './snooze';

/** Fired keys older than this (ms) belong to rounds that no longer wait; unless the clock was wrong, so that is looked up. */
const forgetMs = 40 * 86_400_000;

export interface AskArgs {
  /** ms. */
  readonly now: number;
  readonly settings: Reminding;
  rulesOf(shop: ShopId): ShopRules;
  /** Names the browser's session; absent where the browser cannot tell one from another. */
  readonly session?: string | undefined;
  /** Whether the notice with this number is on the screen. */
  isOpen(n: number): boolean;
}

export interface Asked {
  /** The notice as it should be; `state` says whether something is to be done. */
  readonly notice: NoticeRow | undefined;
  /** What it says, with the buyers' names. */
  readonly says: readonly Reminder[];
  /** ms; see Due. */
  readonly next: number | null;
}

/**
 * What is due, by the log. What becomes due is marked as fired and put on the notice in one transaction: recorded first, shown
 * afterwards, and whoever dies in between finds a notice that is still to be shown. Who waits is read before it: a transaction
 * that may write where they stand would keep the popup and the badge from reading, and the next message from being recorded.
 */
export async function askDue(db: LogDb, args: AskArgs): Promise<Asked> {
  const { now } = args;
  const shops = (await db.shops.toArray()).map(({ shop }) => shop);
  for (const shop of shops) await sweep(db, shop, now);
  const open = await readOpen(db, shops, now);
  const asked = await db.transaction('rw', [db.reminders, db.meta, db.snoozes], () => askInside(db, open, args));
  // Everything was deleted in between: nothing of it may be written back.
  if (!asked) return askDue(db, args);
  const { found, notice } = asked;
  await forget(db, shops, now);
  const { waiting, promised, cases } = open;
  return { notice, says: named(notice, [...waiting, ...promised, ...clockedCases(cases, now)]), next: found.next };
}

interface Open extends Pick<DueArgs, 'waiting' | 'promised' | 'cases'> {
  readonly lastAsked: LastAskedRow | undefined;
}

function readOpen(db: LogDb, shops: readonly ShopId[], now: number): Promise<Open> {
  return db.transaction('r', [db.sessions, db.conversations, db.cases, db.meta], async () => {
    const [owed, cases, lastAsked] = await Promise.all([
      Promise.all(shops.map(shop => owedRounds(db, shop, now))),
      openCases(db),
      lastAskedOf(db),
    ]);
    const [waiting, promised] = [owed.flatMap(one => one.waiting), owed.flatMap(one => one.promised)];
    return { waiting, promised, cases, lastAsked };
  });
}

async function lastAskedOf(db: LogDb): Promise<LastAskedRow | undefined> {
  const row = await db.meta.get('last-asked');
  return row?.key === 'last-asked' ? row : undefined;
}

/** `null`: when was last asked is not what it was when `open` was read. */
async function askInside(db: LogDb, open: Open, args: AskArgs) {
  const { waiting, promised, cases } = open;
  const { now, settings, session, rulesOf, isOpen } = args;
  const reminded = (shop: ShopId) => ({ ...rulesOf(shop), rules: popupRules(rulesOf(shop).rules) });
  const clocked = clockedCases(cases, now);
  const keys = [
    ...keysOf(waiting, reminded, settings.leads),
    ...promised.map(promiseKey),
    ...keysOfCases(clocked, settings.leads),
  ];
  const [fired, snoozes, before, notice] = await Promise.all([
    firedOf(db, keys),
    db.snoozes.toArray(),
    lastAskedOf(db),
    db.meta.get('notice'),
  ]);
  if (before?.value !== open.lastAsked?.value) return null;
  const away = awayAfter(before, now, session);
  // A clock that was set back: what passed by the wrong one has its keys, what passes from here on is news.
  const heardUntil = Math.min(before?.toldUntil ?? before?.value ?? now, now);
  const found = due({
    now,
    waiting,
    promised,
    cases,
    rulesOf: reminded,
    fired,
    toldUntil: Math.min(heardUntil, away?.from ?? now),
    away,
    settings,
    snoozes,
  });
  const row = notice?.key === 'notice' ? notice : undefined;
  // What was put off goes from the screen too.
  const heard = [...waiting, ...promised, ...clocked].filter(
    round => !snoozesOf(round, snoozes).some(snooze => isSnoozing(snooze, now)),
  );
  const isShown = row !== undefined && isOpen(row.n);
  const after = noticeAfter(row, { now, due: found.now, waiting: heard, isOpen: isShown });
  await db.reminders.bulkPut([...found.now.map(({ key }) => key), ...found.silent].map(key => ({ key, at: now })));
  await db.snoozes.bulkDelete([...found.spent]);
  if (after && after !== row) await db.meta.put(after);
  await db.meta.put(askedRow(now, found.quiet ? heardUntil : now, session, away));
  return { found, notice: after };
}

/**
 * Those of `keys` that have fired. A request to the database costs as much as dozens of keys in the answer to one: all that
 * ever fired are asked for at once, unless they are by far more.
 */
async function firedOf(db: LogDb, keys: readonly string[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  const all = await db.reminders.limit(keys.length * 20 + 1).primaryKeys();
  if (all.length <= keys.length * 20) {
    const known = new Set(all);
    return new Set(keys.filter(key => known.has(key)));
  }
  const rows = await db.reminders.bulkGet([...keys]);
  return new Set(rows.flatMap(row => (row ? [row.key] : [])));
}

function awayAfter(before: LastAskedRow | undefined, now: number, session: string | undefined): Away | null {
  const asked = { at: now, ...(session !== undefined && { session }) };
  const silence = before && awayBetween({ ...before, at: before.value }, asked);
  if (silence) return silence;
  return before?.away && isLately(before.away, now) ? before.away : null;
}

function askedRow(value: number, toldUntil: number, session: string | undefined, away: Away | null): LastAskedRow {
  return {
    key: 'last-asked',
    value,
    toldUntil,
    ...(session !== undefined && { session }),
    ...(away && { away }),
  };
}

function named(notice: NoticeRow | undefined, waiting: readonly (Named & Pick<Clocked, 'buyer'>)[]): Reminder[] {
  const buyers = new Map(waiting.map(({ shop, conversation, buyer }) => [`${shop} ${conversation}`, buyer]));
  return (notice?.says ?? []).map(said => {
    const buyer = buyers.get(`${said.shop} ${said.conversation}`);
    return { ...said, ...(buyer !== undefined && { buyer }) };
  });
}

async function forget(db: LogDb, shops: readonly ShopId[], now: number): Promise<void> {
  const old = await db.reminders
    .where('at')
    .below(now - forgetMs)
    .primaryKeys();
  if (old.length === 0) return;
  const rounds = (await Promise.all(shops.map(shop => openRounds(db, shop, [...waitingFolds, promiseFold])))).flat();
  const open = rounds.map(({ shop, conversation, id }) => `${shop} ${conversation} ${id} `);
  open.push(...(await openCases(db)).map(({ id }) => `${caseName(id)} `));
  await db.reminders.bulkDelete(old.filter(key => !open.some(name => key.startsWith(name))));
}
