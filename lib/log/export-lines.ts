import Dexie, { type Table } from 'dexie';
import type { ShopId } from '../chat/shop';
import { type ExportRow, exportVersion } from './export-row';
import type { LogDb, ShopRow } from './log-db';
import type { Wait } from './wait-after';

const pageSize = 500;

/**
 * Everything the log holds that cannot be made again from the rest, as lines of JSON, a few hundred at a time: who wrote
 * when, what is known of each conversation, when the page was watched, what the platform showed, which cases are tracked. The
 * last line says how many rows there are, so that a file which breaks off is known for one.
 */
export async function* exportLines(db: LogDb, settings: object, now: number): AsyncGenerator<string> {
  yield line({ is: 'lekas', version: exportVersion, exportedAt: now });
  yield line({ is: 'settings', settings });
  let rows = 1;
  const cases = (await db.cases.toArray()).map((row): ExportRow => ({ is: 'case', ...row }));
  rows += cases.length;
  yield cases.map(line).join('');
  for (const shop of await db.shops.toArray()) {
    for await (const some of rowsOf(db, shop)) {
      rows += some.length;
      yield some.map(line).join('');
    }
  }
  yield line({ is: 'end', rows });
}

const line = (row: object) => `${JSON.stringify(row)}\n`;

async function* rowsOf(db: LogDb, { shop, firstSeenAt }: ShopRow): AsyncGenerator<readonly ExportRow[]> {
  yield [{ is: 'shop', shop, firstSeenAt }];
  const marks: ExportRow[] = [];
  for await (const some of pagesOf(db.conversations, shop)) {
    const rows: ExportRow[] = [];
    for (const { setAside, blockedByHand, wait, promisedAt: _, judgedAt: __, turn: ___, ...row } of some) {
      rows.push({ is: 'conversation', ...row, ...waitOf(wait) });
      if (setAside === undefined && blockedByHand === undefined) continue;
      const { conversation } = row;
      marks.push({
        is: 'mark',
        shop,
        conversation,
        ...(setAside !== undefined && { setAside }),
        ...(blockedByHand !== undefined && { blocked: blockedByHand }),
      });
    }
    yield rows;
  }
  let oldest = Number.POSITIVE_INFINITY;
  for await (const some of pagesOf(db.messages, shop)) {
    oldest = some.reduce((least, { sentAt }) => Math.min(least, sentAt), oldest);
    yield some.map(row => ({ is: 'message', ...row }));
  }
  // After the messages: there is nothing to mark before them.
  yield marks;
  yield (await rangeOf(db.untimely, shop).toArray()).map(row => ({ is: 'untimely', ...row }));
  yield (await rangeOf(db.coverage, shop).toArray()).map(row => ({ is: 'coverage', ...row }));
  yield (await rangeOf(db.filled, shop).toArray()).map(row => ({ is: 'filled', ...row }));
  yield (await rangeOf(db.officials, shop).toArray()).map(row => ({ is: 'official', ...row }));
  // A day on which nothing is left to count again, in any zone.
  const gone = new Date(oldest - 2 * 86_400_000);
  const before = Number.isFinite(oldest) ? gone.toISOString().slice(0, 10) : '9999';
  for await (const some of pagesOf(db.tallies, shop)) {
    yield some.filter(({ day }) => day < before).map(row => ({ is: 'tally', ...row }));
  }
}

function waitOf(wait: Wait | null | undefined) {
  if (wait === undefined) return {};
  if (!wait?.since) return { waiting: wait !== null };
  return { waiting: true, waitingSince: wait.since.at, waitingUncertain: wait.since.uncertain };
}

const rangeOf = <T, K>(table: Table<T, K>, shop: ShopId) =>
  table.where(':id').between([shop], [shop, Dexie.maxKey], true, true);

/** The rows of a shop in the order of their keys, which begin with the shop. */
async function* pagesOf<T extends { readonly shop: ShopId }, K>(table: Table<T, K>, shop: ShopId) {
  let from: unknown = [shop];
  for (let first = true; ; first = false) {
    const page = await table.where(':id').between(from, [shop, Dexie.maxKey], first, true).limit(pageSize).toArray();
    const last = page.at(-1);
    if (!last) return;
    yield page;
    from = Dexie.getByKeyPath(last, table.schema.primKey.keyPath ?? '');
  }
}
