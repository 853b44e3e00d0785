import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { roundRowsOf } from '../../unit/log/round-rows.ts';

interface Kept {
  readonly tables: Readonly<Record<string, { readonly keys: string }>>;
}

const folder = join(import.meta.dirname, '../../unit/log/versions');

/** What a version of the log kept, by the log that it left behind: each table with its keys in Dexie's notation. */
function tablesOf(version: number): (readonly [table: string, keys: string])[] {
  const { tables } = JSON.parse(readFileSync(join(folder, `${version}.json`), 'utf8')) as Kept;
  return Object.entries(tables).map(([table, { keys }]) => [table, keys]);
}

/**
 * Puts a log of an older version in the place of the one that is there, with the rows that it could keep: what a seller has who
 * updates today. For a page of the extension beside its own code, which need not stand still: it finds its log closed.
 */
export function madeOlder(version: number): string {
  // Dexie counts in tenths.
  return `(async (tables, version) => {
    const answer = (request, what) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
      let blocked = '';
      request.onblocked = () => (blocked = ', blocked by who has it open');
      setTimeout(() => reject(new Error(what + ': no answer for 20 s' + blocked)), 20_000);
    });
    const path = keys => (keys.startsWith('[') ? keys.slice(1, -1).split('+') : keys);
    const log = await answer(indexedDB.open('lekas'), 'opening the log');
    const reading = log.transaction([...log.objectStoreNames]);
    const rows = new Map();
    for (const [table] of tables) {
      // One that nobody opened yet since it became older has no later table.
      const has = name => log.objectStoreNames.contains(name);
      const rowsOf = async name => (has(name) ? answer(reading.objectStore(name).getAll(), 'reading ' + name) : []);
      const isOfSessions = table === 'rounds' && has('sessions');
      rows.set(table, isOfSessions ? (await rowsOf('sessions')).flatMap(${roundRowsOf}) : await rowsOf(table));
    }
    log.close();
    // Asked for at once, so that nobody else opens one in between.
    const deleting = answer(indexedDB.deleteDatabase('lekas'), 'deleting the log');
    const opening = indexedDB.open('lekas', version * 10);
    opening.onupgradeneeded = () => {
      for (const [table, keys] of tables) {
        const [primary, ...indexes] = keys.split(', ');
        const store = opening.result.createObjectStore(table, { keyPath: path(primary) });
        for (const index of indexes) store.createIndex(index, path(index));
        for (const row of rows.get(table)) store.put(row);
      }
    };
    await deleting;
    (await answer(opening, 'making the older one')).close();
  })(${JSON.stringify(tablesOf(version))}, ${version})`;
}
