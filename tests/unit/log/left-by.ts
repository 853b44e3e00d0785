import Dexie from 'dexie';

/** A log as it was kept by one version: its tables in Dexie's notation, and their rows. */
export interface Kept {
  readonly version: number;
  readonly tables: Readonly<Record<string, { readonly keys: string; readonly rows: readonly object[] }>>;
}

let databases = 0;

/** A database as that version left it, made without any code of today's. Gives its name. */
export async function leftBy({ version, tables }: Kept): Promise<string> {
  const name = `lekas-of-version-${version}-${databases++}`;
  const old = new Dexie(name);
  old.version(version).stores(Object.fromEntries(Object.entries(tables).map(([table, { keys }]) => [table, keys])));
  await old.open();
  for (const [table, { rows }] of Object.entries(tables)) await old.table(table).bulkAdd(rows);
  old.close();
  return name;
}
