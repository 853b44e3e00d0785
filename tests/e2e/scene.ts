import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { InboxOptions } from '../pages/tiktok-shop/chat/options.ts';
import { SimulatedInbox } from '../pages/tiktok-shop/inbox.ts';
import { type WorldClock, withClockAhead } from '../tools/clock-ahead.ts';
import { type RealAddresses, serveAtRealAddresses } from '../tools/real-address.ts';
import type { Site } from '../tools/site.ts';
import {
  type BrowserName,
  type ChatPage,
  type ExtensionBrowser,
  type ExtensionPage,
  type LaunchOptions,
  launch,
} from './browser.ts';

export const browsers: readonly BrowserName[] = ['chromium', 'firefox'];

/** A simulated site with a chat page, whose own counts say when that is loaded. */
export interface ChatSite extends Site {
  /** The chat page's address. */
  readonly url: string;
  close(): void;
}

/** A seller at work: a chat page at its real address, and a browser with Lekas in it. */
export interface SceneOn<S extends ChatSite> {
  readonly site: S;
  readonly browser: ExtensionBrowser;
  readonly addresses: RealAddresses;
  /** Opens the chat, or another window of it, in a tab and waits until it is loaded. */
  openChat(url?: string): Promise<ChatPage>;
  /** The popup's page, in a tab behind the chat, once it shows something. */
  openPopup(): Promise<ExtensionPage>;
}

/** The same with a TikTok Shop inbox. */
export interface Scene extends SceneOn<SimulatedInbox> {
  readonly inbox: SimulatedInbox;
}

interface SceneOptions extends Partial<InboxOptions> {
  /** What happened before the page is opened. */
  readonly before?: (inbox: SimulatedInbox) => void;
  /** Firefox: whether every optional host is granted from the start. */
  readonly granted?: boolean;
  /** Whether the chat is open before Lekas is installed: `browser.openedFirst`. */
  readonly openFirst?: boolean;
}

/**
 * A market where it is day now: our own measure counts from 08:00 to 23:00 local time, and a test must say the same at
 * any hour. When Jakarta sleeps, Brazil, ten hours behind it, does not.
 */
export function whereItIsDay(): Partial<InboxOptions> {
  const hourInJakarta = (new Date().getUTCHours() + 7) % 24;
  return hourInJakarta >= 9 && hourInJakarta < 22
    ? { host: 'seller-id.tokopedia.com', region: 'ID', timeZone: 'Asia/Jakarta' }
    : { host: 'seller-br.tiktok.com', region: 'BR', timeZone: 'America/Sao_Paulo' };
}

/** Sets a scene with a TikTok Shop inbox and plays it. */
export async function play(
  name: BrowserName,
  { before, granted = true, openFirst = false, ...options }: SceneOptions,
  act: (scene: Scene) => Promise<void>,
): Promise<void> {
  const inbox = new SimulatedInbox({ ...whereItIsDay(), ...options });
  before?.(inbox);
  await playOn(name, inbox, scene => act({ ...scene, inbox }), {
    granted,
    ...(openFirst && { openFirst: inbox.url }),
  });
}

interface Playing extends Partial<Pick<LaunchOptions, 'granted' | 'extensionDir' | 'openFirst'>> {
  /** Further sites at their addresses; their chats open by `openChat(url)`. */
  readonly beside?: readonly ChatSite[];
  /** The clock that Lekas goes by; the site is given the same by whoever makes it. Default: this computer's. */
  readonly clock?: WorldClock;
}

/** What `build` makes for each browser's tests. */
export const built = { chromium: '.output/e2e/chrome-mv3', firefox: '.output/firefox-mv3' } satisfies Record<
  BrowserName,
  string
>;

/** Sets a scene with any site, plays it, and leaves no process behind, however it ends. The sites are closed with it. */
export async function playOn<S extends ChatSite>(
  name: BrowserName,
  site: S,
  act: (scene: SceneOn<S>) => Promise<void>,
  { beside = [], clock, ...launching }: Playing = {},
): Promise<void> {
  const from = launching.extensionDir ?? join(import.meta.dirname, '../..', built[name]);
  const copy = clock && (await withClockAhead(from, clock.aheadMs));
  const addresses = await serveAtRealAddresses([site, ...beside]);
  const browser = await launch({
    browser: name,
    proxyPort: addresses.proxyPort,
    ...launching,
    extensionDir: copy ?? from,
  });
  try {
    await act({
      site,
      browser,
      addresses,
      async openChat(url = site.url) {
        const chat = await browser.open(url);
        await chat.waitFor('window.__inboxStats?.loaded === true', 15_000);
        return chat;
      },
      async openPopup() {
        const popup = await browser.page('popup.html', { behind: true });
        await popup.waitFor('document.getElementById("root").childElementCount > 0', 15_000);
        return popup;
      },
    });
    // Whatever was played: all that reached a network was the pages' own, or the browser's.
    if (addresses.strangers().length > 0) throw new Error(`asked for by no page: ${addresses.strangers().join(', ')}`);
  } finally {
    await browser.close();
    for (const open of [site, ...beside]) open.close();
    await addresses.close();
    if (copy !== undefined) await rm(copy, { recursive: true });
  }
}
