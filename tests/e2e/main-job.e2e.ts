import { describe, expect, it } from 'vitest';
import { eventually } from './browser-eventually.ts';
import { loggedLines, loggedMessages, sentLines } from './in-the-log.ts';
import { metersOf, rowsIn } from './in-the-popup.ts';
import { browsers, play } from './scene.ts';

const hour = 3_600_000;

describe.each(browsers)('in %s', name => {
  it('a buyer writes: badge and popup say so within a second; the seller answers: the rates count it', async () => {
    await play(name, {}, async ({ inbox, browser, openChat, openPopup }) => {
      const buyer = inbox.buyer('Ratih Kusumawardani');
      const chat = await openChat();
      const popup = await openPopup();

      const asked = inbox.buyerWrites(buyer);
      const badge = async () => (await browser.badge()).text === '1';
      const row = async () => (await rowsIn(popup)).length === 1;
      const [badgeMs, rowMs] = await Promise.all([
        eventually(badge, { within: 1000, what: 'the badge' }),
        eventually(row, { within: 1000, what: 'the row' }),
      ]);
      console.log(`${name}: buyer wrote → badge ${badgeMs.toFixed(0)} ms, popup row ${rowMs.toFixed(0)} ms`);
      const [waiting] = await rowsIn(popup);
      expect(waiting?.conversation).toBe(buyer.id);
      const limits = [180_000, 12 * hour].map(limit => asked.sentAt + limit);
      expect(limits).toContain(waiting?.deadline);
      expect((await metersOf(popup))['tiktok-shop/12h']).toMatchObject({ now: null, counted: 0, waiting: 1 });

      inbox.sellerAnswers(buyer);
      const rowGone = await eventually(async () => (await rowsIn(popup)).length === 0, { within: 1000 });
      const badgeGone = await eventually(async () => (await browser.badge()).text === '', { within: 1000 });
      console.log(`${name}: seller answered → row gone ${rowGone.toFixed(0)} ms, badge ${badgeGone.toFixed(0)} ms`);
      const meters = await metersOf(popup);
      expect(meters['tiktok-shop/12h']).toMatchObject({ now: 100, counted: 1, waiting: 0 });
      expect(loggedLines(await loggedMessages(browser))).toEqual(sentLines(inbox.sent));

      // Beside the chat, where the browser itself puts it at a click, the same goes on.
      expect(await Promise.all([browser.aroundSays('panel'), browser.aroundSays('popup')])).toEqual([null, null]);
      await popup.bringToFront();
      await popup.click('.popup-foot [aria-label="Keep beside the chat"]');
      await eventually(async () => (await browser.aroundSays('panel'))?.includes('Nobody'), {
        within: 10_000,
        what: 'the panel',
      });
      expect((await browser.tabs()).some(url => url.endsWith('/popup.html'))).toBe(false);
      inbox.buyerWrites(buyer);
      await eventually(async () => (await browser.aroundSays('panel'))?.includes(buyer.name), {
        what: 'the row beside the chat',
      });
      await chat.bringToFront();
      await browser.openFromToolbar();
      await eventually(async () => (await browser.aroundSays('popup'))?.includes(buyer.name), {
        what: 'the popup, by its keys',
      });
    });
  });

  it('a chat only a robot has answered stays waiting; one the seller began is left out', async () => {
    await play(name, {}, async ({ inbox, browser, openChat, openPopup }) => {
      const robotOnly = inbox.buyer('Bagas Prasetya');
      const addressed = inbox.buyer('Laras Anindita');
      await openChat();
      const popup = await openPopup();

      inbox.greets(robotOnly);
      inbox.buyerWrites(robotOnly, { kind: 'sticker' });
      inbox.robotAnswers(robotOnly);
      inbox.systemNotice(robotOnly);
      inbox.sellerStarts(addressed);
      await eventually(async () => (await rowsIn(popup)).length === 1, { what: 'the row of the robot-only chat' });
      await eventually(async () => loggedLines(await loggedMessages(browser)).length === sentLines(inbox.sent).length);
      expect((await browser.badge()).text).toBe('1');
      expect((await metersOf(popup))['tiktok-shop/12h']).toMatchObject({ now: null, counted: 0, waiting: 1 });

      inbox.buyerWrites(addressed);
      inbox.sellerAnswers(addressed);
      await eventually(async () => loggedLines(await loggedMessages(browser)).length === sentLines(inbox.sent).length);
      await eventually(async () => (await metersOf(popup))['tiktok-shop/3min']?.counted === 1, {
        what: 'our own measure, which counts a chat whoever began it',
      });
      expect((await metersOf(popup))['tiktok-shop/12h']).toMatchObject({ now: null, counted: 0, waiting: 1 });
      expect(loggedLines(await loggedMessages(browser))).toEqual(sentLines(inbox.sent));
    });
  });

  it('the history a page brings gives the rate of the past days', async () => {
    const before = Date.now() - 20 * hour;
    const seed = (inbox: import('../pages/tiktok-shop/inbox.ts').SimulatedInbox) => {
      const [answered, late, missed] = ['Wulan Safitri', 'Damar Nugroho', 'Sekar Puspita'].map(n =>
        inbox.buyer(n, before),
      );
      if (!answered || !late || !missed) throw new Error('three buyers');
      const quiet = true;
      inbox.buyerWrites(answered, { at: before, quiet });
      inbox.sellerAnswers(answered, { at: before + hour, quiet });
      inbox.buyerWrites(late, { at: before, quiet });
      inbox.sellerAnswers(late, { at: before + 13 * hour, quiet });
      inbox.buyerWrites(missed, { at: before, kind: 'order-card', quiet });
    };
    await play(name, { before: seed, encoding: 'lz4' }, async ({ inbox, browser, openChat, openPopup }) => {
      await openChat();
      const popup = await openPopup();
      await eventually(async () => (await metersOf(popup))['tiktok-shop/12h']?.counted === 3);
      expect((await metersOf(popup))['tiktok-shop/12h']?.now).toBe(33.3);
      expect((await rowsIn(popup)).map(({ deadline }) => deadline)).toEqual([before + 12 * hour]);
      expect(loggedLines(await loggedMessages(browser))).toEqual(sentLines(inbox.sent));
    });
  });
});
