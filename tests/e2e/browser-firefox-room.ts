/**
 * In Firefox's own window: all that sites and extensions keep may take one kilobyte, which it does already, or as much as ever.
 * The limit is heard when the storage starts, so that is started anew, which closes every database that is open.
 */
export function roomExpression(room: 'full' | 'free'): string {
  const limit = 'dom.quotaManager.temporaryStorage.fixedLimit';
  const set = room === 'full' ? `Services.prefs.setIntPref('${limit}', 1)` : `Services.prefs.clearUserPref('${limit}')`;
  return `new Promise((resolve, reject) => {
    ${set};
    // A browser that is closed meanwhile and too slow would be ended, and would start with the limit of before.
    Services.prefs.savePrefFile(null);
    Services.prefs.setBoolPref('dom.quotaManager.testing', true);
    const starting = Services.qms.reset();
    starting.callback = () => (starting.resultCode === 0 ? resolve(true) : reject(new Error(String(starting.resultCode))));
  })`;
}
