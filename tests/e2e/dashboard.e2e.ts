import { describe, expect, it } from 'vitest';
import { loadText } from '@/lib/i18n/load-text';
import { shownPercent } from '@/lib/i18n/shown-percent';
import { rateOf } from '@/lib/rates/rate-of';
import { rulesFor } from '@/lib/rules/rules-for';
import { plainChats } from '../unit/log/random-chats.ts';
import { aFewDays, allLogged } from './a-few-days.ts';
import { dashboardIsAsRateOfSays } from './as-rate-of-says.ts';
import { eventually } from './browser-eventually.ts';
import { metersOf } from './in-the-popup.ts';
import { layoutFaults } from './layout-faults.ts';
import { type OnPaper, onPaper, shownOf } from './on-the-dashboard.ts';
import { browsers, play } from './scene.ts';

describe.concurrent.each(browsers)('in %s', name => {
  it('every figure of the dashboard is what the reference makes of the messages in the log', async () => {
    await play(name, { before: aFewDays, encoding: 'lz4' }, async ({ inbox, browser, openChat }) => {
      await openChat();
      inbox.buyerWrites(inbox.buyer('Ratih Kusumawardani'));
      const messages = await allLogged(inbox, browser);
      const [shop] = messages.map(message => message.shop);
      if (!shop) throw new Error('a shop');
      const dashboard = await browser.page('dashboard.html', { width: 1100, height: 900 });
      await dashboard.waitFor('document.querySelector("[data-sum]")', 15_000);

      const { rules } = rulesFor(shop);
      expect(rules.length).toBeGreaterThan(2);
      const log = { rules, chats: plainChats(messages, []) };
      await dashboardIsAsRateOfSays(dashboard, log, await loadText('en'));
      expect(await browser.errors()).toEqual([]);
    });
  });

  it('a figure of the platform’s finds its reading; adopted, popup and dashboard count by it', async () => {
    await play(name, { before: aFewDays, encoding: 'lz4' }, async ({ inbox, browser, openChat, openPopup }) => {
      await openChat();
      const messages = await allLogged(inbox, browser);
      const popup = await openPopup();
      const [shop] = messages.map(message => message.shop);
      if (!shop) throw new Error('a shop');
      const [listed] = rulesFor(shop).rules;
      const read = rulesFor(shop, { readings: { 'tiktok-shop/12h': 'tiktok-shop/12h-rounds' } });
      const rounds = read.rules.find(({ id }) => id === 'tiktok-shop/12h-rounds');
      if (!listed || !rounds) throw new Error('two readings');
      const chats = plainChats(messages, []);
      const [before, after] = [rateOf(chats, listed, Date.now()), rateOf(chats, rounds, Date.now())];
      if (before.value === null || after.value === null) throw new Error('two values');
      expect(Math.abs(after.value - before.value)).toBeGreaterThan(0.01);

      const dashboard = await browser.page('dashboard.html', { width: 1100, height: 900 });
      await dashboard.waitFor('document.querySelector("[data-sum]")', 15_000);
      expect((await shownOf(dashboard, listed.id)).value).toBe(shownPercent(before.value, listed.target));
      await dashboard.click('.official-form input');
      await dashboard.type((after.value * 100).toFixed(1));
      await dashboard.click('.official-form button');
      const found = '[data-reading="tiktok-shop/12h-rounds"][data-fits="true"]';
      await dashboard.waitFor(`document.querySelector('${found}')`, 15_000);
      const off = '[data-reading="tiktok-shop/12h"][data-in-use="true"]:not([data-unit])';
      expect(await dashboard.evaluate(`document.querySelector('${off}').dataset.fits`)).toBe('false');

      await dashboard.click(`${found} button`);
      await eventually(async () => (await metersOf(popup))[rounds.id]?.counted === after.counted, {
        within: 10_000,
        what: 'the popup by the adopted reading',
      });
      expect((await metersOf(popup))[rounds.id]?.now).toBe(shownPercent(after.value, rounds.target));
      const card = await popup.evaluate<string>('document.querySelector(".rate").textContent');
      expect(card).toContain('Reading in use');
      await dashboard.waitFor(`document.querySelector('[role=meter]').dataset.rule === '${rounds.id}'`);
      expect(await shownOf(dashboard, listed.id)).toMatchObject({
        rule: rounds.id,
        value: shownPercent(after.value, rounds.target),
        parts: { 'in-time': after.onTime, late: after.late, missed: after.missed, pending: after.pending },
      });
      await dashboard.waitFor(`document.querySelector('${found}')?.dataset.inUse === 'true'`, 15_000);
      expect(await browser.errors()).toEqual([]);
    });
  });

  it('nothing of it is wider than a narrow window or than paper, on which it has no controls', async () => {
    await play(name, { before: aFewDays }, async ({ inbox, browser, openChat }) => {
      await openChat();
      await allLogged(inbox, browser);
      const dashboard = await browser.page('dashboard.html', { width: 380, height: 700 });
      await dashboard.waitFor(
        'document.querySelector(".week-cell") && document.querySelector(".uplot canvas")',
        15_000,
      );
      const overflow = () => dashboard.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      expect(await overflow()).toBeLessThanOrEqual(0);
      // Twice the size in a window of 1280 is a window half as wide.
      await dashboard.setSize(640, 400);
      expect(await overflow()).toBeLessThanOrEqual(0);

      // Drawn in the dark for a wide window, and printed at once.
      await dashboard.setColorScheme('dark');
      await dashboard.setSize(1100, 900);
      await dashboard.waitFor('document.querySelector("canvas").clientWidth > 900');
      expect(await dashboard.evaluate<OnPaper>(onPaper)).toMatchObject({ isDark: true });
      await dashboard.setMedium('print');
      await dashboard.setSize(700, 1000);
      const printed = await dashboard.evaluate<OnPaper>(onPaper);
      expect(printed).toEqual({ isDark: false, controls: [], charts: [true, true], tables: expect.any(Number) });
      expect(printed.tables).toBeGreaterThanOrEqual(6);
      expect(await overflow()).toBeLessThanOrEqual(0);
      expect(await dashboard.evaluate<string[]>(layoutFaults)).toEqual([]);
    });
  });
});
