import { readdirSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { SimulatedInbox } from '../pages/tiktok-shop/inbox.ts';
import { serveAtRealAddresses } from '../tools/real-address.ts';
import { type BrowserName, type ChatPage, launch } from './browser.ts';
import { eventually } from './browser-eventually.ts';
import { loggedLines, loggedMessages, sentLines } from './in-the-log.ts';
import { browsers } from './scene.ts';
import { calls, withStopwatch } from './stopwatch.ts';
import { type LongTask, type MainThread, startTrace } from './trace.ts';

const gzippedKb = async (path: string) => gzipSync(await readFile(path), { level: 9 }).length / 1000;

/** Each marketplace has a script of its own; a page gets that one and the one in the page's own world. */
const watched = readdirSync('entrypoints')
  .map(file => /^(.+)\.content\.ts$/.exec(file)?.[1] ?? '')
  .filter(name => name !== '' && name !== 'chat-network');

/** What a page of each may carry. Feige's names no conversation in its rows, and reads the words of shops. */
const limitKb: Readonly<Record<string, number>> = {
  'tiktok-shop': 21,
  feige: 24.5,
  'feige-numbers': 5.5,
  shopee: 15,
  tokopedia: 12,
};

describe.each(['chrome-mv3', 'firefox-mv3'])('%s', target => {
  it.each(watched)('the content scripts of %s weigh no more than they may together, gzipped', async id => {
    const scripts = [id, 'chat-network'].map(name => `.output/${target}/content-scripts/${name}.js`);
    const sizes = await Promise.all(scripts.map(gzippedKb));
    const sum = sizes.reduce((a, b) => a + b, 0);
    const each = sizes.map(kb => kb.toFixed(1)).join(' + ');
    console.log(`${target}: content scripts of ${id} ${sum.toFixed(1)} kB gzip (${each})`);
    expect(sum).toBeLessThanOrEqual(limitKb[id] ?? 0);
  });
});

interface Load {
  /**
   * Tasks over 50 ms: in Chromium of the work of the page's thread alone. In Firefox, which tells no tasks, stretches on the
   * clock that a probe saw, the machine's work for others with them.
   */
  readonly longTasks: readonly LongTask[];
  /** The longest call of our own scripts (ms): in Chromium of its work, in Firefox on the clock. */
  readonly longestCall: number;
  /** Firefox: the longest call (ms) on the first page after the browser's start, where it makes ready what scripts call. */
  readonly firstCall: number | null;
  readonly loadedMs: number;
  readonly loggedMs: number | null;
}

const probe = `
  window.__long = [];
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  port1.onmessage = () => {
    const now = performance.now();
    if (now - last > 50) window.__long.push([last, now]);
    last = now;
    port2.postMessage(0);
  };
  port2.postMessage(0);
`;

/** [start, end], ms. */
type Stretch = readonly [number, number];

function onTheClock(stretches: readonly Stretch[], ours: readonly Stretch[]): MainThread {
  const within = ([start, end]: Stretch) => Math.max(0, end - start);
  return {
    longTasks: stretches.map(([start, end]) => ({
      ms: end - start,
      ours: ours.reduce((sum, [from, to]) => sum + within([Math.max(from, start), Math.min(to, end)]), 0),
    })),
    longestCall: Math.max(0, ...ours.map(within)),
  };
}

/**
 * Firefox readies the extension's interface when the first script of a new process asks for it: for one line that reads
 * `browser.runtime.id` it took 22 ms, and 3 to 6 ms on every later page. So the chat is not the first page, and this is told
 * by itself.
 */
async function callOnFirstPage(chat: ChatPage, inboxUrl: string): Promise<number> {
  await chat.goto(inboxUrl.replace(/\/chat\/.*$/, '/chat/assistant-v2/chatbot'));
  await chat.waitFor('document.readyState === "complete"');
  return onTheClock([], await chat.evaluate<Stretch[]>(calls)).longestCall;
}

async function loadHistory(name: BrowserName, granted: boolean, forMs = 0): Promise<Load> {
  const inbox = new SimulatedInbox({ encoding: 'lz4' });
  inbox.seed({ conversations: 500, messages: 10_000 });
  const addresses = await serveAtRealAddresses([inbox]);
  // The shipped build of Chromium has no host permission of its own, so it stands for the page without Lekas.
  const shipped = `.output/${name === 'chromium' ? 'chrome' : 'firefox'}-mv3`;
  // Firefox gives no trace: there our own doors are timed instead.
  const timed = name === 'firefox' && granted ? await withStopwatch(shipped) : null;
  const extensionDir = timed ?? (granted ? null : shipped);
  const options = { browser: name, proxyPort: addresses.proxyPort, granted };
  const browser = await launch({ ...options, ...(extensionDir !== null && { extensionDir }) });
  try {
    const chat = await browser.open('about:blank');
    const trace = name === 'chromium' ? await startTrace(chat, new URL(inbox.url).origin) : null;
    if (!trace) await chat.puppeteer.evaluateOnNewDocument(probe);
    const firstCall = trace ? null : await callOnFirstPage(chat, inbox.url);
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
    // Seen for the same time: what a page and a browser do by themselves after loading is no less theirs then.
    await new Promise(resolve => setTimeout(resolve, start + forMs - Date.now()));
    const worked = trace
      ? await trace(/content-scripts\//)
      : onTheClock(await chat.evaluate<Stretch[]>('window.__long'), await chat.evaluate<Stretch[]>(calls));
    if (granted) expect(worked.longestCall).toBeGreaterThan(0);
    return { ...worked, firstCall, loadedMs, loggedMs };
  } finally {
    await browser.close();
    if (timed !== null) await rm(timed, { recursive: true });
    inbox.close();
    await addresses.close();
  }
}

describe.each(browsers)('in %s', name => {
  it('500 conversations with 10,000 messages are all read', async () => {
    const beside = await loadHistory(name, true);
    const without = await loadHistory(name, false, beside.loggedMs ?? 0);
    const inMs = ({ ms, ours }: LongTask) => `${ms.toFixed(0)} ms (${ours.toFixed(0)} of them ours)`;
    const said = ({ longTasks: tasks }: Load) => tasks.map(inMs).join(', ') || 'none';
    console.log(
      `${name}: 500 conversations, 10,000 messages: loaded in ${without.loadedMs} ms without Lekas, ` +
        `${beside.loadedMs} ms with it, all logged after ${beside.loggedMs} ms\n` +
        `${name}: tasks over 50 ms without Lekas: ${said(without)}; with it: ${said(beside)}` +
        `; longest call of our own: ${beside.longestCall.toFixed(0)} ms` +
        (beside.firstCall === null ? '' : `, on the first page after the start ${beside.firstCall.toFixed(0)} ms`),
    );
  }, 180_000);
});
