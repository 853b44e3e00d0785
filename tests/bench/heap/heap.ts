import { join } from 'node:path';
import type { ChatPage, ExtensionBrowser } from '../../e2e/browser.ts';
import { untilLogged } from '../../e2e/in-the-log.ts';
import { SimulatedInbox } from '../../pages/tiktok-shop/inbox.ts';
import { build, targets } from '../../tools/build.ts';
import { chance } from '../../tools/chance.ts';
import { root } from '../../tools/run.ts';
import type { Bench, Figure, Stage } from '../figure.ts';
import { measured } from '../measured.ts';

const hours = 24;
const hourMs = 3_600_000;
/** A thousand a day: each is asked once and nearly all are answered. */
const chatsInHour = 42;
/** ms of real time between two messages. */
const pace = 20;

/**
 * What a busy day leaves in memory. The times of its messages are those of 24 hours, and they come one after the other; so do
 * the worker's answers. What happens by the clock alone, beats and alarms, happens as often as in the minutes that it takes.
 */
export const heap: Bench = {
  about: `the memory of worker and page before and after ${hours} hours of a busy day, its time compressed`,
  async *run(stage: Stage): AsyncIterable<Figure> {
    const built = await build('chrome');
    if (!built.ok) throw new Error(built.output);
    const ours = await dayIn(stage, stage.extensionDir, untilLogged);
    // The shipped build has no host permission of its own: the page without Lekas.
    const without = await dayIn(stage, join(root, targets.chrome.folder));
    const MB = (bytes: number) => measured([bytes / 1e6]);
    const grown = ({ page: [first = 0, ...more] }: Day) => MB((more.at(-1) ?? first) - first);
    yield {
      figure: `heap of the worker after ${hours} h, ${ours.sent.toLocaleString('en')} messages`,
      unit: 'MB',
      took: MB(ours.worker.at(-1) ?? 0),
      floor: { what: 'after the first hour', took: MB(ours.worker[0] ?? 0) },
      words: `every six hours: ${inMegabytes(ours.worker)}`,
    };
    yield {
      figure: `heap of the page after ${hours} h`,
      unit: 'MB',
      took: MB(ours.page.at(-1) ?? 0),
      floor: { what: 'after the first hour', took: MB(ours.page[0] ?? 0) },
      words: `every six hours: ${inMegabytes(ours.page)}`,
    };
    yield {
      figure: `by how much the page's heap grew`,
      unit: 'MB',
      took: grown(ours),
      floor: { what: 'the page without Lekas', took: grown(without) },
      words: `without Lekas, every six hours: ${inMegabytes(without.page)}`,
    };
  },
};

interface Day {
  readonly sent: number;
  /** Bytes: after the first hour, and every six hours. */
  readonly page: readonly number[];
  readonly worker: readonly number[];
}

async function dayIn(
  stage: Stage,
  extensionDir: string,
  ended?: (inbox: SimulatedInbox, browser: ExtensionBrowser) => Promise<unknown>,
): Promise<Day> {
  const inbox = new SimulatedInbox();
  const browser = await stage.fresh({ sites: [inbox], extensionDir });
  try {
    const chat = await browser.open(inbox.url);
    await chat.waitFor('window.__inboxStats?.loaded === true', 30_000);
    const [page, worker]: [number[], number[]] = [[], []];
    const begin = Date.now() - hours * hourMs;
    for (let hour = 1; hour <= hours; hour++) {
      await playHour(inbox, begin + (hour - 1) * hourMs, hour);
      if (hour !== 1 && hour % 6 !== 0) continue;
      await pause(3000);
      page.push(await heapOf(chat));
      worker.push(await workerHeap(browser));
    }
    await ended?.(inbox, browser);
    return { sent: inbox.sent.length, page, worker };
  } finally {
    inbox.close();
  }
}

async function playHour(inbox: SimulatedInbox, from: number, seed: number): Promise<void> {
  const random = chance(seed);
  for (let i = 0; i < chatsInHour; i++) {
    const at = Math.round(from + (i / chatsInHour) * hourMs);
    const buyer = inbox.buyer(`Pembeli ${seed}-${i}`, at);
    inbox.buyerWrites(buyer, { at });
    await pause(pace);
    if (random() < 0.95) inbox.sellerAnswers(buyer, { at: at + Math.round(random() * 60_000) });
    await pause(pace);
  }
}

async function heapOf(chat: ChatPage): Promise<number> {
  const session = await chat.puppeteer.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
  const work = await chat.work();
  if (!work) throw new Error('this browser does not tell what a page’s heap holds');
  return work.heapBytes;
}

async function workerHeap(browser: ExtensionBrowser): Promise<number> {
  const bytes = await browser.backgroundHeap();
  if (bytes === null) throw new Error('this browser does not tell what the worker’s heap holds');
  return bytes;
}

const inMegabytes = (all: readonly number[]) => all.map(bytes => (bytes / 1e6).toFixed(1)).join(', ');
const pause = (time: number) => new Promise(resolve => setTimeout(resolve, time));
