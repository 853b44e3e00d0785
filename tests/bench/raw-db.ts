/** A database without Dexie between; `create` where it may be new. */
export function openRaw(name: string, create?: (db: IDBDatabase) => void): Promise<IDBDatabase> {
  const opening = indexedDB.open(name);
  opening.onupgradeneeded = () => create?.(opening.result);
  return rawAnswer(opening);
}

export function rawAnswer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Until a transaction is committed. */
export function rawDone(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

/** Meets every row of a table, one after the other. */
export function rawCursor(db: IDBDatabase, table: string, meet: (row: unknown) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const asking = db.transaction(table).objectStore(table).openCursor();
    asking.onerror = () => reject(asking.error);
    asking.onsuccess = () => {
      const cursor = asking.result;
      if (!cursor) return resolve();
      meet(cursor.value);
      cursor.continue();
    };
  });
}
