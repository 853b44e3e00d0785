import type { Message } from '@/lib/chat/message';
import type { ShopId } from '@/lib/chat/shop';
import { shownPercent } from '@/lib/i18n/shown-percent';
import { rateOf } from '@/lib/rates/rate-of';
import type { Counting } from '@/lib/rules/counting';
import { rulesFor } from '@/lib/rules/rules-for';
import { plainChats } from '../unit/log/random-chats.ts';
import type { ExtensionBrowser, ExtensionPage } from './browser.ts';
import { rowsOf } from './in-the-log.ts';

const named = (name: string) => `document.getElementsByName(${JSON.stringify(name)})[0]`;

/** Types over what stands in a field, and leaves it. */
export async function typeInto(page: ExtensionPage, name: string, text: string): Promise<void> {
  await page.bringToFront();
  await page.waitFor(named(name));
  await page.evaluate(`void (${named(name)}.focus(), ${named(name)}.select())`);
  await page.type(text);
  await page.press('Tab');
}

/** Chooses of a list, or sets a field that is no text, as a date's. */
export async function choose(page: ExtensionPage, name: string, value: string): Promise<void> {
  await page.waitFor(named(name));
  await page.evaluate(`(() => {
    const field = ${named(name)};
    const { prototype } = field instanceof HTMLSelectElement ? HTMLSelectElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(prototype, 'value').set.call(field, ${JSON.stringify(value)});
    const told = field instanceof HTMLSelectElement ? 'change' : 'input';
    field.dispatchEvent(new Event(told, { bubbles: true }));
  })()`);
}

/** How a shop is counted, as it is stored. */
export async function storedCounting(browser: ExtensionBrowser, shop: ShopId): Promise<Counting> {
  const api = browser.name === 'chromium' ? 'chrome' : 'browser';
  const stored = await browser.beside<{ settings?: { counting?: Record<string, Counting> } }>(
    `${api}.storage.local.get('settings')`,
  );
  return stored.settings?.counting?.[shop] ?? {};
}

interface MarkedRow {
  readonly conversation: string;
  readonly setAside?: string;
  readonly blockedByHand?: boolean;
}

/** What the reference gives for a shop's rule under what is stored now, over all that is in the log: as the meter shows it. */
export async function referenceOf(browser: ExtensionBrowser, shop: ShopId, rule: string) {
  const { rules, holidays } = rulesFor(shop, await storedCounting(browser, shop));
  const counted = rules.find(({ id, presetOf = id }) => presetOf === rule);
  if (!counted) throw new Error(`${shop} has no rule ${rule}`);
  const marks = await rowsOf<MarkedRow>(browser, 'conversations');
  const told = marks.map(({ conversation, setAside, blockedByHand }) => ({
    id: conversation,
    byHand: setAside !== undefined,
    blocked: blockedByHand,
    messages: [],
  }));
  const chats = plainChats(await rowsOf<Message>(browser, 'messages'), told);
  const shut = holidays.map(([from, to]): [number, number | null] => [from, Number.isFinite(to) ? to : null]);
  const rate = rateOf(chats, counted, Date.now(), { holidays: shut });
  return { now: rate.value === null ? null : shownPercent(rate.value, counted.target), counted: rate.counted };
}
