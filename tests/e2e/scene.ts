import type { InboxOptions } from '../pages/tiktok-shop/chat/options.ts';
import { SimulatedInbox } from '../pages/tiktok-shop/inbox.ts';
import { type RealAddresses, serveAtRealAddresses } from '../tools/real-address.ts';
import { type BrowserName, type ChatPage, type ExtensionBrowser, type ExtensionPage, launch } from './browser.ts';

export const browsers: readonly BrowserName[] = ['chromium', 'firefox'];

/** A seller at work: an inbox at its real address, and a browser with Lekas in it. */
export interface Scene {
  readonly inbox: SimulatedInbox;
  readonly browser: ExtensionBrowser;
  readonly addresses: RealAddresses;
  /** Opens the inbox in a tab and waits until Lekas has seen it. */
  openChat(): Promise<ChatPage>;
  /** The popup's page, in a tab behind the chat. */
  openPopup(): Promise<ExtensionPage>;
}

interface SceneOptions extends Partial<InboxOptions> {
  /** What happened before the page is opened. */
  readonly before?: (inbox: SimulatedInbox) => void;
  /** Firefox: whether every optional host is granted from the start. */
  readonly granted?: boolean;
}

/**
 * A market where it is day now: our own measure counts from 08:00 to 23:00 local time, and a test must say the same at
 * any hour. When Jakarta sleeps, Brazil, ten hours behind it, does not.
 */
function whereItIsDay(): Partial<InboxOptions> {
  const hourInJakarta = (new Date().getUTCHours() + 7) % 24;
  return hourInJakarta >= 9 && hourInJakarta < 22
    ? { host: 'seller-id.tokopedia.com', region: 'ID', timeZone: 'Asia/Jakarta' }
    : { host: 'seller-br.tiktok.com', region: 'BR', timeZone: 'America/Sao_Paulo' };
}

/** Sets a scene, plays it, and leaves no process behind, however it ends. */
export async function play(
  name: BrowserName,
  { before, granted = true, ...options }: SceneOptions,
  act: (scene: Scene) => Promise<void>,
): Promise<void> {
  const inbox = new SimulatedInbox({ ...whereItIsDay(), ...options });
  before?.(inbox);
  const addresses = await serveAtRealAddresses([inbox]);
  const browser = await launch({ browser: name, proxyPort: addresses.proxyPort, granted });
  try {
    await act({
      inbox,
      browser,
      addresses,
      async openChat() {
        const chat = await browser.open(inbox.url);
        await chat.waitFor('window.__inboxStats?.loaded === true', 15_000);
        return chat;
      },
      openPopup: () => browser.page('popup.html', { behind: true }),
    });
  } finally {
    await browser.close();
    inbox.close();
    await addresses.close();
  }
}
