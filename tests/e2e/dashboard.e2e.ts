import { describe, expect, it } from 'vitest';
import type { Message } from '@/lib/chat/message';
import { shownPercent } from '@/lib/i18n/shown-percent';
import { partsOf } from '@/lib/rates/parts-of';
import { rateOf } from '@/lib/rates/rate-of';
import { rulesFor } from '@/lib/rules/rules-for';
import type { SimulatedInbox } from '../pages/tiktok-shop/inbox.ts';
import { plainChats } from '../unit/log/random-chats.ts';
import type { ExtensionBrowser } from './browser.ts';
import { eventually } from './browser-eventually.ts';
import { loggedLines, loggedMessages, rowsOf, sentLines } from './in-the-log.ts';
import { metersOf } from './in-the-popup.ts';
import { rulesOn, shownOf } from './on-the-dashboard.ts';
import { browsers, play } from './scene.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** What happened before: in time, late, missed, left to a robot, begun by the seller, and a second question too late. */
function aFewDays(inbox: SimulatedInbox): void {
  const quiet = true;
  const buyer = (name: string, back: number) => inbox.buyer(name, Date.now() - back);
  const [wulan, damar, sekar] = [buyer('Wulan Safitri', 2 * day), buyer('Damar', 2 * day), buyer('Sekar', 3 * day)];
  const [bagas, laras, indah] = [buyer('Bagas', 4 * day), buyer('Laras', 5 * day), buyer('Indah', 6 * day)];
  const then = (back: number, after = 0) => Date.now() - back + after * hour;
  inbox.buyerWrites(wulan, { at: then(2 * day), quiet });
  inbox.sellerAnswers(wulan, { at: then(2 * day, 1), quiet });
  inbox.buyerWrites(damar, { at: then(2 * day), quiet });
  inbox.sellerAnswers(damar, { at: then(2 * day, 13), quiet });
  inbox.buyerWrites(sekar, { at: then(3 * day), kind: 'order-card', quiet });
  inbox.buyerWrites(bagas, { at: then(4 * day), quiet });
  inbox.robotAnswers(bagas, { at: then(4 * day, 0.01), quiet });
  inbox.sellerStarts(laras, { at: then(5 * day), quiet });
  inbox.buyerWrites(laras, { at: then(5 * day, 1), quiet });
  inbox.sellerAnswers(laras, { at: then(5 * day, 2), quiet });
  inbox.buyerWrites(indah, { at: then(6 * day), quiet });
  inbox.sellerAnswers(indah, { at: then(6 * day, 0.02), quiet });
  inbox.buyerWrites(indah, { at: then(6 * day, 3), quiet });
  inbox.sellerAnswers(indah, { at: then(6 * day, 20), quiet });
}

async function allLogged(inbox: SimulatedInbox, browser: ExtensionBrowser): Promise<Message[]> {
  const isAll = async () => loggedLines(await loggedMessages(browser)).length >= sentLines(inbox.sent).length;
  await eventually(isAll, { within: 15_000, what: 'every message in the log' });
  return rowsOf<Message>(browser, 'messages');
}

describe.each(browsers)('in %s', name => {
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
      expect(await rulesOn(dashboard)).toEqual(rules.map(({ id }) => id));
      expect(rules.length).toBeGreaterThan(2);
      for (const rule of rules) {
        const rate = rateOf(plainChats(messages, []), rule, Date.now());
        const parts = partsOf(rate, rule);
        const shown = await shownOf(dashboard, rule.id);
        expect(shown.rule).toBe(rule.id);
        expect(shown.parts).toEqual(Object.fromEntries(parts.map(part => [part.name, part.count])));
        expect(shown.sum).toBe(parts.reduce((sum, { count }) => sum + count, 0));
        const listed = (part: string) => shown.units.filter(one => one === part).length;
        expect(Object.fromEntries(parts.map(part => [part.name, listed(part.name)]))).toEqual(shown.parts);
        expect(shown.days).toBe(rate.counted);
        if (rule.measure === 'mean') continue;
        expect(shown.value).toBe(rate.value === null ? null : shownPercent(rate.value, rule.target));
        const costly = rate.late + rate.missed;
        expect(shown.costs).toEqual(costly === 0 ? [] : [costly, costly]);
        expect([shown.answered, shown.inTime, shown.spread]).toEqual([
          rate.onTime + rate.late,
          rate.onTime,
          rate.onTime + rate.late,
        ]);
      }
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

  it('nothing of it is wider than a narrow window, nor than a window at twice the size', async () => {
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
    });
  });
});
