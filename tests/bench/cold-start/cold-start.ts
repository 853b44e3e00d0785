import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExtensionBrowser } from '../../e2e/browser.ts';
import type { Bench, Figure, Stage } from '../figure.ts';
import { measured } from '../measured.ts';

const runs = 11;

/** From the message that wakes a worker that had ended until its badge stands. */
export const coldStart: Bench = {
  about: 'the background starts, until its badge is right',
  async *run(stage: Stage): AsyncIterable<Figure> {
    const dir = await emptyExtension();
    try {
      const [long, floor] = [await stage.long(), await stage.fresh({ extensionDir: dir })];
      const starts = { ours: await starter(long), empty: await starter(floor) };
      const [ours, empty]: [number[], number[]] = [[], []];
      for (let run = -1; run < runs; run++) {
        const times = [await starts.ours(), await starts.empty()] as const;
        if (run < 0) continue;
        ours.push(times[0]);
        empty.push(times[1]);
      }
      yield {
        figure: `cold start until the badge is right, ${stage.messages.toLocaleString('en')} messages`,
        took: measured(ours),
        floor: { what: 'an empty background that sets a badge', took: measured(empty) },
        atMost: 1.5,
      };
    } finally {
      await rm(dir, { recursive: true });
    }
  },
};

/** An extension that does nothing but set a badge. */
async function emptyExtension(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'lekas-empty-'));
  const manifest = {
    manifest_version: 3,
    name: 'Empty',
    version: '1',
    action: {},
    permissions: ['alarms'],
    // Each browser takes the one it knows.
    background: { service_worker: 'background.js', scripts: ['background.js'] },
    browser_specific_settings: { gecko: { id: 'empty@lekas.app' } },
  };
  await writeFile(join(dir, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(
    join(dir, 'background.js'),
    `chrome.runtime.onMessage.addListener(() => {}); void chrome.action.setBadgeText({ text: '99+' });`,
  );
  return dir;
}

/**
 * Gives what starts it once and says how long (ms) it took, as a page of the extension sees it that asks for the badge every few
 * ms: in front, for a hidden page has no such timers, and with pauses, not to keep the processes busy that are measured.
 */
async function starter(browser: ExtensionBrowser): Promise<() => Promise<number>> {
  const page = await browser.page('background.js');
  return async () => {
    await browser.stopBackground();
    await browser.beside(`chrome.action.setBadgeText({ text: '' })`);
    if (await browser.backgroundRuns()) await browser.stopBackground();
    return page.evaluate<number>(`(async () => {
      const start = performance.now();
      chrome.runtime.sendMessage({ type: 'nobody knows this' }).catch(() => {});
      for (;;) {
        if ((await chrome.action.getBadgeText({})).startsWith('99+')) return performance.now() - start;
        if (performance.now() - start > 20000) throw new Error('no badge in 20 s');
        await new Promise(resolve => setTimeout(resolve, 2));
      }
    })()`);
  };
}
