import Dexie from 'dexie';
import type { ShopId } from '../chat/shop';
import { rulesFor } from '../rules/rules-for';
import type { LogDb, ShopRow } from './log-db';
import { type CountedBy, type CountedRule, countedRules, countingVersion } from './rule-key';

/** What the conversations of a shop are counted for. */
export interface Books {
  /** Whole in the tallies, and kept so: the figures on screen. */
  readonly kept: readonly CountedRule[];
  /** Being counted: whole once every conversation has had this turn. */
  readonly next: readonly CountedRule[];
  readonly turn: number;
}

/** Tallies that older code made are shown until they are counted again, but nothing is added to them. */
export function booksOf({ complete, again, turn }: ShopRow): Books {
  const kept = complete.version === countingVersion ? countedRules(complete) : [];
  const keys = keysOf(kept);
  const next = again ? countedRules(again.wanted).filter(({ key }) => !keys.has(key)) : [];
  return { kept, next, turn };
}

/**
 * The row of a shop, new or as it is; where `wanted` is not what its tallies hold, a counting again is begun. Without
 * `wanted` the shop goes on being counted as it was. Inside a transaction of the caller's.
 */
export async function openBooks(db: LogDb, shop: ShopId, wanted: CountedBy | undefined, now: number): Promise<ShopRow> {
  const known = await db.shops.get(shop);
  const row = known ?? { shop, firstSeenAt: now, complete: nothingCounted, turn: 0 };
  if (!known) await db.shops.add(row);
  const { complete, again, turn } = row;
  const { rules, holidays } = wanted ?? usualFor(row);
  const asked = { rules, holidays, version: countingVersion };
  if (isSame(again?.wanted ?? complete, asked)) return row;

  const keys = [...keysOf(countedRules(asked))];
  const of = await conversationsOf(db, shop).count();
  const { kept } = booksOf(row);
  if (of === 0 || keys.every(key => keysOf(kept).has(key))) return completed(db, row, asked);
  if (again && isSame([...keysOf(countedRules(again.wanted))], keys)) {
    return change(db, { ...row, again: { ...again, wanted: asked } });
  }
  // Of a counting that was broken off nothing may be left: this one begins from none.
  await clearTallies(db, row);
  return change(db, { ...row, turn: turn + 1, again: { wanted: asked, done: 0, of } });
}

/** From here on this is what screens show; tallies of anything else go. Inside a transaction of the caller's. */
export async function completed(db: LogDb, { again: _, ...row }: ShopRow, by: ShopRow['complete']): Promise<ShopRow> {
  const after = await change(db, { ...row, complete: by });
  await clearTallies(db, after);
  return after;
}

/**
 * What screens show of a shop that is wanted counted by `wanted`: that, once it is whole, and until then what is. Without
 * a row, or where nothing was ever counted, there is nothing that could be wrong.
 */
export function shownBy<R extends CountedBy>(row: ShopRow | undefined, wanted: R): R | CountedBy {
  if (!row || row.complete.rules.length === 0) return wanted;
  const keys = keysOf(booksOf(row).kept);
  return [...keysOf(countedRules(wanted))].every(key => keys.has(key)) ? wanted : row.complete;
}

/** Nothing was ever counted: a shop that was seen and said nothing yet. */
export const nothingCounted: ShopRow['complete'] = { rules: [], holidays: [], version: countingVersion };

export const keysOf = (counted: readonly CountedRule[]): ReadonlySet<string> => new Set(counted.map(({ key }) => key));

export const conversationsOf = (db: LogDb, shop: ShopId) =>
  db.conversations.where('[shop+conversation]').between([shop], [shop, Dexie.maxKey]);

/** As it was counted, or was being counted last; by the list where it never was. */
const usualFor = ({ shop, complete, again }: ShopRow): CountedBy =>
  again?.wanted ?? (complete.rules.length > 0 ? complete : rulesFor(shop));

async function change(db: LogDb, row: ShopRow): Promise<ShopRow> {
  await db.shops.put(row);
  return row;
}

async function clearTallies(db: LogDb, { shop, complete }: ShopRow): Promise<void> {
  const keys = keysOf(countedRules(complete, complete.version));
  const tallies = db.tallies.where('[shop+rule+day]').between([shop], [shop, Dexie.maxKey]);
  await db.tallies.bulkDelete((await tallies.primaryKeys()).filter(([, rule]) => !keys.has(rule)));
}

// Structured cloning and JSON agree on all that a rule holds; a holiday without an end is `null` in both texts.
const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
