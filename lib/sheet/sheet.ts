import { browser } from 'wxt/browser';
import type { CasesShown } from '../log/cases-query';
import type { Overview } from '../log/overview';
import { localDay } from '../rates/local-day';
import type { Settings } from '../settings/settings';
import type { TroubleTold } from '../storage/log-troubles';

/**
 * All that the popup shows, kept ready by the background for as long as the browser runs, and never on the disk: to open a
 * database and to read it would take most of the time until a popup is there.
 */
export interface Sheet {
  /** ms: as of when it is. */
  readonly at: number;
  /** ms: until then waiting alone changes nothing that stands on it, or has for a few seconds at most. */
  readonly goodUntil: number;
  /** The settings it was made by; see `settingsMark`. */
  readonly by: string;
  /** `null`: the log could not be read. */
  readonly overview: Overview | null;
  readonly cases: CasesShown | null;
  /** What is wrong with the log as a whole; `null` where nothing is. */
  readonly trouble: TroubleTold | null;
}

export const sheetKey = 'sheet';

/** A background that lives makes it anew every minute: one that is older (ms) was made by none that does. */
const longestMs = 90_000;

/** Nobody sees a verdict sooner (ms) than that: with many who wait a deadline passes every second. */
const shortestMs = 5000;

/** Two settings with the same mark make the same sheet of the same log. */
export const settingsMark = (settings: Settings): string => JSON.stringify(settings);

/**
 * The first instant (ms) after `now` at which something shown changes by waiting alone: a deadline passes, or a window moves on.
 * At least 5 s ahead.
 */
export function goodUntil({ shops, shown }: Overview, now: number): number {
  const rates =
    shown?.is === 'shop' ? [...shown.rates, ...shown.more] : (shown?.shops.flatMap(shop => shop.rates) ?? []);
  const judged = shown?.is === 'shop' ? shown.rates.map(({ judgedNext }) => judgedNext?.at) : [];
  const changes = [
    now + longestMs,
    ...shops.map(({ nearestDeadline }) => nearestDeadline),
    ...(shown?.waiting.map(({ deadline }) => deadline) ?? []),
    ...rates.flatMap(({ rule, firstDeadline }) => [firstDeadline, localDay(now, rule.zone).end]),
    ...judged,
  ];
  const ahead = changes.filter(at => at !== null && at !== undefined && at > now).map(Number);
  return Math.max(now + shortestMs, Math.min(...ahead));
}

/** Whether what stands on a sheet is so at `now` (ms), under these settings. */
export const isGood = (sheet: Sheet, settings: Settings, now: number): boolean =>
  sheet.by === settingsMark(settings) && sheet.at <= now && now < sheet.goodUntil;

/** The sheet as the background left it; `null` where there is none, as when the browser was just started. */
export async function storedSheet(): Promise<Sheet | null> {
  const { [sheetKey]: stored } = await browser.storage.session.get(sheetKey);
  return isSheet(stored) ? stored : null;
}

/** Kept by this very version of Lekas: what an older one kept is gone with its update. */
export const isSheet = (stored: unknown): stored is Sheet =>
  typeof stored === 'object' && stored !== null && 'goodUntil' in stored;
