import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { LogDb } from '../log/log-db';

/** Which log there is, as it is known beside it; and when (ms) it was found to be another than before. */
interface Birth {
  readonly id: string;
  readonly lostAt?: number;
}

const storageKey = 'log-birth';
const schema = v.object({ id: v.string(), lostAt: v.exactOptional(v.number()) });

/** Verified by this worker: what is stored need not be read again. */
let sureOf: string | undefined;
/** This worker found nothing in the log, nor what is known of it beside it. */
let isFirst = false;
let last: Promise<unknown> = Promise.resolve();

/** One after the other: who deletes everything must not be taken for a loss. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const working = last.then(work);
  last = working.catch(() => {});
  return working;
}

/**
 * Whether the log is another than it was known to be: a browser deletes a database that it cannot read, or for lack of room, and
 * makes a new, empty one without a word. Noted the first time, at `now` (ms), and said then alone.
 */
export function noticeLoss(db: LogDb, now: number): Promise<boolean> {
  return inTurn(async () => {
    const row = await db.meta.get('born');
    const idHere = row?.key === 'born' ? row.id : undefined;
    if (idHere !== undefined && idHere === sureOf) return false;
    const known = await loadBirth();
    const id = idHere ?? crypto.randomUUID();
    if (idHere === undefined) await db.meta.put({ key: 'born', id });
    sureOf = id;
    if (known?.id === id) return false;
    isFirst = known === null && idHere === undefined && (await db.shops.count()) === 0;
    await browser.storage.local.set({ [storageKey]: { id, ...(known && { lostAt: now }) } satisfies Birth });
    return known !== null;
  });
}

/**
 * The browser has started with Lekas in it, so this is no first start: a log that is begun only now was lost, and what was known
 * beside it too. Firefox keeps both in databases of one kind, which break together. Whether it is so, as `noticeLoss` says it.
 */
export async function noticeLossAtStart(db: LogDb, now: number): Promise<boolean> {
  if (await noticeLoss(db, now)) return true;
  return inTurn(async () => {
    const known = await loadBirth();
    if (!isFirst || !known) return false;
    isFirst = false;
    await browser.storage.local.set({ [storageKey]: { ...known, lostAt: now } satisfies Birth });
    return true;
  });
}

/**
 * When (ms) the log was lost, until the seller has taken note; `null` where it was not. Rejects where the log cannot be read,
 * whatever befell it before.
 */
export async function lossOf(db: LogDb, now: number): Promise<number | null> {
  const [known, row] = await Promise.all([loadBirth(), db.meta.get('born')]);
  if (known?.lostAt !== undefined) return known.lostAt;
  if (!known) return null;
  // Found before the background was there to note it.
  return row?.key === 'born' && row.id === known.id ? null : now;
}

/** The seller has taken note. */
export async function forgetLoss(): Promise<void> {
  const known = await loadBirth();
  if (known) await browser.storage.local.set({ [storageKey]: { id: known.id } satisfies Birth });
}

/** Has `then` called when the log is found to be another, and when the seller has taken note of that. */
export function onLoss(then: () => void): void {
  browser.storage.onChanged.addListener(changes => {
    if (storageKey in changes) then();
  });
}

/** Deletes log and stored settings by `wipe`, which is no loss: the log that is there afterwards is as good as a first. */
export function deletedByHand(wipe: () => Promise<void>): Promise<void> {
  return inTurn(async () => {
    await wipe();
    sureOf = undefined;
  });
}

async function loadBirth(): Promise<Birth | null> {
  const parsed = v.safeParse(schema, (await browser.storage.local.get(storageKey))[storageKey]);
  return parsed.success ? parsed.output : null;
}
