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
      // The first message is read by code that nobody has run yet.
      const times: number[] = [];
      for (let i = -3; i < frames; i++) {
        const buyer = inbox.buyer(`Pembeli ${i}`);
        const changed = browser.beside<number>(`(async () => {
          const before = await chrome.action.getBadgeText({});
          const start = Date.now();
          for (;;) {
            if ((await chrome.action.getBadgeText({})) !== before) return performance.timeOrigin + performance.now();
            if (Date.now() - start > 10000) throw new Error('the badge stays ' + before);
          }
        })()`);
        await pause(150);
        const sentAt = performance.timeOrigin + performance.now();
        inbox.buyerWrites(buyer);
        const took = (await changed) - sentAt;
        if (i >= 0) times.push(took);
        await pause(100);
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

const pause = (time: number) => new Promise(resolve => setTimeout(resolve, time));
