import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const limit = 'dom.quotaManager.temporaryStorage.fixedLimit';

/**
 * In Firefox's own window: all that sites and extensions keep may take one kilobyte, which it does already, or as much as ever.
 * The limit is heard when the storage starts, so that is started anew, which closes every database that is open.
 */
export function roomExpression(room: 'full' | 'free'): string {
  const set = room === 'full' ? `Services.prefs.setIntPref('${limit}', 1)` : `Services.prefs.clearUserPref('${limit}')`;
  return `new Promise((resolve, reject) => {
    ${set};
    Services.prefs.setBoolPref('dom.quotaManager.testing', true);
    const starting = Services.qms.reset();
    starting.callback = () => (starting.resultCode === 0 ? resolve(true) : reject(new Error(String(starting.resultCode))));
  })`;
}

/** The same in a profile that no Firefox uses now: whoever started the last one left its settings as they were at that start. */
export async function keepRoom(profile: string, room: 'full' | 'free'): Promise<void> {
  const path = join(profile, 'prefs.js');
  const others = (await readFile(path, 'utf8')).split('\n').filter(line => !line.includes(limit));
  const ours = room === 'full' ? [`user_pref("${limit}", 1);`, ''] : [];
  await writeFile(path, [...others, ...ours].join('\n'));
}
