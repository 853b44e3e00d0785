import { expect, it } from 'vitest';
import { loadText } from '@/lib/i18n/load-text';
import { scenes } from '../tools/screenshots/scenes.ts';
import { eventually } from './browser-eventually.ts';
import { focusOn, tabThrough } from './by-keyboard.ts';
import { eventuallyIs, eventuallySays } from './eventually-is.ts';
import { savedAfter } from './exported-file.ts';
import { rowsOf } from './in-the-log.ts';
import { textOf } from './in-the-popup.ts';
import { browsers, play } from './scene.ts';
import { seeding } from './seeding.ts';

it.concurrent.each(browsers)(
  'every control of popup and settings is reached by Tab in %s, and all is done without a mouse',
  async name => {
    const seed = await seeding();
    await play(name, {}, async ({ browser, openPopup }) => {
      await browser.beside(`${seed}.seed(${JSON.stringify([{ ...scenes.one[0], days: 9 }])})`);
      const popup = await openPopup();
      await popup.waitFor('document.querySelector("[role=meter]")', 15_000);
      const settings = await browser.page('options.html', { width: 1100, height: 900 });
      await settings.waitFor('document.querySelector("[data-counting-shop]")', 15_000);
      const welcome = await browser.page('welcome.html', { width: 1000, height: 900 });
      await welcome.waitFor('document.querySelector(".market")', 15_000);
      for (const page of [popup, settings, welcome]) expect(await tabThrough(page)).toEqual([]);

      await popup.bringToFront();
      // A list that has the focus keeps its own keys.
      await popup.evaluate('void document.activeElement.blur()');
      const days = `document.querySelector('.days-switch input:checked').parentElement.textContent`;
      await popup.press('1');
      await eventuallyIs(() => popup.evaluate(days), '7 days', {});
      await popup.press('2');
      await eventuallyIs(() => popup.evaluate(days), '30 days', {});
      await focusOn(popup, '.days-switch input');
      await popup.press('ArrowLeft');
      await eventuallyIs(() => popup.evaluate(days), '7 days', {});
      await focusOn(popup, 'summary');
      const opened = () => popup.evaluate<boolean>('document.activeElement.parentElement.open');
      await popup.press('Enter');
      await eventuallyIs(opened, true, { what: 'the details, opened by Enter' });
      await popup.press('Enter');
      await eventuallyIs(opened, false, { what: 'the details, closed by Enter' });
      await popup.press('Space');
      await eventuallySays(popup, 'left out');
      await popup.press('?');
      await eventuallySays(popup, 'Go through the waiting buyers');
      await popup.press('Escape');
      await eventually(async () => !(await textOf(popup)).includes('Go through'), { what: 'the list of keys, gone' });
      expect(await popup.evaluate('document.activeElement.tagName')).toBe('SUMMARY');
      await focusOn(popup, '[data-conversation]', 'ArrowDown', 3);
      const first = await popup.evaluate<string>('document.activeElement.dataset.conversation');
      await popup.press('ArrowDown');
      expect(await popup.evaluate<string>('document.activeElement.dataset.conversation')).not.toBe(first);
      await popup.press('Tab');
      await popup.press('Enter');
      await popup.waitFor('document.querySelector("[data-mark=spam]")');
      await popup.press('Escape');
      await popup.waitFor('document.activeElement.matches(".waiting-more") && !document.querySelector("[data-mark]")');

      await settings.bringToFront();
      await settings.evaluate('void document.activeElement.blur()');
      await focusOn(settings, '.settings-nav a[href="#data"]');
      await settings.press('Enter');
      await eventuallyIs(() => settings.evaluate('location.hash'), '#data', {});
      await focusOn(settings, '#data .data-actions button');
      await savedAfter(browser, () => settings.press('Enter'));
      await focusOn(settings, '#screen select', 'Shift+Tab');
      await settings.press('Home');
      const text = await loadText('id');
      await eventuallySays(settings, text.t('settings_delete_title'));
      await focusOn(settings, '.delete-box input');
      await settings.type(text.t('settings_delete_word'));
      await settings.press('Enter');
      await eventually(async () => (await rowsOf(browser, 'messages')).length === 0, {
        within: 10_000,
        what: 'the empty log',
      });
      expect(await browser.errors()).toEqual([]);
    });
  },
  120_000,
);
