import { expect } from 'vitest';
import type { TrackedCase } from '@/lib/chat/case';
import type { ExtensionBrowser, ExtensionPage } from '../browser.ts';
import { eventually } from '../browser-eventually.ts';
import { rowsOf } from '../in-the-log.ts';
import { typeInto } from '../on-the-settings.ts';
import { play } from '../scene.ts';
import { sideBySide } from '../side-by-side.ts';
import { setReminding, watchNotices } from '../when-reminded.ts';

const second = 1000;
const threeDays = 72 * 3600 * second;
const page = 'https://www.tokopedia.com/resolution-center/detail/77';

/** The cases in the popup's list: which, and until when. */
const listed = (popup: ExtensionPage) =>
  popup.evaluate<{ id: string; deadline: number; text: string }[]>(
    `[...document.querySelectorAll('[data-case]')].map(row => ({
      id: row.dataset.case, deadline: Number(row.dataset.deadline), text: row.innerText,
    }))`,
  );

/** A page behind others draws nothing, and is not clicked in there. */
async function press(popup: ExtensionPage, selector: string): Promise<void> {
  await popup.bringToFront();
  await popup.click(selector);
}

const fired = async (browser: ExtensionBrowser) =>
  (await rowsOf<{ key: string; at: number }>(browser, 'reminders')).filter(({ key }) => key.startsWith('case '));

/** Whether the menu of pages has our entry: another of its name is refused. */
const hasMenu = (browser: ExtensionBrowser) =>
  browser.beside<boolean>(`new Promise(resolve => {
    const api = globalThis.browser ?? chrome;
    const entry = { id: 'track-case', title: 'another', contexts: ['page'] };
    api.contextMenus.create(entry, () => resolve(Boolean(api.runtime.lastError)));
  })`);

sideBySide(
  'a case that is tracked in the popup runs on over restarts of the browser, and reminds exactly once',
  async name => {
    await play(name, {}, async ({ browser, openPopup }) => {
      // What is typed outlives the popup, which closes when its seller looks at the page.
      const first = await openPopup();
      await first.waitFor('document.querySelector(".cases-head button")', 15_000);
      await press(first, '.cases-head button');
      await typeInto(first, 'case label', 'Retur 44');
      await first.close();
      const popup = await openPopup();
      await popup.waitFor('document.getElementsByName("case label")[0]?.value === "Retur 44"', 15_000);
      await typeInto(popup, 'case label', 'Retur 4410');
      const before = Date.now();
      await press(popup, '.case-form [type=submit]');
      await popup.waitFor('document.querySelector("[data-case]")');

      const [row] = await rowsOf<TrackedCase>(browser, 'cases');
      const deadline = (row?.lastWordAt ?? 0) + threeDays;
      expect(row).toMatchObject({ label: 'Retur 4410', hours: 72 });
      // A field knows minutes: now is this minute's beginning.
      expect(before - (row?.lastWordAt ?? 0)).toBeGreaterThanOrEqual(0);
      expect(before - (row?.lastWordAt ?? 0)).toBeLessThan(120 * second);
      expect(await listed(popup)).toMatchObject([
        { id: row?.id, deadline, text: expect.stringContaining('Retur 4410') },
      ]);
      expect((await browser.badge()).text).toBe('');
      await eventually(() => hasMenu(browser), { what: 'the menu entry' });

      // The first lead time is made such that it comes after the browser was started again.
      const dueAt = Date.now() + 40 * second;
      await setReminding(browser, { leads: { 'tokopedia/resolution-72h': [(deadline - dueAt) / second, 0] } });
      await browser.restart();
      const watching = watchNotices(browser);
      const after = await openPopup();
      await after.waitFor('document.querySelector("[data-case]")', 15_000);
      expect(await listed(after)).toMatchObject([{ id: row?.id, deadline }]);
      expect(await fired(browser)).toEqual([]);
      await eventually(async () => (await browser.notifications()).length > 0, { within: 75 * second, what: 'it' });
      const [reminded, ...more] = await fired(browser);
      expect(more).toEqual([]);
      const late = (reminded?.at ?? 0) - dueAt;
      console.log(`${name}: reminded of the case ${late} ms after the moment`);
      expect(late).toBeGreaterThanOrEqual(-10 * second);
      const [notice, ...others] = await browser.notifications();
      expect(others).toEqual([]);
      if (notice?.title !== null) expect(notice?.title).toMatch(/^Case Retur 4410: until /);
      await eventually(async () => (await browser.badge()).text === '•', { what: 'the badge' });
      // Long enough for a second one, and for the look that is taken ten times a second to have seen the first.
      await new Promise(resolve => setTimeout(resolve, 2 * second));
      expect(await watching.end()).toEqual([notice?.id]);
      expect(await fired(browser)).toHaveLength(1);
      await browser.clickNotification(notice?.id ?? '');
      const isOpen = async () => (await browser.tabs()).some(url => url.endsWith('/popup.html#cases'));
      await eventually(isOpen, { what: 'the list, in a window of its own' });

      // Started once more: it is still there, and nothing is said again.
      await browser.restart();
      const again = watchNotices(browser);
      const last = await openPopup();
      await last.waitFor('document.querySelector("[data-case]")', 15_000);
      await eventually(async () => (await browser.badge()).text === '•', { what: 'the badge' });
      await press(last, '.case-done');
      await last.waitFor('!document.querySelector("[data-case]") && document.querySelector("[data-case-done]")');
      await eventually(async () => (await browser.badge()).text === '', { what: 'the badge without it' });
      expect(await rowsOf<TrackedCase>(browser, 'cases')).toMatchObject([{ id: row?.id, doneAt: expect.any(Number) }]);
      await press(last, '[data-case-done] button');
      await last.waitFor('document.querySelector("[data-case]")');
      expect((await listed(last))[0]?.deadline).toBe(deadline);
      expect(await again.end()).toEqual([]);
      expect(await fired(browser)).toHaveLength(1);

      // As the page's menu opens it; Firefox lets no test choose there.
      const hash = `#track=${encodeURIComponent(page)}`;
      if (name === 'chromium') {
        const chosen = JSON.stringify({ menuItemId: 'track-case', pageUrl: page });
        await browser.inBackground(`void chrome.contextMenus.onClicked.dispatch(${chosen})`);
        const isThere = async () => (await browser.tabs()).some(url => url.endsWith(`/popup.html${hash}`));
        await eventually(isThere, { what: 'the form, in a window of its own' });
      }
      const form = await browser.page(`popup.html${hash}`, { behind: true });
      await form.waitFor('document.querySelector(".case-page input")?.checked', 15_000);
      await typeInto(form, 'case label', 'From its page');
      await press(form, '.case-form [type=submit]');
      await form.waitFor('document.querySelectorAll("[data-case]").length === 2');
      const pages = (await rowsOf<TrackedCase>(browser, 'cases')).map(one => one.page ?? null);
      expect(pages.sort()).toEqual([page, null]);
      expect(await browser.errors()).toEqual([]);
    });
  },
  220_000,
);
