import { join } from 'node:path';
import { type BrowserName, type ExtensionBrowser, launch } from '../e2e/browser.ts';
import { bundled } from '../tools/bundled.ts';
import { serveAtRealAddresses } from '../tools/real-address.ts';
import type { Site } from '../tools/site.ts';
import type { Stage } from './figure.ts';
import { longRun } from './long-run.ts';

interface OpenStage extends Stage {
  /** Ends all browsers but the one with the long log. */
  closeFresh(): Promise<void>;
  close(): Promise<void>;
}

/** Starts browsers as they are asked for. */
export async function openStage(
  name: BrowserName,
  { messages, extensionDir }: { messages: number; extensionDir: string },
): Promise<OpenStage> {
  const ends: (() => Promise<void>)[] = [];
  const start = async (sites: readonly Site[], dir: string, endings: (() => Promise<void>)[]) => {
    const addresses = await serveAtRealAddresses([...sites]);
    endings.push(() => addresses.close());
    const browser = await launch({ browser: name, proxyPort: addresses.proxyPort, extensionDir: dir });
    endings.push(() => browser.close());
    return browser;
  };
  const endAll = async (endings: (() => Promise<void>)[]) => {
    for (const end of endings.splice(0).reverse()) await end();
  };
  const longEnds: (() => Promise<void>)[] = [];
  let long: Promise<ExtensionBrowser> | undefined;
  return {
    messages,
    extensionDir,
    fresh: ({ sites = [], extensionDir: other = extensionDir } = {}) => start(sites, other, ends),
    long() {
      long ??= start([], extensionDir, longEnds).then(browser => filled(browser, messages));
      return long;
    },
    closeFresh: () => endAll(ends),
    async close() {
      await endAll(ends);
      await endAll(longEnds);
    },
  };
}

async function filled(browser: ExtensionBrowser, messages: number): Promise<ExtensionBrowser> {
  const code = await bundled(join(import.meta.dirname, 'fill.ts'));
  const start = Date.now();
  await longRun(browser, `${code}.fill(${messages})`);
  console.log(`${messages.toLocaleString('en')} messages logged in ${Math.round((Date.now() - start) / 1000)} s`);
  return browser;
}
