import { browser } from 'wxt/browser';
import { oneAtATime } from '../messaging/one-at-a-time';

const storageKey = 'kept-loaded';

/**
 * Keeps the browser from unloading the chat tabs that are watched, and lets it do so again with those that are no longer: only
 * with those that we kept, for a seller or another extension may want the same of a tab. Where the browser knows no such
 * wish, or keeps nothing for its session (tab numbers are good for one only), nothing is done.
 */
export function keepLoaded(watchedTabs: () => Promise<readonly number[]>): () => Promise<void> {
  return oneAtATime(async () => {
    const storage = browser.storage.session;
    if (!storage) return;
    const watched = await watchedTabs();
    const stored = (await storage.get(storageKey))[storageKey];
    const kept = Array.isArray(stored) ? stored.filter(tab => typeof tab === 'number') : [];
    const wanted: number[] = [];
    for (const tab of watched) if (kept.includes(tab) || (await keep(tab))) wanted.push(tab);
    for (const tab of kept) if (!wanted.includes(tab)) await setDiscardable(tab, true);
    if (String(wanted) !== String(kept)) await storage.set({ [storageKey]: wanted });
  });
}

async function keep(tab: number): Promise<boolean> {
  const before = await browser.tabs.get(tab).catch(() => null);
  return before?.autoDiscardable === true && (await setDiscardable(tab, false));
}

/** `false` for a tab that was closed meanwhile. */
async function setDiscardable(tab: number, autoDiscardable: boolean): Promise<boolean> {
  try {
    await browser.tabs.update(tab, { autoDiscardable });
    return true;
  } catch {
    return false;
  }
}
