import * as v from 'valibot';
import { type Browser, browser } from 'wxt/browser';
import { isShopId, type ShopId } from '../chat/shop';

const schema = v.object({
  /** The language of every screen; absent: the browser's. */
  locale: v.exactOptional(v.string()),
  /** The window the popup shows, in days. */
  days: v.exactOptional(v.picklist([7, 30])),
  /** The shop the popup showed last. */
  shop: v.exactOptional(v.custom<ShopId>(isShopId)),
});

export type Settings = v.InferOutput<typeof schema>;

const storageKey = 'settings';

/** The settings as stored. What cannot be read falls back to its default: a setting is no reason for a blank screen. */
export async function loadSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(storageKey);
  return readSettings(stored[storageKey]);
}

export function readSettings(raw: unknown): Settings {
  const parsed = v.safeParse(schema, raw ?? {});
  return parsed.success ? parsed.output : {};
}

export async function saveSettings(change: Partial<Settings>): Promise<void> {
  await browser.storage.local.set({ [storageKey]: { ...(await loadSettings()), ...change } });
}

/** Calls `tell` when the settings change, here or on another page of the extension, until the signal ends. */
export function onSettings(tell: (settings: Settings) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, Browser.storage.StorageChange>, area: string) => {
    if (area === 'local' && storageKey in changes) tell(readSettings(changes[storageKey]?.newValue));
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}
