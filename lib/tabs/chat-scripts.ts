import { type Browser, browser } from 'wxt/browser';
import { oneAtATime } from '../messaging/one-at-a-time';
import { chatOrigins } from '../platforms/origins';

type Script = Browser.scripting.RegisteredContentScript;

// The isolated one stands first: it must be listening when the page's world offers its port.
const files = [
  { id: 'chat-page', js: '/content-scripts/chat-page.js', world: 'ISOLATED' },
  { id: 'chat-network', js: '/content-scripts/chat-network.js', world: 'MAIN' },
] as const;

/** The origins of the list that the seller has granted. */
export async function grantedOrigins(): Promise<string[]> {
  const answers = await Promise.all(chatOrigins.map(origin => browser.permissions.contains({ origins: [origin] })));
  return chatOrigins.filter((_, index) => answers[index]);
}

/** What should be registered for the granted origins: both scripts on their chat pages, or nothing. */
export function wantedScripts(origins: readonly string[]): Script[] {
  if (origins.length === 0) return [];
  // `https://host/*` → `https://host/chat*`: the inbox, and the older market's bare `/chat`.
  const matches = origins.map(origin => origin.replace(/\*$/, 'chat*'));
  return files.map(({ id, js, world }) => ({
    id,
    js: [js],
    matches,
    world,
    runAt: 'document_start',
    allFrames: false,
    persistAcrossSessions: true,
  }));
}

/**
 * Makes the registered scripts those that are wanted. Asked at every start: registrations vanish when the extension is
 * updated and outlive a restart of the worker. Start, installation and a permission may ask at once; side by side they
 * would undo each other.
 */
export const registerChatScripts = oneAtATime(async () => {
  const wanted = wantedScripts(await grantedOrigins());
  const registered = await browser.scripting.getRegisteredContentScripts();
  const asWanted = wanted.every(script => registered.some(other => isSame(script, other)));
  if (asWanted && registered.length === wanted.length) return;
  if (registered.length > 0) await browser.scripting.unregisterContentScripts();
  if (wanted.length > 0) await browser.scripting.registerContentScripts(wanted);
});

const isSame = (a: Script, b: Script) =>
  a.id === b.id &&
  a.world === b.world &&
  String(a.js) === String(b.js) &&
  sortedText(a.matches) === sortedText(b.matches);

const sortedText = (list: readonly string[] | undefined) => [...(list ?? [])].sort().join();

/**
 * Starts the scripts in chat pages that are open already: after installing, an update, or a permission given. What such
 * a page received before is not seen, and its health says so; it is never reloaded, an unsent reply may be in it.
 */
export async function startInOpenTabs(except: readonly number[] = []): Promise<void> {
  for (const tab of await openChatTabs()) {
    if (tab.id !== undefined && !except.includes(tab.id)) await startInTab(tab.id);
  }
}

/** Starts the scripts in one tab that is open already. */
export async function startInTab(tabId: number): Promise<void> {
  for (const { js, world } of files) {
    try {
      await browser.scripting.executeScript({ target: { tabId }, files: [js], world, injectImmediately: true });
    } catch (problem) {
      // A tab that is showing an error page or was closed meanwhile; it gets its scripts at its next load.
      console.info('Lekas could not start in an open chat tab', problem);
    }
  }
}

/** Tabs whose address is on the hosts that were granted and may be a chat page. */
export async function openChatTabs(): Promise<Browser.tabs.Tab[]> {
  const [script] = wantedScripts(await grantedOrigins());
  return script?.matches ? browser.tabs.query({ url: script.matches }) : [];
}
