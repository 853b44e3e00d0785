import Dexie from 'dexie';
import type { ShopId } from '../chat/shop';
import { type Covered, coveredStretches } from './covered-stretches';
import type { LogDb } from './log-db';

/** Two signs of life this close together (ms) say that the page was watched in between: two missed alarms of a minute. */
export const coverageGapMs = 150_000;

/** Notes that the shop's page was being watched at `now` (ms): lengthens the newest stretch or begins one. */
export async function cover(db: LogDb, shop: ShopId, now: number): Promise<void> {
  // Not one from the future, which a wrong clock left behind.
  const newest = await db.coverage.where('[shop+from]').between([shop], [shop, now], true, true).last();
  if (!newest || now - newest.to > coverageGapMs) {
    await db.coverage.put({ shop, from: now, to: now });
    return;
  }
  if (now > newest.to) await db.coverage.put({ ...newest, to: now });
}

/** Notes that everything of a stretch (ms) was received, watched or not: history that the page brought has filled its gaps. */
export async function fill(db: LogDb, shop: ShopId, from: number, to: number): Promise<void> {
  const rows = await db.filled.where('[shop+from]').between([shop], [shop, to], true, true).toArray();
  const touched = rows.filter(row => row.to >= from);
  const union = {
    shop,
    from: Math.min(from, ...touched.map(row => row.from)),
    to: Math.max(to, ...touched.map(row => row.to)),
  };
  if (touched.length === 1 && touched[0]?.from === union.from && touched[0].to === union.to) return;
  await db.filled.bulkDelete(touched.map(row => [row.shop, row.from]));
  await db.filled.put(union);
}

export interface Coverage {
  /** Share (0 to 1) of the time since `since` of which what was written is known: the page was watched, or brought it later. */
  readonly share: number;
  /** The same of the time in which the page was really being watched. */
  readonly watched: number;
  /** ms: the window's start, or the first sign of life where that came later. */
  readonly since: number;
}

/** How much of `[from, now)` (ms) is covered. What came before Lekas was there is not held against it. */
export async function coverageOf(db: LogDb, shop: ShopId, from: number, now: number): Promise<Coverage> {
  const { since, stretches } = await coverageStrip(db, shop, from, now);
  if (now <= since) {
    const any = (await db.coverage.where('[shop+from]').between([shop], [shop, now], true, true).count()) > 0;
    return { share: any ? 1 : 0, watched: any ? 1 : 0, since };
  }
  const sum = (...kinds: Covered['is'][]) =>
    stretches.reduce((sum, { is, from, to }) => sum + (kinds.includes(is) ? to - from : 0), 0) / (now - since);
  return { share: Math.min(1, sum('watched', 'filled')), watched: Math.min(1, sum('watched')), since };
}

export interface CoverageStrip {
  /** ms; see Coverage. */
  readonly since: number;
  /** All of `[since, to)` in order, without a hole: watched, filled from history, or a gap. */
  readonly stretches: readonly Covered[];
}

/** What happened when, in `[from, to)` (ms): a strip that can be drawn. */
export async function coverageStrip(db: LogDb, shop: ShopId, from: number, to: number): Promise<CoverageStrip> {
  const upTo = (table: 'coverage' | 'filled') =>
    db[table].where('[shop+from]').between([shop, Dexie.minKey], [shop, to], true, true).toArray();
  const [watched, filled] = await Promise.all([upTo('coverage'), upTo('filled')]);
  const since = Math.max(from, watched[0]?.from ?? to);
  // The newest stretch goes on until a sign of life is overdue.
  const goingOn = watched.map(row => (to >= row.to && to - row.to <= coverageGapMs ? { ...row, to } : row));
  return { since, stretches: coveredStretches(goingOn, filled, since, to) };
}
