import type { Page } from 'puppeteer-core';
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
    work: async () => (chromium ? work(page, evaluate) : null),
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

async function work(page: Page, evaluate: ChatPage['evaluate']): Promise<Work> {
  const metrics = await page.metrics();
  const longTasksMs = await evaluate<number[]>(`new Promise(resolve => {
    const observer = new PerformanceObserver(list => tell(list.getEntries()));
    const tell = entries => { observer.disconnect(); resolve(entries.map(entry => entry.duration)); };
    observer.observe({ type: 'longtask', buffered: true });
    setTimeout(() => tell(observer.takeRecords()), 100);
  })`);
  return {
    taskMs: (metrics.TaskDuration ?? 0) * 1000,
    scriptMs: (metrics.ScriptDuration ?? 0) * 1000,
    longTasksMs: longTasksMs.sort((a, b) => b - a),
    heapBytes: metrics.JSHeapUsedSize ?? 0,
  };
}
