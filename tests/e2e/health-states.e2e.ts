import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ExtensionBrowser, ExtensionPage } from './browser.ts';
import { eventually } from './browser-eventually.ts';
import { eventuallyIs } from './eventually-is.ts';
import { loggedLines, loggedMessages, sentLines } from './in-the-log.ts';
import { browsers, play, type Scene } from './scene.ts';
import { discard, ringPulse, type Told, toldBy, untilInFront } from './what-befalls.ts';

/** What is shown of each: its name, what to do about it, and the mark on the badge. */
const shown = {
  watching: ['watching', 'Watching your chat', 'show', 'Show chat', ''],
  closed: ['closed', 'No chat page is open', 'open', 'Open chat', '×'],
  crashed: ['stopped', 'Your chat tab crashed', 'reload', 'Reload this tab', '-'],
  discarded: ['stopped', 'The browser unloaded your chat tab', 'show', 'Show chat', '-'],
  frozen: ['stopped', 'The browser paused your chat tab', 'show', 'Show chat', '-'],
  'no-answer': ['stopped', 'Your chat tab does not answer', 'show', 'Show chat', '-'],
  'cut-off': ['stopped', 'Lekas cannot get into your chat tab', 'reload', 'Reload this tab', '-'],
  'signed-out': ['signed-out', 'You are signed out', 'sign-in', 'Sign in', '!'],
  'not-allowed': ['not-allowed', 'Lekas may not see this chat', 'allow', 'Allow', '/'],
  'not-recognised': ['not-recognised', 'The chat page looks different', 'reload', 'Reload this tab', '?'],
  partly: ['partly', 'Seeing only part of your chat', 'show', 'Show chat', ''],
} as const satisfies Record<string, readonly string[]>;

const pictures = join(import.meta.dirname, '../../.output/health');

/** Until popup and icon tell of this health and nothing else; a picture of the popup is kept. */
async function untilTold(browser: ExtensionBrowser, popup: ExtensionPage, health: keyof typeof shown): Promise<void> {
  const [state, title, action, button, mark] = shown[health];
  const wanted: Told = { state, title, action, button, mark, iconTitle: title };
  const ms = await eventuallyIs(() => toldBy(browser, popup), wanted, { within: 12_000, what: health });
  console.log(`${browser.name}: ${health} told after ${ms.toFixed(0)} ms`);
  await mkdir(pictures, { recursive: true });
  // A tab that is behind another draws no picture.
  await popup.bringToFront();
  await popup.screenshot(join(pictures, `${browser.name}-${health}.png`));
}

const help = (popup: ExtensionPage) => popup.evaluate(`document.querySelector('[data-health] button').click()`);

/** A chat that is watched, with somebody in it, and the popup. */
async function watched(scene: Scene) {
  const chat = await scene.openChat();
  const popup = await scene.openPopup();
  scene.inbox.buyerWrites(scene.inbox.buyer('Melati Anjani'));
  await eventually(async () => (await scene.browser.badge()).text === '1', { within: 10_000, what: 'the badge' });
  await untilTold(scene.browser, popup, 'watching');
  return { chat, popup };
}

/** That it is seen again shows in what it sees. */
async function untilSeenAgain({ browser, inbox, openPopup }: Scene): Promise<ExtensionPage> {
  // Its button closes the popup, so it is opened anew.
  const popup = await openPopup();
  await untilTold(browser, popup, 'watching');
  // A page that is loading may ask for its chats before, and open its socket after, what is sent in between.
  await eventually(() => inbox.listeners > 0, { within: 15_000, what: 'the page' });
  inbox.buyerWrites(inbox.buyer('Wira Adinata'));
  const isAll = async () => loggedLines(await loggedMessages(browser)).length === sentLines(inbox.sent).length;
  await eventually(isAll, { within: 15_000, what: 'the message' });
  expect(loggedLines(await loggedMessages(browser))).toEqual(sentLines(inbox.sent));
  return popup;
}

describe.concurrent.each(browsers)('in %s', name => {
  it('what the page tells: another layout, signed out, one sense blind; each said, and the button helps', async () => {
    await play(name, {}, async scene => {
      const { inbox, browser } = scene;
      const { chat, popup: first } = await watched(scene);
      let popup = first;
      inbox.changesLayout('unknown');
      await untilTold(browser, popup, 'not-recognised');
      inbox.options.layout = 'testid';
      await help(popup);
      popup = await untilSeenAgain(scene);

      inbox.loginExpires('dialog');
      await untilTold(browser, popup, 'signed-out');
      await help(popup);
      await untilInFront(browser, inbox.url);
      inbox.signsInAgain();
      await chat.reload();
      popup = await untilSeenAgain(scene);

      inbox.pushRaw(new Uint8Array([0xff, 0xff, 0xff]));
      await untilTold(browser, popup, 'partly');
      await chat.hide();
      await help(popup);
      await untilInFront(browser, inbox.url);
    });
  });

  it('what befalls the tab: unloaded, crashed, closed; each said, and the button brings it back', async () => {
    await play(name, {}, async scene => {
      const { inbox, browser } = scene;
      const { chat, popup: first } = await watched(scene);
      let popup = first;
      await chat.hide();
      await discard(browser, inbox.url);
      await untilTold(browser, popup, 'discarded');
      await help(popup);
      popup = await untilSeenAgain(scene);

      await browser.crash(inbox.url);
      await ringPulse(browser);
      // Firefox has no word for it: a page of its own stands in the tab, into which nothing is let.
      await untilTold(browser, popup, name === 'chromium' ? 'crashed' : 'cut-off');
      await help(popup);
      popup = await untilSeenAgain(scene);

      // A tab that the browser gave up is opened anew at an address of Lekas' own.
      await browser.beside(`(async ({ tabs }) => {
        for (const { id } of await tabs.query({ url: '${new URL('/*', inbox.url)}' })) await tabs.remove(id);
      })(globalThis.browser ?? chrome)`);
      await untilTold(browser, popup, 'closed');
      await help(popup);
      await untilSeenAgain(scene);
    });
  });

  it('a tab that is paused says so, and goes on when it is shown', async () => {
    await play(name, {}, async scene => {
      const { inbox, browser } = scene;
      const { chat, popup } = await watched(scene);
      await chat.hide();
      // Firefox pauses no page; held by the system, it is one that does not answer.
      await (name === 'chromium' ? chat.freeze(true) : browser.hold(inbox.url, true));
      await ringPulse(browser);
      await untilTold(browser, popup, name === 'chromium' ? 'frozen' : 'no-answer');
      if (name === 'firefox') await browser.hold(inbox.url, false);
      await help(popup);
      await untilInFront(browser, inbox.url);
      // What the test stopped by its own hand, that hand sets going.
      if (name === 'chromium') await chat.freeze(false);
      else await ringPulse(browser);
      await untilSeenAgain(scene);
    });
  });

  it('updated under an open chat, it starts there anew, without a reload, and sees each message once', async () => {
    await play(name, {}, async scene => {
      const { inbox, browser } = scene;
      const { chat } = await watched(scene);
      await chat.evaluate('window.unsent = "typed"');
      await browser.update();
      await untilSeenAgain(scene);
      expect(await chat.evaluate('window.unsent')).toBe('typed');
      inbox.sellerAnswers(inbox.conversations[0] ?? inbox.buyer('nobody'));
      await eventuallyIs(async () => loggedLines(await loggedMessages(browser)), sentLines(inbox.sent), {
        within: 15_000,
        what: 'the answer',
      });
      await eventually(async () => (await browser.badge()).text === '1', { what: 'the badge' });
      expect(chat.errors).toEqual([]);
    });
  });
});

// In Chromium it is taken back in schedules of faults; what is said of it is the same.
it('firefox: the permission is taken back: said so, and the button leads to where it is given', async () => {
  await play('firefox', {}, async scene => {
    const { browser } = scene;
    const { popup } = await watched(scene);
    await browser.revoke();
    await untilTold(browser, popup, 'not-allowed');
    await help(popup);
    await eventually(async () => (await browser.tabs()).some(url => url.endsWith('/welcome.html')), { what: 'it' });
    await browser.grant();
    await untilSeenAgain(scene);
  });
});
