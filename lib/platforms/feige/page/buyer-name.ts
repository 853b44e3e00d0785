import { findFirst } from './find';
import { selectors, words } from './selectors';

/** Characters of a name that are kept. */
const longest = 120;

const isListed = (name: string, list: readonly string[]) => list.includes(name);

/** The buyer's name that a row shows; empty where none is found. */
export function buyerName(row: Element): string {
  for (const { css } of selectors['buyer-name']) {
    const name = shown(row.querySelector(css));
    if (name !== '') return name;
  }
  // The first title that is neither number nor time (feige.md section 2); an older row's time is a day, `6月20日`.
  const time = findFirst(row, 'row-timer')?.textContent?.trim();
  const titled = Array.from(row.querySelectorAll('[title]'), element => element.getAttribute('title')?.trim() ?? '');
  const name = titled.find(title => title !== '' && title !== time && !/^[\d:\s]+$|\d(?:秒|分|时|月\d|:)/.test(title));
  return name === undefined || isListed(name, words.headings) ? '' : name.slice(0, longest);
}

/** Assistants and notices of the platform have rows like a buyer's. */
export const isNoBuyer = (name: string): boolean => isListed(name, words.noBuyers);

function shown(element: Element | null): string {
  const name = (element?.getAttribute('title') || element?.textContent || '').trim();
  return isListed(name, words.headings) ? '' : name.slice(0, longest);
}
