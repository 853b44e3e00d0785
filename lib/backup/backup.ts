import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { isRecord, part, partsOf } from '../settings/read-parts';

/** Why the newest weekly copy is not there: keys of the catalogue. */
export type BackupFailure = 'backup_notAllowed_error' | 'backup_notSaved_error';

/**
 * The weekly copy of the log, as this browser has it. No setting: what a file of another Lekas says of it was never allowed
 * here.
 */
export interface Backup {
  readonly on: boolean;
  /** ms: when it was last tried, and of when the last copy is that was saved. */
  readonly triedAt?: number;
  readonly lastAt?: number;
  /** How that file is called. */
  readonly lastName?: string;
  /** What the browser is saving now: its number for it, and of when it is (ms). */
  readonly underWay?: { readonly id: number; readonly at: number };
  readonly failure?: BackupFailure;
}

/** What a copy needs; asked for when it is turned on. */
export const copyPermission = { permissions: ['downloads' as const] };

/** What is not used any more is given back. Never rejects: where a browser holds on to it, nobody misses anything. */
export async function giveBackPermission(): Promise<void> {
  await browser.permissions
    .remove(copyPermission)
    .catch((problem: unknown) => console.warn('Lekas could not give back the permission to save files', problem));
}

const storageKey = 'backup';
const weekMs = 7 * 86_400_000;
/** So long (ms) one that failed rests, and one whose end nobody heard of counts as under way. */
const restMs = 3_600_000;

const instant = v.pipe(v.number(), v.finite());
const reader = partsOf({
  on: part(v.boolean()),
  triedAt: part(instant),
  lastAt: part(instant),
  lastName: part(v.string()),
  underWay: part(v.object({ id: v.number(), at: instant })),
  failure: part(v.picklist(['backup_notAllowed_error', 'backup_notSaved_error'])),
});

/** What is stored of it; each part that cannot be read is absent. */
export function readBackup(raw: unknown): Backup {
  return { on: false, ...reader(isRecord(raw) ? raw : {}, '', []) };
}

/** Whether a copy is to be made at `now` (ms). A clock that was set back must not put the next one off for a year. */
export function isBackupDue({ on, lastAt, triedAt }: Backup, now: number): boolean {
  const isFar = (at: number | undefined, ms: number) => at === undefined || Math.abs(now - at) >= ms;
  return on && isFar(lastAt, weekMs) && isFar(triedAt, restMs);
}

export async function loadBackup(): Promise<Backup> {
  return readBackup((await browser.storage.local.get(storageKey))[storageKey]);
}

let last: Promise<unknown> = Promise.resolve();

/** Changes what is stored, one change after the other, and gives it as it is then. The background alone changes it. */
export function changeBackup(change: (before: Backup) => Backup): Promise<Backup> {
  const changing = last.then(async () => {
    const after = change(await loadBackup());
    await browser.storage.local.set({ [storageKey]: after });
    return after;
  });
  last = changing.catch(() => {});
  return changing;
}

/** Calls `tell` whenever it changes, until the signal ends. */
export function onBackup(tell: (backup: Backup) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && changes[storageKey]) tell(readBackup(changes[storageKey].newValue));
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}
