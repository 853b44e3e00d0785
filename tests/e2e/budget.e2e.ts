import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { SimulatedInbox } from '../pages/tiktok-shop/inbox.ts';
import { serveAtRealAddresses } from '../tools/real-address.ts';
import { type BrowserName, launch } from './browser.ts';
import { eventually } from './browser-eventually.ts';
import { loggedLines, loggedMessages, sentLines } from './in-the-log.ts';
import { browsers } from './scene.ts';

const gzippedKb = async (path: string) => gzipSync(await readFile(path), { level: 9 }).length / 1000;

describe.each(['chrome-mv3', 'firefox-mv3'])('%s', target => {
  it('content scripts weigh at most 25 kB together, gzipped', async () => {
    const scripts = ['chat-page', 'chat-network'].map(name => `.output/${target}/content-scripts/${name}.js`);
    const sizes = await Promise.all(scripts.map(gzippedKb));
    const sum = sizes.reduce((a, b) => a + b, 0);
    console.log(`${target}: content scripts ${sum.toFixed(1)} kB gzip (${sizes.map(kb => kb.toFixed(1)).join(' + ')})`);
    expect(sum).toBeLessThanOrEqual(25);
  });
});

/** Longest stretches (ms) in which the page's main thread answered nobody, counted from before its first script. */
const lagProbe = `
  window.__lags = [];
  const channel = new MessageChannel();
  let last = performance.now();
  channel.port1.onmessage = () => {
    const now = performance.now();
    if (now - last > 50) window.__lags.push(Math.round(now - last));
    last = now;
    channel.port2.postMessage(0);
  };
  channel.port2.postMessage(0);
`;

interface Load {
  readonly lags: readonly number[];
  readonly loadedMs: number;
  readonly loggedMs: number | null;
}

async function loadHistory(name: BrowserName, granted: boolean): Promise<Load> {
  const inbox = new SimulatedInbox({ encoding: 'lz4' });
  inbox.seed({ conversations: 500, messages: 10_000 });
  const addresses = await serveAtRealAddresses([inbox]);
  const extensionDir = name === 'chromium' && !granted ? '.output/chrome-mv3' : undefined;
  const browser = await launch({
    browser: name,
    proxyPort: addresses.proxyPort,
    granted,
    ...(extensionDir && { extensionDir }),
  });
  try {
    const chat = await browser.open('about:blank');
    await chat.puppeteer.evaluateOnNewDocument(lagProbe);
    const start = Date.now();
    await chat.goto(inbox.url);
    await chat.waitFor('window.__inboxStats?.loaded === true', 60_000);
    const loadedMs = Date.now() - start;
    let loggedMs: number | null = null;
    if (granted) {
      const wanted = sentLines(inbox.sent);
      const isAll = async () => loggedLines(await loggedMessages(browser)).length >= wanted.length;
      await eventually(isAll, { within: 90_000, every: 500, what: 'all of the history in the log' });
      loggedMs = Date.now() - start;
      expect(loggedLines(await loggedMessages(browser))).toEqual(wanted);
    }
    return { lags: await chat.evaluate<number[]>('window.__lags'), loadedMs, loggedMs };
  } finally {
    await browser.close();
    inbox.close();
    await addresses.close();
  }
}

describe.each(browsers)('in %s', name => {
  it('500 conversations with 10,000 messages are all read', async () => {
    const without = await loadHistory(name, false);
    const beside = await loadHistory(name, true);
    const longest = ({ lags }: Load) =>
      lags.length === 0 ? 'none' : `${lags.length}, longest ${Math.max(...lags)} ms`;
    console.log(
      `${name}: 500 conversations, 10,000 messages: loaded in ${without.loadedMs} ms without Lekas, ` +
        `${beside.loadedMs} ms with it, all logged after ${beside.loggedMs} ms; ` +
        `stretches over 50 ms without: ${longest(without)}; with: ${longest(beside)}`,
    );
  }, 180_000);
});
