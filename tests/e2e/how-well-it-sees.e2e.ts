import { describe, expect, it } from 'vitest';
import { eventually } from './browser-eventually.ts';
import { metersOf, rowsIn, textOf } from './in-the-popup.ts';
import { browsers, play } from './scene.ts';

describe.concurrent.each(browsers)('in %s', name => {
  it.each(['dialog', 'sign-in-page'] as const)(
    'log-in expired (%s): said so, marked, and no rate changes',
    async how => {
      await play(name, {}, async ({ inbox, browser, openChat, openPopup }) => {
        const [answered, waiting] = [inbox.buyer('Nadia'), inbox.buyer('Oki')];
        await openChat();
        const popup = await openPopup();
        inbox.buyerWrites(answered);
        inbox.sellerAnswers(answered);
        inbox.buyerWrites(waiting);
        await eventually(async () => (await metersOf(popup))['tiktok-shop/12h']?.counted === 1);
        const before = await metersOf(popup);
        inbox.loginExpires(how);
        await eventually(async () => (await browser.badge()).text === '1!', { within: 8000, what: 'the mark' });
        await eventually(async () => (await textOf(popup)).includes('You are signed out'), { what: 'the words' });
        expect(await metersOf(popup)).toEqual(before);
        expect(await rowsIn(popup)).toHaveLength(1);
      });
    },
  );

  it('a layout it does not know: says what is missing, and never that nobody waits', async () => {
    await play(name, { layout: 'unknown' }, async ({ inbox, browser, openChat, openPopup }) => {
      inbox.buyerWrites(inbox.buyer('Putri'));
      await openChat();
      const popup = await openPopup();
      await eventually(async () => (await textOf(popup)).includes('The chat page looks different'), { within: 15_000 });
      await popup.bringToFront();
      await popup.click('.health summary');
      expect(await textOf(popup)).toContain('conversation-list');
      // The network still tells of the buyer; the mark says that the page does not.
      await eventually(async () => (await browser.badge()).text === '1?', { what: 'the badge' });
    });
  });

  it('the second layout is read as well as the first', async () => {
    await play(name, { layout: 'classic' }, async ({ inbox, browser, openChat, openPopup }) => {
      inbox.buyerWrites(inbox.buyer('Rendra Wicaksono'));
      await openChat();
      const popup = await openPopup();
      await eventually(async () => (await textOf(popup)).includes('Watching your chat'), { within: 10_000 });
      await eventually(async () => (await textOf(popup)).includes('Rendra Wicaksono'), {
        what: 'the name, from the page',
      });
      expect((await browser.badge()).text).toBe('1');
    });
  });

  it('a page under /chat/ that is not the inbox is left alone', async () => {
    await play(name, {}, async ({ inbox, browser }) => {
      const assistant = await browser.open(inbox.url.replace(/\/chat\/.*$/, '/chat/assistant-v2/chatbot'));
      await assistant.waitFor('document.readyState === "complete"');
      const popup = await browser.page('popup.html', { behind: true });
      await eventually(async () => (await textOf(popup)).includes('No shop yet'));
      expect(await rowsIn(popup)).toEqual([]);
    });
  });

  it('a page that becomes the chat without loading is watched too, and says what it does not see', async () => {
    await play(name, {}, async ({ inbox, browser }) => {
      const page = await browser.open(inbox.url.replace(/\/chat\/.*$/, '/homepage'));
      await page.waitFor('document.readyState === "complete"');
      await page.evaluate(`history.pushState(null, '', ${JSON.stringify(inbox.url)})`);
      const popup = await browser.page('popup.html', { behind: true });
      await eventually(async () => (await textOf(popup)).includes('The chat page looks different'), { within: 15_000 });
    });
  });

  it('the chat tab is closed: the badge says that nobody looks', async () => {
    await play(name, {}, async ({ inbox, browser, openChat, openPopup }) => {
      const chat = await openChat();
      const popup = await openPopup();
      inbox.buyerWrites(inbox.buyer('Sari'));
      await eventually(async () => (await browser.badge()).text === '1');
      await chat.close();
      await eventually(async () => (await browser.badge()).text === '1×', { what: 'the mark' });
      await eventually(async () => (await textOf(popup)).includes('No chat page is open'));
    });
  });
});
