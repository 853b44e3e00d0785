import { browser } from 'wxt/browser';
import { giveBackPermission } from '../backup/backup';
import { readRow } from '../log/export-row';
import { importRows } from '../log/import-rows';
import type { LogDb } from '../log/log-db';
import { troubleIn } from '../log/log-trouble';
import { wipe } from '../log/wipe';
import { onMessage } from '../messaging/messenger';
import { rulesBy } from '../settings/rules-by';
import { loadSettings } from '../settings/settings';
import { sheetKey } from '../sheet/sheet';
import { deletedByHand } from '../storage/log-birth';
import { noteWritten } from '../storage/log-troubles';
import { keepCaseDraft } from './case-draft';
import { isScreen } from './is-screen';

interface DataArgs {
  /** Called when what waits or is due may be another. */
  changed(): Promise<unknown>;
  /** Lets go of what is too old; nobody waits for it. */
  retain(): Promise<void>;
}

/** Answers what the settings page asks of the log: its pages read, and the background alone writes. */
export function answerData(db: LogDb, { changed, retain }: DataArgs): void {
  onMessage('importRows', async ({ data, sender }) => {
    if (!isScreen(sender)) return { ok: false };
    const rows = data.map(readRow).filter(row => row !== null && row.is !== 'end');
    if (rows.length !== data.length) return { ok: false };
    await importRows(db, rows, { rulesOf: rulesBy(await loadSettings()), now: Date.now() });
    await changed();
    return { ok: true };
  });

  onMessage('retain', ({ sender }) => {
    if (!isScreen(sender)) return { ok: false };
    void retain();
    return { ok: true };
  });

  onMessage('wipe', async ({ sender }) => {
    if (!isScreen(sender)) return { ok: false };
    await deletedByHand(async () => {
      // One that cannot be opened cannot be emptied either.
      await wipe(db).catch(problem =>
        ['unreadable', 'newer'].includes(troubleIn(problem) ?? '')
          ? db.delete({ disableAutoOpen: false })
          : Promise.reject(problem),
      );
      await browser.storage.local.clear();
    });
    await browser.storage.session?.remove(sheetKey);
    await noteWritten();
    await keepCaseDraft(null);
    await giveBackPermission();
    await changed();
    return { ok: true };
  });
}
