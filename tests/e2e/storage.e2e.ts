import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadText } from '@/lib/i18n/load-text';
import type { ExtensionBrowser, ExtensionPage } from './browser.ts';
import { eventually } from './browser-eventually.ts';
import { eventuallySays } from './eventually-is.ts';
import { exportEverything } from './exported-file.ts';
import { loggedLines, loggedMessages, sentLines, untilLogged } from './in-the-log.ts';
import { browsers, play } from './scene.ts';
import { troubleOn, untilBadge, untilTrouble } from './trouble-told.ts';
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

/** Turns the weekly copy on as a seller does, and says yes where the browser asks. */
async function wantCopies(browser: ExtensionBrowser, settings: ExtensionPage): Promise<void> {
  await settings.waitFor('document.querySelector("[name=backup]")', 15_000);
  await settings.click('[name=backup]');
  if (browser.name === 'firefox') await browser.answerPrompt(true);
}

/** Deletes the log as a browser does that needs its room or cannot read it, while all that has it open goes on. */
const deleted = `new Promise((resolve, reject) => {
  const deleting = indexedDB.deleteDatabase('lekas');
  deleting.onsuccess = () => resolve(true);
  deleting.onerror = () => reject(deleting.error);
})`;

/** Halves every file of the log, as a disk that failed leaves them. Gives how many there were. */
async function halveLog(profile: string): Promise<void> {
  const entries = await readdir(profile, { recursive: true, withFileTypes: true });
  const paths = entries.filter(entry => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const ours = paths
    .filter(path => !path.includes('userContextId=4294967295'))
    .filter(path => /chrome-extension_.*indexeddb\.leveldb\/|moz-extension.*\/idb\/.*\.sqlite/.test(path));
  // Firefox keeps settings in a database too, beside the log's: of a container that is no container.
  const full = (await Promise.all(ours.map(async path => ({ path, size: (await stat(path)).size })))).filter(
    one => one.size > 0,
  );
  expect(full.length).toBeGreaterThan(0);
  for (const { path, size } of full) await truncate(path, Math.floor(size / 2));
}

const api = '(globalThis.browser ?? chrome)';

describe.each(browsers)('in %s', name => {
  it('a copy is saved when the seller wants one, and again after a week by a worker that was ended', async () => {
    await play(name, {}, async ({ inbox, browser, openChat }) => {
      const { t } = await loadText('en');
      await openChat();
      inbox.buyerWrites(inbox.buyer('Ratih'));
      await untilLogged(inbox, browser);
      const settings = await browser.page('options.html', { width: 1100, height: 900 });
      await wantCopies(browser, settings);
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

  it('a copy is wanted no longer once everything was deleted, what was allowed for it is given back, and it can be wanted again', async () => {
    await play(name, {}, async ({ browser }) => {
      const { t } = await loadText('en');
      const isAllowed = () => browser.beside<boolean>(`${api}.permissions.contains({ permissions: ['downloads'] })`);
      const isWanted = 'document.querySelector("[name=backup]").checked';
      const settings = await browser.page('options.html', { width: 1100, height: 900 });
      await wantCopies(browser, settings);
      await settings.waitFor(isWanted);
      expect(await isAllowed()).toBe(true);
      await settings.click('.delete-box input');
      await settings.type(t('settings_delete_word'));
      await settings.click('.delete-box [type=submit]');
      await settings.waitFor(`!${isWanted}`, 10_000);
      // The tests' build for Chromium has it from the start, and nobody can give back what was not asked for.
      if (name === 'firefox') await eventually(async () => !(await isAllowed()), { what: 'what was given back' });
      await wantCopies(browser, settings);
      await settings.waitFor(isWanted);
      await eventuallySays(settings, t('settings_backup_last', { day: '', name: '' }).replace(/[:,].*$/, ''));
      expect(await browser.errors()).toEqual([]);
    });
  });

  it('a log that is deleted under it, or broken on the disk, is told and never a silent zero; a copy and history bring it back', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lekas-copies-'));
    try {
      await play(name, {}, async ({ inbox, browser, openChat, openPopup }) => {
        const chat = await openChat();
        const buyers = ['Ratih', 'Yoga', 'Citra'].map(buyer => inbox.buyer(buyer));
        for (const buyer of buyers) inbox.buyerWrites(buyer);
        await untilLogged(inbox, browser);
        const popup = await openPopup();
        await popup.waitFor('document.querySelectorAll("[data-conversation]").length === 3', 15_000);
        expect(await troubleOn(popup)).toBeNull();
        const settings = await browser.page('options.html', { width: 1100, height: 900 });
        await settings.waitFor('document.querySelector("#data .data-actions button")', 15_000);
        const { text } = await exportEverything(browser, settings);
        const copy = join(folder, 'copy.jsonl');
        await writeFile(copy, text);

        await browser.beside(deleted);
        const ask = inbox.buyer('Dimas');
        inbox.buyerWrites(ask);
        await untilTrouble(popup, 'lost');
        await untilTrouble(settings, 'lost');
        await eventually(async () => (await browser.badge()).text.endsWith('!!'), { within: 10_000, what: 'the mark' });
        // The copy brings back what it holds, and the chat what was written since.
        await settings.chooseFile('#data input[type=file]', copy);
        await chat.reload();
        await untilLogged(inbox, browser);
        expect(loggedLines(await loggedMessages(browser))).toEqual(sentLines(inbox.sent));
        await popup.bringToFront();
        await popup.click('[data-trouble] button');
        await untilTrouble(popup, null);
        await untilBadge(browser, '4');

        await chat.close();
        await browser.restart(halveLog);
        const again = await openPopup();
        await eventually(async () => ['lost', 'unreadable'].includes((await troubleOn(again)) ?? ''), {
          within: 30_000,
          what: 'the broken log, told',
        });
        console.log(`${name}: of half a log it says ${await troubleOn(again)}`);
        await eventually(async () => (await browser.badge()).text.endsWith('!!'), { within: 15_000, what: 'the mark' });
        await openChat();
        await untilLogged(inbox, browser, 40_000);
        expect(loggedLines(await loggedMessages(browser))).toEqual(sentLines(inbox.sent));
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  }, 120_000);
});
