import type { Observation } from '../chat/observation';
import type { ShopId } from '../chat/shop';
import type { Holidays } from '../rates/verdict';
import type { Rule } from '../rules/rule';
import { fill } from './coverage';
import type { ExportRow } from './export-row';
import type { LogDb } from './log-db';
import { markConversation } from './mark-conversation';
import { record } from './record';
import { uniteCoverage } from './unite-coverage';

interface ImportRowsArgs {
  /** How a shop is counted here. */
  rulesOf(shop: ShopId): { readonly rules: readonly Rule[]; readonly holidays: Holidays };
  /** ms. */
  readonly now: number;
}

type ShopRow = Exclude<ExportRow, { is: 'settings' | 'case' }>;

/**
 * Adds exported rows to the log, in one transaction: all of them or, where one cannot be written, none. Nothing that is
 * there is replaced: messages and conversations are seen once more, as by a page; stretches of coverage are united; of a case
 * that is in both, what was changed last holds. A settings row is not the log's and is passed over.
 */
export async function importRows(db: LogDb, rows: readonly ExportRow[], args: ImportRowsArgs): Promise<void> {
  const ofShops = Map.groupBy(
    rows.filter((row): row is ShopRow => row.is !== 'settings' && row.is !== 'case'),
    ({ shop }) => shop,
  );
  await db.transaction('rw', db.tables, async () => {
    for (const [shop, some] of ofShops) await importShop(db, shop, some, args);
    for (const row of rows) if (row.is === 'case') await importCase(db, row);
  });
}

async function importCase(db: LogDb, { is: _, ...row }: Extract<ExportRow, { is: 'case' }>): Promise<void> {
  const known = await db.cases.get(row.id);
  if (!known || known.changedAt < row.changedAt) await db.cases.put(row);
}

async function importShop(
  db: LogDb,
  shop: ShopId,
  rows: readonly ShopRow[],
  { rulesOf, now }: ImportRowsArgs,
): Promise<void> {
  const { rules, holidays } = rulesOf(shop);
  await record(db, rows.flatMap(observationOf), { shop, rules, holidays, now });
  const firstSeenAt = Math.min(...rows.flatMap(row => (row.is === 'shop' ? [row.firstSeenAt] : [])));
  const known = await db.shops.get(shop);
  if (known && firstSeenAt < known.firstSeenAt) await db.shops.update(shop, { firstSeenAt });
  await uniteCoverage(
    db,
    shop,
    rows.flatMap(row => (row.is === 'coverage' ? [row] : [])),
  );
  for (const row of rows) {
    if (row.is === 'tally') {
      const { is: _, ...tally } = row;
      // A day that was counted here was counted from messages: it is left alone.
      if (!(await db.tallies.get([shop, tally.rule, tally.day]))) await db.tallies.add(tally);
    } else if (row.is === 'filled') {
      await fill(db, shop, row.from, row.to);
    } else if (row.is === 'official') {
      const { is: _, ...official } = row;
      const known = await db.officials.get([shop, row.metric, row.day, row.source]);
      // Of a day the newest, as when a page shows it.
      if (!known || known.at < row.at) await db.officials.put(official);
    } else if (row.is === 'untimely') {
      const { is: _, ...untimely } = row;
      if (!(await db.messages.get([shop, row.conversation, row.id]))) await db.untimely.put(untimely);
    } else if (row.is === 'mark') {
      await markAsThere(db, shop, row, now);
    }
  }
}

/** What another computer's seller said of a conversation, where nothing was said of it here. */
async function markAsThere(db: LogDb, shop: ShopId, mark: Extract<ExportRow, { is: 'mark' }>, now: number) {
  const { conversation, setAside, blocked } = mark;
  const row = await db.conversations.get([shop, conversation]);
  if (!row) return;
  await markConversation(
    db,
    shop,
    conversation,
    {
      ...(row.setAside === undefined && setAside !== undefined && { setAside }),
      ...(row.blockedByHand === undefined && blocked !== undefined && { blocked }),
    },
    now,
  );
}

function observationOf(row: ShopRow): Observation[] {
  switch (row.is) {
    case 'message': {
      const { shop: _, ...seen } = row;
      return [seen];
    }
    case 'conversation': {
      const { shop: _, seenAt, ...seen } = row;
      // What was never seen says nothing besides its messages.
      return seenAt === undefined ? [] : [{ ...seen, sense: 'network', at: seenAt }];
    }
    default:
      return [];
  }
}
