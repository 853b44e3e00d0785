import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { eventually } from './browser-eventually.ts';
import { kept } from './everything-kept.ts';
import { loggedLines, loggedMessages, sentLines, untilLogged } from './in-the-log.ts';
import { metersOf, rowsIn } from './in-the-popup.ts';
import { browsers, play } from './scene.ts';
import { textsOnDisk } from './texts-on-disk.ts';

describe.concurrent.each(browsers)('in %s', name => {
  it('page reloaded, history replayed: each message is stored once and none is missing', async () => {
    await play(name, {}, async ({ inbox, browser, openChat, openPopup }) => {
      const [first, second] = [inbox.buyer('Ayu Larasati'), inbox.buyer('Yoga Pratama')];
      const chat = await openChat();
      inbox.buyerWrites(first);
      inbox.sellerAnswers(first);
      inbox.buyerWrites(second, { kind: 'image' });
      await untilLogged(inbox, browser);
      // What happens while nobody looks comes back as history.
      await chat.goto('about:blank');
      inbox.buyerWrites(first);
      inbox.robotAnswers(first);
      inbox.sellerAnswers(second);
      await chat.goto(inbox.url);
      await untilLogged(inbox, browser);
      await chat.reload();
      await chat.waitFor('window.__inboxStats?.loaded === true', 15_000);
      inbox.editMessage(inbox.sellerAnswers(first));
      await untilLogged(inbox, browser);
      expect(loggedLines(await loggedMessages(browser))).toEqual(sentLines(inbox.sent));
      const popup = await openPopup();
      await eventually(async () => (await metersOf(popup))['tiktok-shop/12h']?.counted === 2);
      expect((await metersOf(popup))['tiktok-shop/12h']?.now).toBe(100);

      // How the page is made can be taken and looked at, and holds nobody's words, names or numbers.
      const settings = await browser.page('options.html', { width: 1100, height: 900 });
      await settings.waitFor('document.querySelector("#report button")', 15_000);
      await settings.click('#report button');
      await settings.waitFor('document.querySelector(".report-shown")', 15_000);
      const taken = await settings.evaluate<string>('document.querySelector(".report-shown").value');
      expect(taken).toContain('chat.chatroom.conversation_card');
      const secrets = [...inbox.texts, ...inbox.sent.flatMap(({ id, conversation }) => [id, conversation])];
      expect(secrets.length).toBeGreaterThan(5);
      expect([...secrets, 'Larasati', 'Yoga'].filter(secret => taken.includes(secret))).toEqual([]);
    });
  });

  it('the worker is killed between frame and commit: nothing is lost, nothing is twice', async () => {
    await play(name, {}, async ({ inbox, browser, openChat, openPopup }) => {
      const buyers = ['Citra', 'Dimas', 'Eka', 'Fajar', 'Gita'].map(buyer => inbox.buyer(buyer));
      await openChat();
      for (const buyer of buyers) {
        inbox.buyerWrites(buyer);
        await browser.stopBackground();
        inbox.buyerWrites(buyer, { kind: 'product-card' });
        inbox.sellerAnswers(buyer);
        await browser.stopBackground();
      }
      inbox.buyerWrites(inbox.buyer('Hana'));
      await untilLogged(inbox, browser);
      expect(loggedLines(await loggedMessages(browser))).toEqual(sentLines(inbox.sent));
      await eventually(async () => (await browser.badge()).text === '1', { what: 'the badge of the one who waits' });
      const popup = await openPopup();
      await eventually(async () => (await rowsIn(popup)).length === 1);
      expect((await metersOf(popup))['tiktok-shop/12h']).toMatchObject({ now: 100, counted: 5, waiting: 1 });
    });
  });

  it('frames held back, mixed and doubled: the log is what was sent', async () => {
    await play(name, { encoding: 'gzip', calls: 'xhr', react: 17 }, async ({ inbox, browser, openChat }) => {
      const [first, second] = [inbox.buyer('Indah'), inbox.buyer('Joko')];
      await openChat();
      inbox.holdFrames();
      inbox.buyerWrites(first);
      inbox.buyerWrites(second);
      inbox.sellerAnswers(first);
      inbox.closeSession(first);
      inbox.buyerWrites(first);
      inbox.robotAnswers(second);
      inbox.releaseFrames({ shuffle: 7, duplicate: true });
      await untilLogged(inbox, browser);
      expect(loggedLines(await loggedMessages(browser))).toEqual(sentLines(inbox.sent));
      inbox.dropSocket();
      inbox.sellerAnswers(second);
      await untilLogged(inbox, browser);
      expect(loggedLines(await loggedMessages(browser))).toEqual(sentLines(inbox.sent));
    });
  });

  it('the browser is started again: the badge is right before anything is clicked', async () => {
    await play(name, {}, async ({ inbox, browser, openChat }) => {
      const chat = await openChat();
      const answered = inbox.buyer('Nanda');
      for (let times = 0; times < 4; times++) inbox.buyerWrites(answered);
      inbox.robotAnswers(answered);
      inbox.sellerAnswers(answered);
      for (const buyer of ['Kirana', 'Lukman', 'Mega']) inbox.buyerWrites(inbox.buyer(buyer));
      await untilLogged(inbox, browser);
      // Names are told by the page, after the messages that the socket brought.
      await eventually(async () => (await browser.beside<string>(kept)).includes('Kirana'), { what: 'a name' });
      await chat.close();
      await browser.restart();
      // Three wait, and no chat tab is open to see a fourth.
      await eventually(async () => (await browser.badge()).text === '3×', { within: 10_000, what: 'the badge' });

      // The browser was closed: what it keeps lies on the disk. The names are there, so the search sees what is.
      const profile = dirname(browser.downloads);
      const texts = [...inbox.texts].filter(text => text.length > 8);
      expect(texts.length).toBeGreaterThan(5);
      const disk = await textsOnDisk(profile, [...texts, 'Kirana', inbox.token]);
      console.log(
        `${name}: ${disk.files} files, ${disk.bytes} bytes of the profile searched for ${texts.length} texts`,
      );
      expect(disk.found.filter(({ text }) => text === 'Kirana').length).toBeGreaterThan(0);
      expect(disk.found.filter(({ text }) => text !== 'Kirana')).toEqual([]);
      const everything = await browser.beside<string>(kept);
      expect(everything).toContain('Kirana');
      expect(texts.filter(text => everything.includes(text))).toEqual([]);
    });
  });
});
