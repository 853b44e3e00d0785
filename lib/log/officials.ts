import Dexie from 'dexie';
import { zoneOfMarket } from '../chat/market-zone';
import type { SeenOfficial } from '../chat/observation';
import type { OfficialMetric } from '../chat/official-metric';
import { type ShopId, shopParts } from '../chat/shop';
import { untimely } from '../chat/untimely';
import { localDay } from '../rates/local-day';
import { shownWithin } from '../rates/shown-within';
import type { PublishedRule } from '../rules/rule';
import type { LogDb, OfficialRow } from './log-db';

/** What platforms show of a rule, by the rule's id in the list. */
const seenAs: Readonly<Record<string, OfficialMetric>> = {
  'tiktok-shop/12h': 'response-rate-12h',
  'feige/mean-response': 'mean-response',
};

const measures = {
  'waiting-chats': 'count',
  'response-rate-12h': 'share',
  'mean-response': 'mean',
  dissatisfaction: 'share',
} satisfies Record<OfficialMetric, 'count' | 'share' | 'mean'>;

/** Keeps figures that a page showed: of a day the newest. Inside a transaction of the caller's. */
export async function noteOfficials(db: LogDb, shop: ShopId, seen: readonly SeenOfficial[]): Promise<void> {
  for (const { metric, value, at } of seen) {
    const row = { shop, metric, source: 'seen' as const, day: dayOf(shop, at), at, value };
    const before = await db.officials.get([shop, metric, row.day, row.source]);
    if (!before || before.at <= at) await db.officials.put({ ...row, within: shownWithin(value, measures[metric]) });
  }
}

/** A figure of the platform's that the seller typed in. */
export interface TypedOfficial {
  /** A share between 0 and 1, or seconds of a mean. */
  readonly value: number;
  /** ms: as of when. */
  readonly at: number;
  /** Days it covers, where the platform says so. */
  readonly days?: number;
}

export type TypedFailure = 'official_value_error' | 'official_date_error' | 'official_days_error';

/** Keeps a figure that was typed in: of a day the last. Refused with the key of the words that say why. */
export async function typeOfficial(
  db: LogDb,
  shop: ShopId,
  rule: PublishedRule,
  { value, at, days }: TypedOfficial,
  now: number,
): Promise<{ ok: true } | { ok: false; key: TypedFailure }> {
  const { measure } = rule;
  if (!(value >= 0) || value > (measure === 'share' ? 1 : 366 * 86_400))
    return { ok: false, key: 'official_value_error' };
  if (!Number.isFinite(at) || at > now || untimely(at, now)) return { ok: false, key: 'official_date_error' };
  if (days !== undefined && !(Number.isInteger(days) && days >= 1 && days <= 366)) {
    return { ok: false, key: 'official_days_error' };
  }
  const metric = rule.presetOf ?? rule.id;
  const row = { shop, metric, source: 'typed' as const, day: dayOf(shop, at), at, value };
  await db.officials.put({ ...row, within: shownWithin(value, measure), ...(days !== undefined && { days }) });
  return { ok: true };
}

/** Takes a figure back that was typed in by mistake. */
export async function dropOfficial(
  db: LogDb,
  { shop, metric, day, source }: Pick<OfficialRow, 'shop' | 'metric' | 'day' | 'source'>,
): Promise<void> {
  await db.officials.delete([shop, metric, day, source]);
}

/** The platform's figures of a rule, seen and typed, the newest first. */
export async function officialsOf(db: LogDb, shop: ShopId, rule: PublishedRule): Promise<OfficialRow[]> {
  const id = rule.presetOf ?? rule.id;
  const metrics = [id, ...(seenAs[id] === undefined ? [] : [seenAs[id]])];
  const rows = await Promise.all(
    metrics.map(metric =>
      db.officials.where('[shop+metric+day+source]').between([shop, metric], [shop, metric, Dexie.maxKey]).toArray(),
    ),
  );
  return rows.flat().sort((a, b) => b.at - a.at);
}

const dayOf = (shop: ShopId, at: number) => localDay(at, zoneOfMarket(shopParts(shop)?.market ?? '')).key;
