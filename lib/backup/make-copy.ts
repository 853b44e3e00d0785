import { exportLines } from '../log/export-lines';
import type { LogDb } from '../log/log-db';
import type { CopyOrder, MadeCopy } from '../messaging/protocol';
import { blobOf } from './blob-of';

/** The whole log as a file that stands at an address of this page, until the page is gone; `url` is `null` where it failed. */
export async function makeCopy(db: LogDb, { settings, at }: CopyOrder): Promise<MadeCopy> {
  try {
    return { at, url: URL.createObjectURL(await blobOf(exportLines(db, settings, at), 'jsonl')) };
  } catch (problem) {
    console.error('Lekas could not make its weekly copy', problem);
    return { at, url: null };
  }
}
