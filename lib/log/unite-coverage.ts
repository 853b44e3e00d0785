import Dexie from 'dexie';
import type { ShopId } from '../chat/shop';
import type { CoverageRow, LogDb } from './log-db';

/** Adds stretches of coverage to a shop's own: what two computers watched at once was watched once. */
export async function uniteCoverage(db: LogDb, shop: ShopId, added: readonly Omit<CoverageRow, 'is'>[]): Promise<void> {
  if (added.length === 0) return;
  const before = await db.coverage.where('[shop+from]').between([shop], [shop, Dexie.maxKey]).toArray();
  const all = [...before, ...added.map(({ from, to }) => ({ shop, from, to }))].sort((a, b) => a.from - b.from);
  const united: CoverageRow[] = [];
  for (const row of all) {
    const last = united.at(-1);
    if (last && row.from <= last.to) united[united.length - 1] = { ...last, to: Math.max(last.to, row.to) };
    else united.push(row);
  }
  const kept = new Set(united.map(({ from }) => from));
  await db.coverage.bulkDelete(
    before.filter(({ from }) => !kept.has(from)).map(({ from }): [ShopId, number] => [shop, from]),
  );
  await db.coverage.bulkPut(united);
}
