import { browser } from 'wxt/browser';
import type { LogDb } from '../log/log-db';
import { onMessage, sendMessage } from '../messaging/messenger';
import type { CopyOrder, MadeCopy } from '../messaging/protocol';
import { isScreen } from '../screens/is-screen';
import { type Backup, type BackupFailure, changeBackup, copyPermission, isBackupDue, loadBackup } from './backup';
import { makeCopy } from './make-copy';

/**
 * Saves a copy of the log where one is due. A worker of Chrome can make no file, so a page that is never seen makes it there;
 * Firefox's event page makes it itself. Each step begins with an event of the browser, so that a worker may end between any two.
 */
export async function backUpIfDue(db: LogDb, now: number): Promise<void> {
  if (!isBackupDue(await loadBackup(), now)) return;
  if (!(await browser.permissions.contains(copyPermission))) {
    return end(before => ({ ...before, triedAt: now, failure: 'backup_notAllowed_error' }));
  }
  const makesFiles = typeof URL.createObjectURL === 'function';
  // Chrome allows one unseen page. The one that sounds is gone in half a minute, and this is asked every minute.
  if (!makesFiles && (!browser.offscreen || (await browser.offscreen.hasDocument()))) return;
  await changeBackup(before => ({ ...before, triedAt: now }));
  const { settings = {} } = await browser.storage.local.get<{ settings?: object }>('settings');
  const order: CopyOrder = { settings, at: now };
  if (makesFiles) return saveMade(await makeCopy(db, order));
  await browser.offscreen.createDocument({
    url: '/unseen.html',
    reasons: ['BLOBS'],
    justification: 'Writes the weekly copy of the log as a file.',
  });
  await sendMessage('makeCopy', order);
}

/** Hears what the unseen page has made, what the settings page asks for, and how saving a file ends. For the first tick. */
export function followBackup(db: LogDb): void {
  onMessage('copyMade', async ({ data, sender }) => {
    if (isScreen(sender)) await saveMade(data);
  });
  onMessage('backUp', async ({ data, sender }) => {
    if (!isScreen(sender)) return { ok: false };
    // What failed before says nothing of now.
    await changeBackup(({ triedAt: _, failure: __, ...before }) => ({ ...before, on: data.on === true }));
    void backUpIfDue(db, Date.now()).catch(complain);
    return { ok: true };
  });
  followDownloads();
  browser.permissions.onAdded.addListener(followDownloads);
}

/**
 * Until the seller allows it there is nothing to listen to, and what was given back and allowed again tells of itself anew. The same
 * listener twice is one.
 */
function followDownloads(): void {
  browser.downloads?.onChanged.addListener(onDownload);
}

function onDownload({ id, state }: { id: number; state?: object | undefined }): void {
  if (state) void settle(id).catch(complain);
}

async function saveMade({ url, at }: MadeCopy): Promise<void> {
  followDownloads();
  if (url === null) return fail('backup_notSaved_error');
  try {
    // Dated, and never over another: a copy of a log that was lost must not replace the one from before.
    const filename = `Lekas/lekas-${new Date(at).toISOString().slice(0, 10)}.jsonl`;
    const id = await browser.downloads.download({ url, filename, conflictAction: 'uniquify', saveAs: false });
    await changeBackup(before => ({ ...before, underWay: { id, at } }));
    // A small file was saved before anybody could be told.
    await settle(id);
  } catch (problem) {
    complain(problem);
    await fail('backup_notSaved_error');
  }
}

/** Notes how saving has ended, where it has. */
async function settle(id: number): Promise<void> {
  const { underWay } = await loadBackup();
  if (underWay?.id !== id) return;
  const [item] = await browser.downloads.search({ id });
  if (item?.state === 'in_progress') return;
  if (item?.state !== 'complete') return fail('backup_notSaved_error');
  const lastName = item.filename.split(/[\\/]/).at(-1) ?? '';
  await end(({ failure: _, ...before }) => ({ ...before, lastAt: underWay.at, lastName }));
}

const fail = (failure: BackupFailure) => end(before => ({ ...before, failure }));

async function end(change: (before: Backup) => Backup): Promise<void> {
  await changeBackup(before => {
    const { underWay: _, ...after } = change(before);
    return after;
  });
  // The file stands at an address of that page, and goes with it.
  if (await browser.offscreen?.hasDocument()) await browser.offscreen.closeDocument();
}

const complain = (problem: unknown) => console.error('Lekas could not save its weekly copy', problem);
