/** Everything the extension keeps: every table of its database, and its storage. */
export const kept = `(async () => {
  const api = globalThis.browser ?? globalThis.chrome;
  const names = (await indexedDB.databases()).map(({ name }) => name);
  const rows = [];
  for (const name of names) {
    const db = await new Promise((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    for (const store of db.objectStoreNames) {
      rows.push(await new Promise((resolve, reject) => {
        const reading = db.transaction(store).objectStore(store).getAll();
        reading.onsuccess = () => resolve(reading.result);
        reading.onerror = () => reject(reading.error);
      }));
    }
    db.close();
  }
  return JSON.stringify([rows, await api.storage.local.get()]);
})()`;
