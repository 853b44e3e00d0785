import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type ColorScheme, type ExtensionBrowser, launch } from '../../e2e/browser.ts';
import { build } from '../build.ts';
import { bundled } from '../bundled.ts';
import { serveAtRealAddresses } from '../real-address.ts';
import { root } from '../run.ts';
import { inTrouble } from './in-trouble.ts';
import { type Scene, scenes } from './scenes.ts';
import { type Shot, shots } from './shots.ts';

/**
 * `npm run screenshots`: every screen in every theme and language, into one folder that git does not keep.
 * `-- popup vi dark` takes only those whose name, language or theme is among the words.
 */
const folder = join(root, '.output', 'screenshots');
const themes = ['light', 'dark'] as const satisfies readonly ColorScheme[];
const languages = ['en', 'id', 'vi', 'zh-CN'] as const;
/** CSS pixels of A4 between its margins. */
const paper = 718;

// The browser's clock stands where the sellers are.
process.env.TZ = 'Asia/Jakarta';

const asked = process.argv.slice(2);
const only = <T extends string>(all: readonly T[]) => {
  const some = all.filter(one => asked.includes(one));
  return some.length > 0 ? some : all;
};
const names = asked.filter(word => !([...themes, ...languages] as readonly string[]).includes(word));
const wanted = shots.filter(({ name }) => names.length === 0 || names.some(part => name.startsWith(part)));

const { ok, output } = await build('chrome-e2e');
if (!ok) throw new Error(output);
if (asked.length === 0) await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const addresses = await serveAtRealAddresses([]);
const browser = await launch({ browser: 'chromium', proxyPort: addresses.proxyPort });
let taken = 0;
try {
  const seed = await bundled(join(import.meta.dirname, 'seed.ts'));
  for (const scene of new Set(wanted.map(shot => shot.scene))) {
    await fill(browser, seed, scene);
    for (const language of only(languages)) {
      for (const shot of wanted.filter(one => one.scene === scene)) {
        await prepare(browser, seed, shot);
        taken += await take(browser, shot, language);
      }
    }
  }
  console.log(`${taken} pictures in ${folder}`);
} finally {
  await browser.close();
  await addresses.close();
}
process.exit(0);

async function fill(browser: ExtensionBrowser, seed: string, scene: Scene): Promise<void> {
  await browser.beside(`(async () => {
    await chrome.storage.local.clear();
    await ${seed}.seed(${JSON.stringify(scenes[scene])});
  })()`);
}

async function prepare(
  browser: ExtensionBrowser,
  seed: string,
  { scene, settings = {}, cases = [], trouble }: Shot,
): Promise<void> {
  await browser.beside(`(async () => {
    const { id } = await chrome.tabs.getCurrent();
    await ${inTrouble(trouble ?? null)};
    await chrome.storage.local.set({ settings: ${JSON.stringify(settings)} });
    await ${seed}.tracked(${JSON.stringify(cases)});
    await ${seed}.watched(${JSON.stringify(scenes[scene])}, id);
  })()`);
}

async function take(browser: ExtensionBrowser, shot: Shot, language: string): Promise<number> {
  const { name, page, width, height, ready, act, isPrinted = false } = shot;
  const opened = await browser.page(page, { width, height, language });
  try {
    await opened.waitFor(ready, 10_000);
    if (act !== undefined) await opened.evaluate(`void (${act})`);
    await opened.evaluate('new Promise(resolve => setTimeout(resolve, 350))');
    for (const theme of only(themes)) {
      await opened.setMedium('screen');
      await opened.setColorScheme(theme);
      if (isPrinted) {
        await opened.setSize(paper, height);
        await opened.setMedium('print');
      }
      await opened.screenshot(join(folder, `${name}-${theme}-${language}.png`));
    }
    return only(themes).length;
  } finally {
    await opened.close();
  }
}
