import type { ExtensionBrowser, ExtensionPage } from './browser.ts';
import { eventually } from './browser-eventually.ts';

/** How well a shop is seen, as a person finds it: on the popup and on the toolbar's button. */
export interface Told {
  readonly state: string;
  readonly title: string;
  /** The one thing to do about it, and the word on its button. */
  readonly action: string;
  readonly button: string;
  /** What stands behind the number on the badge, and the last words of the button's title. */
  readonly mark: string;
  readonly iconTitle: string;
}

export async function toldBy(browser: ExtensionBrowser, popup: ExtensionPage): Promise<Told> {
  const { text, title } = await browser.badge();
  const line = await popup.evaluate<Omit<Told, 'mark' | 'iconTitle'>>(`(line => ({
    state: line.dataset.health,
    title: line.querySelector('h2').firstChild.textContent,
    action: line.querySelector('button').dataset.action,
    button: line.querySelector('button').textContent,
  }))(document.querySelector('[data-health]'))`);
  return { ...line, mark: text.replace(/^[\d+]*/, ''), iconTitle: title.split(' · ').at(-1) ?? '' };
}

/** The minute is over: the alarm that asks the tabs rings now, by the browser itself. */
export async function ringPulse(browser: ExtensionBrowser): Promise<void> {
  const { length } = await browser.alarms();
  if (length === 0) throw new Error('no alarm to ring');
  await browser.beside(
    `(globalThis.browser ?? chrome).alarms.create('pulse', { when: Date.now(), periodInMinutes: 1 })`,
  );
}

/** Unloads the tabs of this address, as a browser short of memory does. */
export async function discard(browser: ExtensionBrowser, url: string): Promise<void> {
  await browser.beside(`(async ({ tabs }) => {
    const all = await tabs.query({ url: ${JSON.stringify(url)} });
    if (all.length === 0) throw new Error('no such tab');
    for (const { id } of all) await tabs.discard(id);
  })(globalThis.browser ?? chrome)`);
}

/** Until the tab in front shows this address. */
export function untilInFront(browser: ExtensionBrowser, url: string): Promise<number> {
  const inFront = `(globalThis.browser ?? chrome).tabs.query({ active: true }).then(all => all.map(({ url }) => url))`;
  return eventually(async () => (await browser.beside<string[]>(inFront)).some(shown => shown.startsWith(url)), {
    within: 10_000,
    what: `${url} in front`,
  });
}
