import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { WebSocket } from 'ws';
import { SimulatedInbox } from '../../pages/tiktok-shop/inbox.ts';
import { bundled } from '../../tools/bundled.ts';
import { serveAtRealAddresses } from '../../tools/real-address.ts';
import type { Site } from '../../tools/site.ts';
import { type OwnClock, ownClock } from '../../tools/system-clock.ts';
import { type BrowserName, type ExtensionBrowser, launch } from '../browser.ts';
import { built, whereItIsDay } from '../scene.ts';

/** A browser in which one schedule after the other is played, each in a shop of its own. */
export interface Stage {
  readonly browser: ExtensionBrowser;
  /** The clock this browser goes by; `null` where none can be made. */
  readonly clock: OwnClock | null;
  /** What `rebuilt.ts` exports, as an expression. */
  readonly rebuild: string;
  /** The shops so far. The last is the one whose page is there now. */
  readonly inboxes: readonly SimulatedInbox[];
  /** What was asked for by no page so far. */
  readonly strangers: () => readonly string[];
  /** Another shop, at the same address as the one before. */
  nextShop(): SimulatedInbox;
  close(): Promise<void>;
}

const rebuild = bundled(join(import.meta.dirname, 'rebuilt.ts'));

/** Starts a browser with the extension that was built last. It ends with `close`, or with this process. */
export async function stage(name: BrowserName): Promise<Stage> {
  const inboxes: SimulatedInbox[] = [];
  const market = whereItIsDay();
  const nextShop = () => {
    inboxes.at(-1)?.close();
    const number = String(inboxes.length + 1).padStart(4, '0');
    const ids = { sellerId: `749500000000001${number}`, imShopId: `749500000000002${number}` };
    const inbox = new SimulatedInbox({ ...market, ...ids });
    inboxes.push(inbox);
    return inbox;
  };
  const site: Site = {
    hosts: new SimulatedInbox(market).hosts,
    handle: (request: IncomingMessage, response: ServerResponse) => inboxes.at(-1)?.handle(request, response),
    socket: (socket: WebSocket, request: IncomingMessage) => inboxes.at(-1)?.socket(socket, request),
  };
  const [clock, addresses] = [ownClock(), await serveAtRealAddresses([site])];
  const browser = await launch({
    browser: name,
    proxyPort: addresses.proxyPort,
    extensionDir: join(import.meta.dirname, '../../..', built[name]),
    ...(clock && { env: clock.env }),
  });
  return {
    browser,
    clock,
    rebuild: await rebuild,
    inboxes,
    strangers: addresses.strangers,
    nextShop,
    async close() {
      await browser.close();
      inboxes.at(-1)?.close();
      await addresses.close();
      clock?.end();
    },
  };
}
