import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { loadText } from '@/lib/i18n/load-text';
import type { ExtensionPage } from './browser.ts';
import { eventuallySays } from './eventually-is.ts';
import { loggedLines, loggedMessages, sentLines, untilLogged } from './in-the-log.ts';
import { play } from './scene.ts';
import { sideBySide } from './side-by-side.ts';
import { untilBadge, untilTrouble } from './trouble-told.ts';

/**
 * Spoils the log on the disk so that a browser can neither read it nor takes it for an empty one; gives what makes it whole again.
 * Chromium makes good for itself whatever is wrong inside its folder, so the folder is another thing; Firefox begins anew where the
 * first page of its file is wrong, and reads no further where all others are.
 */
async function spoilLog(profile: string): Promise<() => Promise<void>> {
  const entries = await readdir(profile, { recursive: true, withFileTypes: true });
  const [log, ...more] = entries
    .map(({ parentPath, name }) => join(parentPath, name))
    // Firefox keeps settings in a database too, beside the log's: of a container that is no container.
    .filter(path => !path.includes('userContextId=4294967295'))
    .filter(path => /chrome-extension_[^/]*indexeddb\.leveldb$|moz-extension[^/]*\/idb\/[^/]*\.sqlite$/.test(path));
  if (log === undefined || more.length > 0) throw new Error(`the log is in ${more.length + (log ? 1 : 0)} places`);
  if (log.endsWith('.leveldb')) {
    await rename(log, `${log}-aside`);
    await writeFile(log, '');
    return async () => {
      await rm(log);
      await rename(`${log}-aside`, log);
    };
  }
  const whole = await readFile(log);
  const firstPage = 8192;
  await writeFile(log, Buffer.concat([whole.subarray(0, firstPage), Buffer.alloc(whole.length - firstPage, 0xa5)]));
  return () => writeFile(log, whole);
}

const rows = 'document.querySelectorAll("[data-conversation]").length';
const words = (page: ExtensionPage) => page.evaluate<string>('document.querySelector("main").innerText');

sideBySide(
  'while the log has no room, or cannot be read, every screen says so, none says zero, and what was written meanwhile is recorded later',
  async name => {
    const { t } = await loadText('en');
    await play(name, {}, async ({ inbox, browser, openChat, openPopup }) => {
      const screens = async () =>
        [await openPopup(), await browser.page('dashboard.html', { width: 1100, height: 900, behind: true })] as const;
      const chat = await openChat();
      inbox.buyerWrites(inbox.buyer('Ratih'));
      await untilLogged(inbox, browser);

      await browser.setRoom('full');
      for (const buyer of ['Yoga', 'Citra']) inbox.buyerWrites(inbox.buyer(buyer));
      await untilBadge(browser, '1!!', t('trouble_full_title'));
      const withoutRoom = await screens();
      for (const page of withoutRoom) await untilTrouble(page, 'full');
      const [popup] = withoutRoom;
      await popup.waitFor(`${rows} === 1`);
      expect(loggedLines(await loggedMessages(browser))).toEqual(sentLines(inbox.sent.slice(0, 1)));
      for (const page of withoutRoom) await page.close();

      await browser.setRoom('free');
      await untilLogged(inbox, browser, 40_000);
      await untilBadge(browser, '3');

      await chat.close();
      let makeWhole = async () => {};
      await browser.restart(async profile => {
        makeWhole = await spoilLog(profile);
      });
      await openChat();
      inbox.buyerWrites(inbox.buyer('Dimas'));
      await untilBadge(browser, '!!', t('trouble_unreadable_title'));
      for (const page of await screens()) {
        await untilTrouble(page, 'unreadable');
        const said = (await words(page)).replace(t('trouble_unreadable_body'), '');
        expect(said).not.toMatch(/\d|nobody|no shop/i);
      }
      const settings = await browser.page('options.html', { width: 1100, height: 900 });
      await settings.waitFor('document.querySelector("#data .data-actions button")', 15_000);
      await settings.click('#data .data-actions button');
      await eventuallySays(settings, t('export_failed_error'));
      // Firefox counts what a restart broke off.
      if (name === 'chromium') expect(await browser.errors()).toEqual([]);

      await browser.restart(makeWhole);
      await openChat();
      await untilLogged(inbox, browser, 40_000);
      expect(loggedLines(await loggedMessages(browser))).toEqual(sentLines(inbox.sent));
      await untilBadge(browser, '4');
      await untilTrouble(await openPopup(), null);
    });
  },
  150_000,
);
