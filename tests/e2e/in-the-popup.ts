import type { ExtensionPage } from './browser.ts';

export interface Meter {
  readonly rule: string;
  /** Percent; `null` while nothing counts. */
  readonly now: number | null;
  readonly counted: number;
  readonly waiting: number;
}

export interface Row {
  readonly conversation: string;
  /** ms; `null` where no rule counts the chat. */
  readonly deadline: number | null;
  readonly text: string;
}

/** The rates as a machine finds them on the popup. */
export async function metersOf(popup: ExtensionPage): Promise<Record<string, Meter>> {
  const meters = await popup.evaluate<Meter[]>(`[...document.querySelectorAll('[role=meter]')].map(meter => ({
    rule: meter.dataset.rule,
    now: meter.hasAttribute('aria-valuenow') ? Number(meter.getAttribute('aria-valuenow')) : null,
    counted: Number(meter.dataset.counted),
    waiting: Number(meter.dataset.waiting),
  }))`);
  return Object.fromEntries(meters.map(meter => [meter.rule, meter]));
}

/** Who waits, in the popup's order. */
export function rowsIn(popup: ExtensionPage): Promise<Row[]> {
  return popup.evaluate<Row[]>(`[...document.querySelectorAll('[data-conversation]')].map(row => ({
    conversation: row.dataset.conversation,
    deadline: row.dataset.deadline === undefined ? null : Number(row.dataset.deadline),
    text: row.innerText,
  }))`);
}

export const textOf = (popup: ExtensionPage): Promise<string> => popup.evaluate<string>('document.body.innerText');

/** Shows a shop by its id, `null`: the first choice, which is all of them where there are several; and waits for it. */
export async function chooseShop(popup: ExtensionPage, shop: string | null): Promise<void> {
  await popup.waitFor('document.querySelector("select.shop-switch")');
  const value = await popup.evaluate<string>(`(() => {
    const select = document.querySelector('select.shop-switch');
    const value = ${JSON.stringify(shop)} ?? select.options[0].value;
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value').set.call(select, value);
    select.dispatchEvent(new Event('change', { bubbles: true }));
    return value;
  })()`);
  // The choice says what is shown, in the same paint as that; until then the figures are those of another.
  await popup.waitFor(`document.querySelector('select.shop-switch')?.value === ${JSON.stringify(value)}`);
}
