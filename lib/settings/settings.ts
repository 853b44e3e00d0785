import * as v from 'valibot';
import { type Browser, browser } from 'wxt/browser';
import { isShopId, type ShopId } from '../chat/shop';
import type { Counting } from '../rules/counting';
import { readCounting } from './counting';
import { eachOf, isRecord, part, partsOf } from './read-parts';
import { type Reminding, readReminding } from './reminding';
import { united } from './united';

export interface Settings {
  /** The language of every screen; absent: the browser's. */
  readonly locale?: string;
  /** The window the popup shows, in days. */
  readonly days?: 7 | 30;
  /** The shop the popup showed last, or all of them. */
  readonly shop?: ShopId | 'all';
  /** Days that messages are kept. */
  readonly keepDays?: number;
  /** How each shop is counted, where that is not as the list of rules has it. */
  readonly counting?: Readonly<Partial<Record<ShopId, Counting>>>;
  readonly reminding: Reminding;
}

const reader = partsOf({
  locale: part(v.string()),
  days: part(v.picklist([7, 30])),
  shop: part(v.custom<ShopId | 'all'>(value => value === 'all' || isShopId(value))),
  keepDays: part(v.pipe(v.number(), v.integer(), v.minValue(30), v.maxValue(3660))),
  counting: eachOf(isShopId, readCounting),
});

const storageKey = 'settings';

/** The settings as stored; see `readSettings`. */
export async function loadSettings(): Promise<Settings> {
  return readSettings(await storedSettings());
}

/** Each part that cannot be read falls back to its default alone: a setting is no reason for a blank screen. */
export function readSettings(raw: unknown): Settings {
  return { ...reader(raw ?? {}, '', []), reminding: readReminding(isRecord(raw) ? raw.reminding : undefined) };
}

/** The settings as another Lekas exported them, for those that were not set here. */
export async function adoptSettings(raw: unknown): Promise<void> {
  await browser.storage.local.set({ [storageKey]: united(await storedSettings(), readSettings(raw)) });
}

/** The paths of the parts that fell back, `counting.shopee/ID/7.zone`; none where all was understood. */
export function unreadableSettings(raw: unknown): readonly string[] {
  const unreadable: string[] = [];
  reader(raw ?? {}, '', unreadable);
  return unreadable;
}

/** Writes these parts. The others stay as stored, also those that are not understood: a newer version may know them. */
export async function saveSettings(change: Partial<Settings>): Promise<void> {
  await write(await storedSettings(), change);
}

/** Changes how one shop is counted; all others stay as they are. */
export async function changeCounting(shop: ShopId, change: (counting: Counting) => Counting): Promise<void> {
  const stored = await storedSettings();
  const before = isRecord(stored) && isRecord(stored.counting) ? stored.counting : {};
  const counting = readSettings(stored).counting?.[shop] ?? {};
  await write(stored, { counting: { ...before, [shop]: change(counting) } });
}

/** Changes these parts of reminding; all others stay as they are. */
export async function changeReminding(change: Partial<Reminding>): Promise<void> {
  const stored = await storedSettings();
  await write(stored, { reminding: { ...readSettings(stored).reminding, ...change } });
}

/** Calls `tell` when the settings change, here or on another page of the extension, until the signal ends. */
export function onSettings(tell: (settings: Settings) => void, signal?: AbortSignal): void {
  const listener = (changes: Record<string, Browser.storage.StorageChange>, area: string) => {
    if (area === 'local' && storageKey in changes) tell(readSettings(changes[storageKey]?.newValue));
  };
  browser.storage.onChanged.addListener(listener);
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}

async function storedSettings(): Promise<unknown> {
  return (await browser.storage.local.get(storageKey))[storageKey];
}

async function write(stored: unknown, change: object): Promise<void> {
  await browser.storage.local.set({ [storageKey]: { ...(isRecord(stored) ? stored : {}), ...change } });
}
