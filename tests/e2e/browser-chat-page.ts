import type { CDPSession, Page } from 'puppeteer-core';
import type { ChatPage, Work } from './browser.ts';
import { boxed, unboxed } from './browser-boxed.ts';
import { eventually } from './browser-eventually.ts';

/** A tab at a real address. `curtain` is another tab, to be put in front of it. */
export function chatPage(page: Page, curtain: Page, chromium: boolean): ChatPage {
  const errors: string[] = [];
  page.on('pageerror', error => errors.push(error instanceof Error ? (error.stack ?? error.message) : String(error)));
  page.on('console', message => {
    if (message.type() === 'error') errors.push(message.text());
  });
  const evaluate = async <T>(expression: string) => unboxed<T>(await page.evaluate(boxed(expression)));
  let counting: Promise<CDPSession> | undefined;

  return {
    puppeteer: page,
    errors,
    evaluate,
    async waitFor(expression, timeoutMs) {
      await eventually(() => evaluate(`!!(${expression})`), { within: timeoutMs ?? 5000, what: expression });
    },
    click: selector => page.click(selector),
    async goto(url) {
      await page.goto(url, { waitUntil: 'load' });
    },
    async reload() {
      await page.reload({ waitUntil: 'load' });
    },
    async back() {
      await page.goBack();
    },
    async screenshot(path) {
      await page.screenshot({ path: pngPath(path) });
    },
    bringToFront: () => page.bringToFront(),
    hide: () => curtain.bringToFront(),
    freeze: frozen => freeze(page, frozen, chromium),
    async work() {
      if (!chromium) return null;
      counting ??= counted(page);
      return work(await counting, evaluate);
    },
    close: () => page.close(),
  };
}

function pngPath(path: string): `${string}.png` {
  if (!path.endsWith('.png')) throw new Error(`a picture is a .png: ${path}`);
  return path as `${string}.png`;
}

async function freeze(page: Page, frozen: boolean, chromium: boolean) {
  if (!chromium) throw new Error('only Chromium freezes a page on demand');
  const session = await page.createCDPSession();
  await session.send('Page.setWebLifecycleState', { state: frozen ? 'frozen' : 'active' });
  await session.detach();
}

/** Counts what the main thread computes from here on: that it waits for a core which others have is no work. */
async function counted(page: Page): Promise<CDPSession> {
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return session;
}

async function work(counting: CDPSession, evaluate: ChatPage['evaluate']): Promise<Work> {
  const { metrics } = await counting.send('Performance.getMetrics');
  const metricOf = (name: string) => metrics.find(metric => metric.name === name)?.value ?? Number.NaN;
  const longTasksMs = await evaluate<number[]>(`new Promise(resolve => {
    const observer = new PerformanceObserver(list => tell(list.getEntries()));
    const tell = entries => { observer.disconnect(); resolve(entries.map(entry => entry.duration)); };
    observer.observe({ type: 'longtask', buffered: true });
    setTimeout(() => tell(observer.takeRecords()), 100);
  })`);
  return {
    taskMs: metricOf('TaskDuration') * 1000,
    scriptMs: metricOf('ScriptDuration') * 1000,
    longTasksMs: longTasksMs.sort((a, b) => b - a),
    heapBytes: metricOf('JSHeapUsedSize'),
  };
}
