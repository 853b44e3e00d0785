import type { ExtensionBrowser, ExtensionPage } from '../../e2e/browser.ts';
import type { Bench, Figure, Stage } from '../figure.ts';
import { measured } from '../measured.ts';
import { fixedPopup } from './with-fixed-popup.ts';

const runs = 15;

/**
 * The time (ms) from the start of the navigation until both rates are painted. `Element.getAnimations` and the like would wait
 * for styles; two frames after the numbers stand in the document they have been drawn.
 */
const painted = `new Promise(resolve => {
  const isThere = () => [...document.querySelectorAll('[role="meter"][data-rule]')].length >= 2;
  const seen = () => requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
  if (isThere()) return seen();
  const observer = new MutationObserver(() => { if (isThere()) { observer.disconnect(); seen(); } });
  observer.observe(document, { childList: true, subtree: true });
})`;

/** From the click on the icon to both rates, as far as the extension has a hand in it. */
export const popup: Bench = {
  about: 'navigation of the popup until both rates are painted',
  async *run(stage: Stage): AsyncIterable<Figure> {
    const long = await stage.long();
    const empty = await stage.fresh();
    await seedOneShop(empty);
    const pages = { ours: await opener(long, 'popup.html'), fixed: await opener(long, fixedPopup) };
    const onEmpty = await opener(empty, 'popup.html');
    const [ours, fixed, none]: [number[], number[], number[]] = [[], [], []];
    for (let run = -2; run < runs; run++) {
      const times = [await pages.ours(), await pages.fixed(), await onEmpty()] as const;
      // The first times warm what a browser keeps of scripts, as it has for every popup but a seller's first.
      if (run < 0) continue;
      ours.push(times[0]);
      fixed.push(times[1]);
      none.push(times[2]);
    }
    const figure = `popup until both rates are painted, ${stage.messages.toLocaleString('en')} messages, 200 wait`;
    const took = measured(ours);
    yield { figure, took, floor: { what: 'a popup with fixed numbers', took: measured(fixed) }, atMost: 1.25 };
    yield { figure, took, floor: { what: 'itself, nothing logged', took: measured(none) }, atMost: 1.1 };
  },
};

/** What loads the page anew and says how long it took. */
async function opener(browser: ExtensionBrowser, path: string): Promise<() => Promise<number>> {
  const page: ExtensionPage = await browser.page(path);
  return async () => {
    await page.bringToFront();
    // The one before is read for once more half a second after it was painted: each is to be alone.
    await new Promise(resolve => setTimeout(resolve, 1500));
    await page.reload();
    return page.evaluate<number>(painted);
  };
}

/** A shop that was seen and said nothing: without one the popup shows no rates. */
async function seedOneShop(browser: ExtensionBrowser): Promise<void> {
  await browser.beside(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('lekas');
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('shops', 'readwrite');
      transaction.objectStore('shops').put({
        shop: 'tiktok-shop/ID/7494000000000000001', firstSeenAt: Date.now(), turn: 0,
        complete: { rules: [], holidays: [], version: 1 },
      });
      transaction.oncomplete = () => { opening.result.close(); resolve(true); };
      transaction.onabort = () => reject(transaction.error);
    };
    opening.onerror = () => reject(opening.error);
  })`);
}
