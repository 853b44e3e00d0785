import { type Browser, browser } from 'wxt/browser';
import { oneAtATime } from '../messaging/one-at-a-time';
import { platformAt } from '../messaging/sender';
import { addresses } from '../platforms/addresses';
import { chatOrigins, numbersOrigins, originOf } from '../platforms/origins';
import type { PlatformAddress } from '../platforms/platform';

type Script = Browser.scripting.RegisteredContentScript;

// Each platform has a reader of its own, so that no page carries another's; what copies in the page's world knows none.
// The isolated one stands first: it must be listening when the page's world offers its port.
const filesOf = ({ id }: PlatformAddress) =>
  [
    // As a path that exists: a test holds that every platform has its door.
    { id, js: `/content-scripts/${id}.js` as '/content-scripts/tiktok-shop.js', world: 'ISOLATED' },
    { id: `${id}-network`, js: '/content-scripts/chat-network.js', world: 'MAIN' },
  ] as const;

/** The page of a platform's own numbers has a reader of its own too. */
const numberFilesOf = ({ id }: PlatformAddress) =>
  [
    { id: `${id}-numbers`, js: `/content-scripts/${id}-numbers.js`, world: 'ISOLATED' },
    { id: `${id}-numbers-network`, js: '/content-scripts/chat-network.js', world: 'MAIN' },
  ] as const;

/** The origins that the seller has granted, of chats and of the platforms' own numbers. */
export async function grantedOrigins(): Promise<string[]> {
  const origins = [...chatOrigins, ...numbersOrigins];
  const answers = await Promise.all(origins.map(origin => browser.permissions.contains({ origins: [origin] })));
  return origins.filter((_, index) => answers[index]);
}

/**
 * What should be registered for the granted origins: both scripts of each platform on its chat pages, and both on the page
 * of its own numbers; or nothing.
 */
export function wantedScripts(origins: readonly string[]): Script[] {
  return addresses.flatMap(platform => [
    ...scripts(filesOf(platform), matchesOf(platform, origins), platform.inFrames),
    ...scripts(numberFilesOf(platform), numberMatchesOf(platform, origins), false),
  ]);
}

function scripts(
  files: ReturnType<typeof filesOf | typeof numberFilesOf>,
  matches: string[],
  allFrames: boolean,
): Script[] {
  if (matches.length === 0) return [];
  return files.map(
    ({ id, js, world }): Script => ({
      id,
      js: [js],
      matches,
      world,
      runAt: 'document_start',
      allFrames,
      persistAcrossSessions: true,
    }),
  );
}

/** The chat pages of a platform on those of its hosts that were granted. */
function matchesOf({ markets, paths }: PlatformAddress, origins: readonly string[]): string[] {
  const hosts = markets.map(({ host }) => host).filter(host => origins.includes(originOf(host)));
  return hosts.flatMap(host => paths.map(path => `https://${host}/${path}`));
}

function numberMatchesOf({ numbers }: PlatformAddress, origins: readonly string[]): string[] {
  if (!numbers || !origins.includes(originOf(numbers.host))) return [];
  return numbers.paths.map(path => `https://${numbers.host}/${path}`);
}

/**
 * Makes the registered scripts those that are wanted. Asked at every start: registrations vanish when the extension is
 * updated and outlive a restart of the worker. Start, installation and a permission may ask at once; side by side they
 * would undo each other. What is there and wanted is never away meanwhile: a chat that is opened then would be unseen.
 */
export const registerChatScripts = oneAtATime(async () => {
  const wanted = wantedScripts(await grantedOrigins());
  const registered = await browser.scripting.getRegisteredContentScripts();
  const isIn = (list: readonly Script[], id: string) => list.some(script => script.id === id);
  // The two of a page start in the order in which they were registered: where one is missing, both are new.
  const isNew = ({ id }: Script) => !isIn(registered, id) || !isIn(registered, otherOf(id));
  const gone = registered.filter(script => !isIn(wanted, script.id) || isNew(script));
  const fresh = wanted.filter(isNew);
  const changed = wanted.filter(script => !isNew(script) && !registered.some(other => isSame(script, other)));
  if (gone.length > 0) await browser.scripting.unregisterContentScripts({ ids: gone.map(({ id }) => id) });
  if (changed.length > 0) await browser.scripting.updateContentScripts(changed);
  if (fresh.length > 0) await browser.scripting.registerContentScripts(fresh);
});

const otherOf = (id: string) => (id.endsWith('-network') ? id.slice(0, -'-network'.length) : `${id}-network`);

const isSame = (a: Script, b: Script) =>
  a.id === b.id &&
  a.world === b.world &&
  a.allFrames === b.allFrames &&
  String(a.js) === String(b.js) &&
  sortedText(a.matches) === sortedText(b.matches);

const sortedText = (list: readonly string[] | undefined) => [...(list ?? [])].sort().join();

/**
 * Starts the scripts of the address's platform in one tab that is open already; `false` where the browser did not let them in. What the page received
 * before is not seen, and its health says so; it is never reloaded, an unsent reply may be in it.
 */
export async function startInTab(tabId: number, address: string | undefined): Promise<boolean> {
  const platform = platformAt(address, addresses)?.platform;
  if (!platform) return false;
  const target = { tabId, allFrames: platform.inFrames };
  for (const { js, world } of filesOf(platform)) {
    try {
      await browser.scripting.executeScript({ target, files: [js], world, injectImmediately: true });
    } catch (problem) {
      // A tab that is showing an error page or was closed meanwhile; it gets its scripts at its next load.
      console.info('Lekas could not start in an open chat tab', problem);
      return false;
    }
  }
  return true;
}

/** Tabs whose address is on the hosts that were granted and may be a chat page. */
export async function openChatTabs(): Promise<Browser.tabs.Tab[]> {
  const origins = await grantedOrigins();
  const matches = addresses.flatMap(platform => matchesOf(platform, origins));
  return matches.length > 0 ? browser.tabs.query({ url: matches }) : [];
}
