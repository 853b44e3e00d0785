import { describe, expect, it } from 'vitest';
import type { SimulatedInbox } from '../pages/tiktok-shop/inbox.ts';
import type { ExtensionBrowser, ExtensionPage } from './browser.ts';
import { eventually } from './browser-eventually.ts';
import { eventuallySays } from './eventually-is.ts';
import { rowsIn, textOf } from './in-the-popup.ts';
import { browsers, play } from './scene.ts';

const works = 'It works';
const registered = (browser: ExtensionBrowser) =>
  browser.beside<number>('(globalThis.browser ?? chrome).scripting.getRegisteredContentScripts().then(s => s.length)');

/** The marketplace's line in the list. */
const lineOf = (region: string) => `[data-market="tiktok-shop/${region}"]`;

/** Presses Allow beside a marketplace and answers what the browser then asks. */
async function allow(browser: ExtensionBrowser, welcome: ExtensionPage, region: string, yes: boolean): Promise<void> {
  await welcome.bringToFront();
  await welcome.click(`${lineOf(region)} .primary`);
  await browser.answerPrompt(yes);
}

const isAllowed = (region: string) => `document.querySelector('${lineOf(region)}')?.dataset.granted === 'true'`;

describe.each(browsers)('in %s', name => {
  it('who has just installed it is led from the welcome page to the first message, and back where he takes it away', async () => {
    await play(name, { granted: false }, async ({ inbox, browser, openPopup }) => {
      const start = performance.now();
      const { region } = inbox.options;
      const welcome = await browser.opened('welcome.html');
      await eventuallySays(welcome, 'Where do you sell?');
      const popup = await openPopup();
      await eventuallySays(popup, 'No shop yet');
      if (name === 'firefox') {
        expect(await registered(browser)).toBe(0);
        await allow(browser, welcome, region, false);
        await eventuallySays(welcome, 'Not allowed yet');
        expect(await textOf(welcome)).toContain('it shows no rates and cannot remind you');
        expect([await registered(browser), (await browser.badge()).text]).toEqual([0, '']);
        await allow(browser, welcome, region, true);
      }
      await welcome.waitFor(isAllowed(region), 10_000);
      await eventuallySays(welcome, 'Now open your chat');
      expect(await textOf(welcome)).not.toContain('Not allowed yet');
      await eventually(async () => (await registered(browser)) > 0, { what: 'the scripts' });
      await welcome.bringToFront();
      await welcome.click(`${lineOf(region)} .quiet`);
      await eventually(() => inbox.listeners > 0, { within: 15_000, what: 'the chat page, open' });
      // A chat page without a single chat proves nothing yet.
      await welcome.waitFor('!document.querySelector("[data-step=next]")', 20_000);
      expect(await textOf(welcome)).not.toContain(works);

      inbox.buyerWrites(inbox.buyer('Ratih Kusumawardani'));
      await eventuallySays(welcome, works);
      await eventuallySays(popup, 'Ratih Kusumawardani');
      const seconds = (performance.now() - start) / 1000;
      console.log(`${name}: installed → first message seen ${seconds.toFixed(1)} s`);
      expect(seconds).toBeLessThan(60);
      await eventually(async () => (await browser.badge()).text === '1', { within: 1000, what: 'the badge' });
      if (name === 'chromium') return;

      await browser.revoke();
      await eventuallySays(popup, 'Lekas may not see this chat');
      await eventuallySays(welcome, 'Permission was taken back');
      expect(await textOf(welcome)).not.toContain(works);
      expect(await registered(browser)).toBe(0);
      // What was noted stays.
      expect((await rowsIn(popup)).length).toBe(1);
      await allow(browser, welcome, region, true);
      await welcome.waitFor(isAllowed(region), 10_000);
      await eventually(async () => (await registered(browser)) > 0, { what: 'the scripts, again' });
    });
  });

  it('a chat that was open before is not touched: its seller is told to reload it, and does', async () => {
    const before = (inbox: SimulatedInbox) => {
      inbox.buyerWrites(inbox.buyer('Wulan Safitri'));
    };
    await play(name, { granted: false, openFirst: true, before }, async ({ inbox, browser, openPopup }) => {
      const chat = browser.openedFirst;
      if (!chat) throw new Error('a chat that was open before');
      await chat.evaluate('void (globalThis.unsent = "Halo kak, ")');
      const welcome = await browser.opened('welcome.html');
      await eventuallySays(welcome, 'Where do you sell?');
      if (name === 'firefox') await allow(browser, welcome, inbox.options.region, true);
      await welcome.waitFor(isAllowed(inbox.options.region), 10_000);
      await eventuallySays(welcome, 'reload the tab');
      expect(await textOf(welcome)).not.toContain(works);
      const popup = await openPopup();
      await popup.waitFor('document.querySelector("[data-health=partly]")', 10_000);
      await eventuallySays(popup, 'open before Lekas could start');
      expect(await chat.evaluate('globalThis.unsent')).toBe('Halo kak, ');

      // He has sent it, and reloads.
      await chat.reload();
      await popup.waitFor('document.querySelector("[data-health=watching]")', 30_000);
      await eventuallySays(welcome, works);
      expect(await chat.evaluate('location.href')).toBe(inbox.url);
    });
  });
});
