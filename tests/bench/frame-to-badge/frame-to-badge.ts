import type { ExtensionBrowser } from '../../e2e/browser.ts';
import { eventually } from '../../e2e/browser-eventually.ts';
import { SimulatedInbox } from '../../pages/tiktok-shop/inbox.ts';
import type { Bench, Figure, Stage } from '../figure.ts';
import { measured, ms } from '../measured.ts';

const frames = 60;

/** From a frame that goes down the page's socket to the number on the toolbar button. */
export const frameToBadge: Bench = {
  about: 'a frame on the page’s socket until the badge has changed',
  async *run(stage: Stage): AsyncIterable<Figure> {
    const inbox = new SimulatedInbox();
    const browser = await stage.fresh({ sites: [inbox] });
    try {
      const chat = await browser.open(inbox.url);
      await chat.waitFor('window.__inboxStats?.loaded === true', 15_000);
      await inBackground(browser, noteBadges);
      // The first message is read by code that nobody has run yet.
      const times: number[] = [];
      for (let i = -3; i < frames; i++) {
        const buyer = inbox.buyer(`Pembeli ${i}`);
        await pause(250);
        const before = (await inBackground(browser, badges)).length;
        const sentAt = performance.timeOrigin + performance.now();
        inbox.buyerWrites(buyer);
        await pause(250);
        let at: number | undefined;
        const isSet = async () => {
          at = (await inBackground(browser, badges))[before];
          return at !== undefined;
        };
        await eventually(isSet, { within: 10_000, every: 250, what: 'the badge' });
        if (i >= 0 && at !== undefined) times.push(at - sentAt);
      }
      const took = measured(times);
      yield {
        figure: 'a frame on the socket until the badge has changed',
        took,
        by: 'p95',
        atMost: 100,
        words: `median ${ms(took.median)} ms; the page in front, up to ${frames} who wait`,
      };
    } finally {
      inbox.close();
    }
  },
};

/**
 * Notes when the browser has taken each new text of the badge, ms since the epoch. To ask for the text again and again would keep
 * the processes busy that are measured.
 */
const noteBadges = `scope => {
  const { action } = scope.browser ?? scope.chrome;
  const { setBadgeText } = action;
  let text;
  scope.badgesAt = [];
  action.setBadgeText = async badge => {
    await setBadgeText.call(action, badge);
    if (badge.text !== text) scope.badgesAt.push(scope.performance.timeOrigin + scope.performance.now());
    text = badge.text;
  };
  return [];
}`;
const badges = 'scope => scope.badgesAt';

function inBackground(browser: ExtensionBrowser, act: string): Promise<number[]> {
  // Firefox lets nobody into an event page, but its window is one that other pages of the extension may hold.
  return browser.name === 'chromium'
    ? browser.inBackground<number[]>(`(${act})(globalThis)`)
    : browser.beside<number[]>(`browser.runtime.getBackgroundPage().then(${act})`);
}

const pause = (time: number) => new Promise(resolve => setTimeout(resolve, time));
