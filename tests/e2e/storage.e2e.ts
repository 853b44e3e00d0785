import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadText } from '@/lib/i18n/load-text';
import type { ExtensionBrowser } from './browser.ts';
import { eventually } from './browser-eventually.ts';
import { eventuallySays } from './eventually-is.ts';
import { loggedLines, sentLines, untilLogged } from './in-the-log.ts';
import { browsers, play } from './scene.ts';
import { ringPulse } from './what-befalls.ts';

/** The copies that were saved. A Chromium that is driven gives them names of its own, and puts them into no folder. */
async function copiesIn({ name, downloads }: ExtensionBrowser): Promise<string[]> {
  const folder = name === 'firefox' ? join(downloads, 'Lekas') : downloads;
  const names = await readdir(folder).catch(() => []);
  if (name === 'firefox')
    expect(names.filter(one => !/^lekas-20\d\d-\d\d-\d\d(?:\(1\))?\.jsonl$/.test(one))).toEqual([]);
  return Promise.all(names.map(one => readFile(join(folder, one), 'utf8')));
}

const untilCopies = (browser: ExtensionBrowser, count: number) =>
  eventually(
    async () => {
      const copies = await copiesIn(browser);
      return copies.length === count && copies.every(text => text.includes('"is":"end"'));
    },
    { within: 20_000, every: 200, what: `${count} whole copies` },
  );

const api = '(globalThis.browser ?? chrome)';

describe.concurrent.each(browsers)('in %s', name => {
  it('a copy is saved when the seller wants one, and again after a week by a worker that was ended', async () => {
    await play(name, {}, async ({ inbox, browser, openChat }) => {
      const { t } = await loadText('en');
      await openChat();
      inbox.buyerWrites(inbox.buyer('Ratih'));
      await untilLogged(inbox, browser);
      const settings = await browser.page('options.html', { width: 1100, height: 900 });
      await settings.waitFor('document.querySelector("[name=backup]")', 15_000);
      await settings.click('[name=backup]');
      if (name === 'firefox') await browser.answerPrompt(true);
      await untilCopies(browser, 1);
      await eventuallySays(settings, t('settings_backup_last', { day: '', name: '' }).replace(/[:,].*$/, ''));
      inbox.buyerWrites(inbox.buyer('Yoga'));
      await untilLogged(inbox, browser);

      // The week is over: the copy is of then.
      const aWeekOld = `${api}.storage.local.get('backup').then(({ backup }) => ${api}.storage.local.set({
        backup: { ...backup, lastAt: Date.now() - 7 * 86400000, triedAt: Date.now() - 7 * 86400000 } }))`;
      await browser.beside(aWeekOld);
      await browser.stopBackground();
      await ringPulse(browser);
      await untilCopies(browser, 2);
      const copies = await copiesIn(browser);
      const logged = copies.map(text =>
        loggedLines(
          text
            .trim()
            .split('\n')
            .map(line => JSON.parse(line))
            .filter(row => row.is === 'message'),
        ),
      );
      // Both are of this day; which stands first goes by their names.
      expect(logged.sort((a, b) => a.length - b.length).at(-1)).toEqual(sentLines(inbox.sent));
      expect(logged[0]).toHaveLength(1);
      expect(await browser.errors()).toEqual([]);
    });
  });
});
