import type { ElementHandle, KeyInput, Page } from 'puppeteer-core';
import type { ColorScheme, ExtensionPage, PageOptions } from './browser.ts';
import { boxed, unboxed } from './browser-boxed.ts';
import { eventually } from './browser-eventually.ts';
import { restingPlaceOf } from './resting-place.ts';

/** Loads an extension page into an empty tab. */
export async function chromiumPage(page: Page, url: string, options: PageOptions): Promise<ExtensionPage> {
  const { width = 380, height = 600, colorScheme, language } = options;
  await page.setViewport({ width, height });
  if (colorScheme !== undefined) await setColorScheme(page, colorScheme);
  if (language !== undefined) await setLanguage(page, language);
  await page.goto(url, { waitUntil: 'load' });
  return openChromiumPage(page);
}

/** An extension page that is in a tab already. */
export function openChromiumPage(page: Page): ExtensionPage {
  const evaluate = async <T>(expression: string) => unboxed<T>(await page.evaluate(boxed(expression)));

  return {
    evaluate,
    async waitFor(expression, timeoutMs) {
      await eventually(() => evaluate(`!!(${expression})`), { within: timeoutMs ?? 5000, what: expression });
    },
    async click(selector) {
      await restingPlaceOf(evaluate, selector);
      await page.click(selector);
    },
    type: text => page.keyboard.type(text),
    press: key => press(page, key),
    async chooseFile(selector, path) {
      const field = await page.$(selector);
      if (field === null) throw new Error(`no field for files: ${selector}`);
      await (field as ElementHandle<HTMLInputElement>).uploadFile(path);
    },
    async screenshot(path) {
      await page.screenshot({ path: path as `${string}.png` });
    },
    setColorScheme: scheme => setColorScheme(page, scheme),
    setMedium: medium => page.emulateMediaType(medium),
    setSize: (newWidth, newHeight) => page.setViewport({ width: newWidth, height: newHeight }),
    async reload() {
      await page.reload({ waitUntil: 'load' });
    },
    bringToFront: () => page.bringToFront(),
    close: () => page.close(),
  };
}

function setColorScheme(page: Page, scheme: ColorScheme) {
  return page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
}

/** Both are needed: the first is what `Intl` and `i18n` go by, the second what `navigator.language` says. */
async function setLanguage(page: Page, language: string) {
  const session = await page.createCDPSession();
  await session.send('Emulation.setLocaleOverride', { locale: language });
  const userAgent = await page.browser().userAgent();
  await session.send('Emulation.setUserAgentOverride', { userAgent, acceptLanguage: language });
}

async function press(page: Page, key: string) {
  const keys = key.split('+') as KeyInput[];
  const last = keys.pop();
  if (last === undefined) return;
  for (const modifier of keys) await page.keyboard.down(modifier);
  await page.keyboard.press(last);
  for (const modifier of keys.reverse()) await page.keyboard.up(modifier);
}
