import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { locales } from '@/lib/i18n/locale';
import type { LogTrouble } from '@/lib/log/log-trouble';
import { inTrouble } from '../tools/screenshots/in-trouble.ts';
import { cases, type Scene as SeededScene, scenes } from '../tools/screenshots/scenes.ts';
import type { ColorScheme, ExtensionPage } from './browser.ts';
import { browsers, play } from './scene.ts';
import { seeding } from './seeding.ts';

interface Look {
  readonly page: string;
  readonly scene: SeededScene;
  /** True once it is drawn. */
  readonly ready: string;
  /** What is wrong with the log as a whole; absent: nothing. A loss stays until it was seen; all else is over within the minute. */
  readonly trouble?: LogTrouble;
  /** Evaluated before it is looked at. */
  readonly act?: string;
  readonly width?: number;
}

/**
 * Colours are those of a theme in every language, and words those of a language in either theme; what a language changes on a
 * page is the same in every browser.
 */
const themes = (['light', 'dark'] as const).map(theme => [locales[0], theme] as const);
const languages = locales.slice(1).map(locale => [locale, 'light'] as const);
const seenIn = { chromium: [...themes, ...languages], firefox: themes };

const told = (trouble: LogTrouble | null) =>
  `document.querySelector('[data-trouble]')?.dataset.trouble === ${trouble === null ? 'undefined' : `'${trouble}'`}`;
const drawn = 'document.querySelector("h1") && !document.querySelector("[aria-busy=true]")';
const popupDrawn = `document.querySelector('.popup footer') && ${drawn}`;

/** Every screen as sellers meet it; in Chromium and Firefox, light and dark. */
const looks: readonly Look[] = [
  { page: 'popup.html', scene: 'none', ready: popupDrawn },
  { page: 'welcome.html', scene: 'none', ready: drawn, width: 1000 },
  { page: 'popup.html', scene: 'aside', ready: popupDrawn },
  { page: 'popup.html', scene: 'aside', ready: popupDrawn, act: 'document.querySelector(".waiting-more").click()' },
  {
    page: 'popup.html',
    scene: 'aside',
    ready: popupDrawn,
    // The keys; the other glyph there leads beside the chat, and closes the popup.
    act: 'document.querySelector(".popup-foot [aria-expanded]").click()',
  },
  { page: 'sidepanel.html', scene: 'aside', ready: popupDrawn, width: 320 },
  { page: 'options.html', scene: 'aside', ready: drawn, width: 1100 },
  { page: 'options.html', scene: 'aside', ready: drawn, width: 380, trouble: 'lost' },
  { page: 'dashboard.html', scene: 'aside', ready: drawn, width: 1100, trouble: 'lost' },
  { page: 'dashboard.html', scene: 'aside', ready: drawn, width: 380 },
  {
    page: 'popup.html',
    scene: 'aside',
    ready: popupDrawn,
    act: `(async () => {
      for (const one of ['.cases-head .quiet', '.case-form .primary', '.case-item .waiting-more']) {
        document.querySelector(one).click();
        await new Promise(resolve => setTimeout(resolve, 60));
      }
    })()`,
  },
  { page: 'popup.html', scene: 'all', ready: popupDrawn, trouble: 'lost' },
];

// A meter without a value is "no chats yet"; it must not be given one.
const axe = `axe.run({ rules: { 'aria-required-attr': { enabled: !document.querySelector('[role=meter]:not([aria-valuenow])') } } })
  .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 200))))`;

it.concurrent.each(browsers)(
  'axe finds nothing wrong with any screen in %s, in neither theme and no language',
  async name => {
    const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const seed = await seeding();
    await play(name, {}, async ({ browser }) => {
      const api = name === 'chromium' ? 'chrome' : 'browser';
      let filled: string | undefined;
      const faults: string[] = [];
      for (const { page, scene, ready, act, width = 380, trouble = null } of looks) {
        if (filled !== scene) {
          await browser.beside(`(async () => {
            await ${seed}.seed(${JSON.stringify(scenes[scene])});
            await ${seed}.tracked(${JSON.stringify(cases)});
          })()`);
        }
        filled = scene;
        await browser.beside(inTrouble(trouble));
        const opened = await browser.page(page, { width, height: 600 });
        await opened.waitFor(`(${ready}) && ${told(trouble)}`, 15_000);
        await opened.evaluate(`void (${act ?? 'null'})`);
        await opened.evaluate(`void (() => {\n${source}\n})()`);
        for (const [locale, theme] of seenIn[name]) {
          await opened.evaluate(`void ${api}.storage.local.set({ settings: { locale: '${locale}' } })`);
          await opened.waitFor(`document.documentElement.lang === '${locale}'`);
          await faultsIn(opened, theme, text => faults.push(`${page} ${scene} ${locale} ${theme} ${text}`));
        }
        await opened.close();
      }
      expect(faults).toEqual([]);
    });
  },
  180_000,
);

async function faultsIn(page: ExtensionPage, theme: ColorScheme, tell: (fault: string) => void): Promise<void> {
  await page.setColorScheme(theme);
  for (const fault of await page.evaluate<string[]>(axe)) tell(fault);
}
