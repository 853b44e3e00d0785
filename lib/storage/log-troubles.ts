import { browser } from 'wxt/browser';
import type { LogDb } from '../log/log-db';
import { type LogTrouble, troubleIn } from '../log/log-trouble';
import { lossOf } from './log-birth';

/** What is wrong with the log, as it is told. */
export interface TroubleTold {
  readonly is: LogTrouble;
  /** ms: of a loss when it was found. */
  readonly at: number;
}

const storageKey = 'log-trouble';
/** So many bytes are weeks of a busy shop; what else runs out of room by then is worth a word. */
const littleRoom = 100_000_000;

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
  if (standing === 'full' || standing === 'unreadable') await noteTrouble(null);
}

/** What is wrong with the log now, the worst of it; `null` where nothing is. `now` in ms. Never rejects. */
export async function troubleOf(db: LogDb, now: number): Promise<TroubleTold | null> {
  const stored = await troubleStored().catch(() => null);
  if (stored === 'full' || stored === 'unreadable') return { is: stored, at: now };
  try {
    const lostAt = await lossOf(db, now);
    if (lostAt !== null) return { is: 'lost', at: lostAt };
  } catch (problem) {
    return troubleIn(problem) ? { is: 'unreadable', at: now } : null;
  }
  return stored === 'nearly-full' ? { is: stored, at: now } : null;
}

/** Finds out how much room is left, and whether what could not be written can be now. Asked every minute. */
export async function measureRoom(db: LogDb): Promise<void> {
  standing ??= await troubleStored();
  if (standing === 'full' || standing === 'unreadable') {
    const again = await rewriteBirth(db).then(() => null, troubleIn);
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

async function troubleStored() {
  const { [storageKey]: stored } = (await browser.storage.session?.get(storageKey)) ?? {};
  return stored === 'full' || stored === 'unreadable' || stored === 'nearly-full' ? stored : null;
}

/** Writes a row as it is: it changes nothing, and fails where nothing can be written. */
async function rewriteBirth(db: LogDb): Promise<void> {
  const row = await db.meta.get('born');
  if (row) await db.meta.put(row);
}
