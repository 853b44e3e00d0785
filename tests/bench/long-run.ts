import { setTimeout as after } from 'node:timers/promises';
import type { ExtensionBrowser } from '../e2e/browser.ts';

/** The value of a promise in a page of the extension that may take longer than a browser's protocol waits for one answer. */
export async function longRun<T>(browser: ExtensionBrowser, expression: string): Promise<T> {
  await browser.beside(`void (async () => {
    const run = (globalThis.lekasRun = {});
    try { run.ended = { value: await ${expression} }; } catch (error) { run.ended = { error: String(error?.stack ?? error) }; }
  })()`);
  for (;;) {
    const ended = await browser.beside<{ value: T } | { error: string } | null>('globalThis.lekasRun.ended ?? null');
    if (ended && 'error' in ended) throw new Error(ended.error);
    if (ended) return ended.value;
    await after(500);
  }
}
