import type { ExtensionPage } from './browser.ts';

/** Presses a key until the focus is on what the selector names; says how often it took. */
export async function focusOn(page: ExtensionPage, what: string, key = 'Tab', most = 60): Promise<number> {
  for (let i = 0; i < most; i++) {
    if (await page.evaluate<boolean>(`document.activeElement?.matches(${JSON.stringify(what)}) ?? false`)) return i;
    await page.press(key);
  }
  throw new Error(`${what} was not reached by ${most} times ${key}`);
}

/** Numbers all that a person can do something with, a group of choices once, and gives how many there are. */
const number = `(() => {
  const named = new Set();
  const controls = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')].filter(control =>
    !control.disabled && control.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) &&
    (control.type !== 'radio' || control.checked));
  controls.forEach((control, index) => { control.dataset.control = index; });
  return controls.length;
})()`;

/** Which of them has the focus, and whether one sees it: by an outline of its own, or of the label that stands for it. */
const focused = `(() => {
  const { activeElement: at } = document;
  const outlined = element => element && getComputedStyle(element).outlineStyle !== 'none';
  // Of a date and time the browser marks the part that is typed in, inside of what a page can ask.
  const isMarked = at.type === 'datetime-local';
  return { control: at.dataset.control ?? null, seen: isMarked || outlined(at) || outlined(at.nextElementSibling),
    words: (at.getAttribute('aria-label') ?? at.name ?? '') + ' ' + at.outerHTML.slice(0, 120) };
})()`;

interface Focused {
  readonly control: string | null;
  readonly seen: boolean;
  readonly words: string;
}

/** Goes through a page by Tab alone. Gives what is wrong: what was not reached, and what one does not see to have the focus. */
export async function tabThrough(page: ExtensionPage): Promise<string[]> {
  await page.bringToFront();
  await page.evaluate('void document.activeElement.blur()');
  const all = await page.evaluate<number>(number);
  const reached = new Set<string>();
  const faults = new Set<string>();
  // What scrolls by itself takes a turn too.
  for (let turn = 0; turn < all * 2 + 10 && reached.size < all; turn++) {
    await page.press('Tab');
    const { control, seen, words } = await page.evaluate<Focused>(focused);
    if (control === null) continue;
    reached.add(control);
    if (!seen) faults.add(`the focus is not seen: ${words}`);
  }
  const missed = await page.evaluate<string[]>(`[...document.querySelectorAll('[data-control]')]
    .filter(({ dataset }) => !${JSON.stringify([...reached])}.includes(dataset.control))
    .map(control => 'not reached: ' + control.outerHTML.slice(0, 120))`);
  return [...missed, ...faults];
}
