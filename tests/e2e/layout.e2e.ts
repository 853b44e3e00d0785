import { expect } from 'vitest';
import type { LogTrouble } from '@/lib/log/log-trouble';
import { inTrouble } from '../tools/screenshots/in-trouble.ts';
import { cases, type Scene as SeededScene, scenes } from '../tools/screenshots/scenes.ts';
import type { ExtensionPage } from './browser.ts';
import { layoutFaults } from './layout-faults.ts';
import { play } from './scene.ts';
import { seeding } from './seeding.ts';
import { sideBySide } from './side-by-side.ts';

interface Look {
  readonly page: 'popup.html' | 'sidepanel.html' | 'dashboard.html' | 'options.html' | 'welcome.html';
  /** CSS pixels. At twice the size, a window has half of them. */
  readonly sizes: readonly (readonly [width: number, height: number])[];
  /** The part that its address names. */
  readonly at?: string;
  /** What is opened first. */
  readonly act?: string;
}

const window380 = [380, 600] as const;
// A popup keeps its width, and the browser gives it no more than 600 px of the screen.
const popupTwice = [380, 300] as const;
const beside = [320, 900] as const;
const besideTwice = [190, 450] as const;
const deskTwice = [640, 400] as const;

const popup: Look = { page: 'popup.html', sizes: [window380, popupTwice] };
const opened = (what: string): Look => ({ ...popup, act: `document.querySelector('${what}')?.click()` });
const panel: Look = { page: 'sidepanel.html', sizes: [beside, besideTwice] };
const desk = (page: Look['page']): Look => ({ page, sizes: [window380, deskTwice] });

/** Logs as sellers have them, each in one language: those with the longest words where most is on the screen. */
const seen: readonly {
  readonly scene: SeededScene;
  readonly locale: string;
  readonly looks: readonly Look[];
  /** Whether something is tracked by hand as well. */
  readonly hasCases?: boolean;
  /** What is wrong with the log as a whole; absent: nothing. A loss stays until it was seen; all else is over within the minute. */
  readonly trouble?: LogTrouble;
}[] = [
  {
    scene: 'none',
    locale: 'vi',
    looks: [popup, panel, desk('dashboard.html'), desk('options.html'), desk('welcome.html')],
  },
  { scene: 'quiet', locale: 'en', trouble: 'lost', looks: [popup, panel] },
  {
    scene: 'one',
    locale: 'id',
    looks: [popup, opened('summary'), opened('.waiting-more'), panel, desk('dashboard.html')],
  },
  {
    scene: 'promised',
    locale: 'id',
    hasCases: true,
    looks: [popup, opened('.cases-head .quiet'), opened('.case-item .waiting-more'), panel],
  },
  { scene: 'five-hundred', locale: 'vi', hasCases: true, looks: [popup, { ...popup, at: '#cases' }, panel] },
  {
    scene: 'twenty',
    locale: 'id',
    trouble: 'lost',
    looks: [popup, panel, desk('dashboard.html'), desk('options.html')],
  },
  {
    scene: 'all',
    locale: 'vi',
    looks: [popup, opened('summary'), panel, desk('dashboard.html'), desk('options.html')],
  },
];

sideBySide(
  'nothing overlaps, is cut off or scrolls sideways, whoever waits and whatever he is called',
  async name => {
    const seed = await seeding();
    await play(name, {}, async ({ browser }) => {
      const api = name === 'chromium' ? 'chrome' : 'browser';
      const faults: string[] = [];
      for (const { scene, locale, looks, hasCases = false, trouble = null } of seen) {
        await browser.beside(`(async () => {
          await ${seed}.seed(${JSON.stringify(shopsOf(scene))});
          await ${seed}.tracked(${JSON.stringify(hasCases ? cases : [])});
          await ${inTrouble(trouble)};
          await ${api}.storage.local.set({ settings: { locale: '${locale}' } });
        })()`);
        for (const { page, sizes, at = '', act = 'null' } of looks) {
          const shown = await browser.page(`${page}${at}`, { width: 380, height: 600 });
          await drawn(shown, page);
          const rows = page === 'dashboard.html' || page === 'options.html' ? 0 : rowsOf(scene);
          if (trouble) await shown.waitFor(`document.querySelector('[data-trouble=${trouble}]')`);
          await shown.waitFor(`document.querySelectorAll('[data-conversation]').length >= ${rows}`);
          await shown.evaluate(`void (${act})`);
          for (const [width, height] of sizes) {
            await shown.setSize(width, height);
            await shown.waitFor(`innerWidth === ${width}`);
            const found = await shown.evaluate<string[]>(layoutFaults);
            faults.push(...found.map(fault => `${page}${at} ${scene} ${locale} ${width}×${height}: ${fault}`));
          }
          await shown.close();
        }
      }
      expect(faults).toEqual([]);
    });
  },
  120_000,
);

/** Their newest days alone: what is longer is only longer to fill in. */
const shopsOf = (scene: SeededScene) => scenes[scene].map(story => ({ ...story, days: Math.min(story.days, 12) }));

/** A list that is longer than a popup is there once its first rows are painted. */
const rowsOf = (scene: SeededScene) => scenes[scene].reduce((all, { waiting }) => all + waiting, 0);

async function drawn(page: ExtensionPage, path: string): Promise<void> {
  const isThere = {
    'popup.html': '.popup footer',
    'sidepanel.html': '.popup footer',
    'dashboard.html': '.desk main h1',
    'options.html': '.used:not([aria-busy=true])',
    'welcome.html': '.market',
  }[path];
  await page.waitFor(`document.querySelector('${isThere}') && !document.querySelector('[aria-busy=true]')`, 15_000);
}
