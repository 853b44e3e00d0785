import { expect } from 'vitest';
import type { ExtensionBrowser, ExtensionPage } from './browser.ts';
import { eventually } from './browser-eventually.ts';

/** What a page says is wrong with the log as a whole; `null`: nothing. */
export const troubleOn = (page: ExtensionPage): Promise<string | null> =>
  page.evaluate<string | null>('document.querySelector("[data-trouble]")?.dataset.trouble ?? null');

/** Until the page says that, and nothing else. */
export const untilTrouble = (page: ExtensionPage, wanted: string | null): Promise<number> =>
  eventually(
    async () => {
      const told = await troubleOn(page);
      if (told === wanted) return true;
      throw new Error(`it says ${told}`);
    },
    { within: 30_000, every: 200, what: `trouble ${wanted}` },
  );

/** Until the toolbar's button has this text, and its title these words. */
export const untilBadge = (browser: ExtensionBrowser, text: string, words = ''): Promise<number> =>
  eventually(
    async () => {
      const badge = await browser.badge();
      expect(badge).toMatchObject({ text, title: expect.stringContaining(words) });
      return true;
    },
    { within: 15_000, every: 200, what: `the badge ${text} ${words}` },
  );
