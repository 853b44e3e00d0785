import { browser } from 'wxt/browser';

const storageKey = 'session';

/**
 * A name for the time since the browser was started (or since Lekas was updated or switched on in it), the same at every start
 * of the worker in it. `undefined` where the browser keeps nothing for its session.
 */
export async function browserSession(): Promise<string | undefined> {
  const storage = browser.storage.session;
  if (!storage) return undefined;
  const { [storageKey]: before } = await storage.get(storageKey);
  if (typeof before === 'string') return before;
  const session = crypto.randomUUID();
  await storage.set({ [storageKey]: session });
  return session;
}
