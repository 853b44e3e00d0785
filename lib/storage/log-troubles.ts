import { browser } from 'wxt/browser';
import type { LogDb } from '../log/log-db';
import { type LogTrouble, troubleIn, type WritingTrouble, writtenInTwo } from '../log/log-trouble';
import { lossOf } from './log-birth';

/** What is wrong with the log, as it is told. */
export interface TroubleTold {
  readonly is: LogTrouble;
  /** ms: of a loss when it was found. */
  readonly at: number;
  /** With less room than this, bytes, it is nearly full. */
  readonly littleRoom: number;
}

const storageKey = 'log-trouble';
/** So many bytes are weeks of a busy shop; what else runs out of room by then is worth a word. */
const littleRoom = 100_000_000;

const told = (is: LogTrouble, at: number): TroubleTold => ({ is, at, littleRoom });

/** What stands in the way of writing is over once something was written. */
const isOfWriting = (trouble: LogTrouble | null | undefined): trouble is WritingTrouble =>
  trouble === 'full' || trouble === 'unreadable' || trouble === 'newer';

/** Kept where a full disk does not matter. Absent: as it was stored by the worker before. */
let standing: Exclude<LogTrouble, 'lost'> | null | undefined;

/** Notes what is wrong from here on; `null`: nothing. */
export async function noteTrouble(trouble: Exclude<LogTrouble, 'lost'> | null): Promise<void> {
  if (trouble === standing) return;
  standing = trouble;
  if (trouble) await browser.storage.session?.set({ [storageKey]: trouble });
  else await browser.storage.session?.remove(storageKey);
}

/** What was written has arrived: whatever kept it from that is over. Nothing is stored, mostly. */
export async function noteWritten(): Promise<void> {
  standing ??= await troubleStored();
  if (isOfWriting(standing)) await noteTrouble(null);
}

/** What is wrong with the log now, the worst of it; `null` where nothing is. `now` in ms. Never rejects. */
export async function troubleOf(db: LogDb, now: number): Promise<TroubleTold | null> {
  const stored = await troubleStored().catch(() => null);
  if (isOfWriting(stored)) return told(stored, now);
  try {
    const lostAt = await lossOf(db, now);
    if (lostAt !== null) return told('lost', lostAt);
  } catch (problem) {
    const trouble = troubleIn(problem);
    return trouble && told(trouble === 'newer' ? trouble : 'unreadable', now);
  }
  return stored && told(stored, now);
}

/** Finds out how much room is left, and whether what could not be written can be now. Asked every minute. */
export async function measureRoom(db: LogDb): Promise<void> {
  standing ??= await troubleStored();
  if (isOfWriting(standing)) {
    const again = await writtenInTwo(() => rewriteBirth(db)).then(() => null, troubleIn);
    if (again) return noteTrouble(again);
  }
  const { quota = Number.POSITIVE_INFINITY, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
  await noteTrouble(quota - usage < littleRoom ? 'nearly-full' : null);
}

/** Firefox keeps a log for good only where it is asked to, and does so without asking the seller. */
export async function askToKeep(): Promise<void> {
  const { storage } = navigator;
  if (storage?.persist && !(await storage.persisted())) await storage.persist();
}

async function troubleStored(): Promise<WritingTrouble | 'nearly-full' | null> {
  const { [storageKey]: stored } = (await browser.storage.session?.get(storageKey)) ?? {};
  const known = ['full', 'unreadable', 'newer', 'nearly-full'] as const;
  return known.find(one => one === stored) ?? null;
}

/** Writes a row as it is: it changes nothing, and fails where nothing can be written. */
async function rewriteBirth(db: LogDb): Promise<void> {
  const row = await db.meta.get('born');
  if (row) await db.meta.put(row);
}
