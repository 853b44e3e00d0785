import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ExtensionBrowser, type ExtensionPage, launch } from '../e2e/browser.ts';
import { playCast } from '../pages/tiktok-shop/cast.ts';
import { seedDay } from '../pages/tiktok-shop/cast-history.ts';
import { SimulatedInbox } from '../pages/tiktok-shop/inbox.ts';
import { build } from './build.ts';
import { serveAtRealAddresses } from './real-address.ts';
import { type MeterReading, readMeters, ruleLine } from './rule-lines.ts';
import { root } from './run.ts';
import { type StartOptions, startOptions } from './start-options.ts';

const secondsBetweenLines = 5;

/** `npm start`: the extension beside a simulated seller inbox in which buyers write and are answered. */
async function main(options: StartOptions): Promise<number> {
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ending.abort());

  const { ok, output } = await build(options.browser === 'chromium' ? 'chrome-e2e' : 'firefox');
  if (!ok) {
    console.error(`${output.trimEnd()}\nthe extension could not be built`);
    return 1;
  }
  const inbox = new SimulatedInbox();
  seedDay(inbox);
  const addresses = await serveAtRealAddresses([inbox]);
  const headless = !hasDesktop();
  const browser = await launch({ browser: options.browser, proxyPort: addresses.proxyPort, headless });
  try {
    console.log(`Lekas in ${browser.name}${headless ? ', without a window' : ''}, beside ${inbox.url}`);
    await browser.open(inbox.url);
    // Behind the chat: a page that is looked at would send the chat into the background.
    const popup = await browser.page('popup.html', { behind: true });
    const cast = Promise.resolve(playCast(inbox, { signal: ending.signal }));
    if (options.forSeconds !== undefined) setTimeout(() => ending.abort(), options.forSeconds * 1000).unref();
    await tell(popup, ending.signal);
    await cast.catch(error => {
      if (!ending.signal.aborted) throw error;
    });
    await picture(popup, browser);
    return 0;
  } finally {
    await browser.close();
    await addresses.close();
  }
}

/** A line per rule, every few seconds, as the popup shows them. */
async function tell(popup: ExtensionPage, signal: AbortSignal) {
  while (await stillGoing(secondsBetweenLines * 1000, signal)) {
    const meters = await popup.evaluate<MeterReading[]>(readMeters);
    const lines = meters.map(meter => ruleLine(meter, Date.now()));
    console.log(lines.length > 0 ? lines.join('\n') : 'no shop seen yet');
  }
}

function stillGoing(ms: number, signal: AbortSignal): Promise<boolean> {
  return new Promise(resolve => {
    if (signal.aborted) return resolve(false);
    const timer = setTimeout(() => resolve(true), ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve(false);
    });
  });
}

async function picture(popup: ExtensionPage, browser: ExtensionBrowser) {
  await popup.bringToFront();
  await popup.setSize(380, 600);
  const path = await popup
    .screenshot(await inOutput('popup.png'))
    .then(() => inOutput('popup.png'))
    .catch(async () => {
      const elsewhere = join(tmpdir(), 'lekas-popup.png');
      await popup.screenshot(elsewhere);
      return elsewhere;
    });
  const { text } = await browser.badge();
  console.log(`badge: ${text === '' ? 'empty' : text}\npopup: ${path}`);
}

async function inOutput(name: string): Promise<string> {
  await mkdir(join(root, '.output'), { recursive: true });
  return join(root, '.output', name);
}

function hasDesktop(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform === 'darwin' || process.platform === 'win32' || !!DISPLAY || !!WAYLAND_DISPLAY;
}

const options = startOptions(process.argv.slice(2));
if ('problem' in options) {
  console.error(options.problem);
  process.exit(2);
}
process.exit(await main(options));
