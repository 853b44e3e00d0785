import { describe, expect, it } from 'vitest';
import { eventually } from './browser-eventually.ts';
import { textOf } from './in-the-popup.ts';
import { browsers, play } from './scene.ts';

describe.each(browsers)('in %s', name => {
  it('the welcome page opens by itself, names every marketplace, and speaks two languages', async () => {
    await play(name, {}, async ({ browser }) => {
      await eventually(async () => (await browser.tabs()).some(url => url.endsWith('/welcome.html')), {
        within: 10_000,
      });
      const welcome = await browser.page('welcome.html', { width: 1000, height: 900, language: 'en' });
      await eventually(async () => (await textOf(welcome)).includes('Where do you sell?'));
      const shown = await textOf(welcome);
      for (const place of ['Indonesia', 'Vietnam', 'Thailand', 'Malaysia', 'Philippines', 'Singapore', 'Brazil']) {
        expect(shown).toContain(place);
      }
      await welcome.evaluate(`(() => {
        const select = document.querySelector('select');
        Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value').set.call(select, 'id');
        select.dispatchEvent(new Event('change', { bubbles: true }));
      })()`);
      await eventually(async () => !(await textOf(welcome)).includes('Where do you sell?'), {
        what: 'the other language',
      });
      expect(await welcome.evaluate<string>('document.documentElement.lang')).toBe('id');
    });
  });
});

describe('in firefox, where a test can give and take permissions', () => {
  it('nothing is watched before a marketplace is allowed, everything after, and nothing when it is taken back', async () => {
    await play('firefox', { granted: false }, async ({ inbox, browser }) => {
      inbox.buyerWrites(inbox.buyer('Wahyu'));
      const chat = await browser.open(inbox.url);
      await chat.waitFor('window.__inboxStats?.loaded === true', 15_000);
      expect((await browser.badge()).text).toBe('');
      const registered = () =>
        browser.inBackground<number>('browser.scripting.getRegisteredContentScripts().then(s => s.length)');
      expect(await registered()).toBe(0);

      const origins = [`${new URL(inbox.url).origin}/*`];
      await browser.grant(origins);
      await eventually(async () => (await registered()) === 2, { what: 'the scripts, registered' });
      await chat.reload();
      await eventually(async () => (await browser.badge()).text === '1', { within: 10_000, what: 'the badge' });

      await browser.revoke(origins);
      await eventually(async () => (await registered()) === 0, { what: 'the scripts, gone' });
    });
  });
});
