import { keepChildren } from '../../client/keep-children.ts';
import { listRow, setTimer } from './list-row.ts';
import type { PageLook } from './look.ts';
import type { Make } from './names.ts';
import type { PageView, RowView } from './page-view.ts';
import { words } from './words.ts';

export const rowHeightPx = 76;

const shownBy = new WeakMap<Element, string>();

/** The conversation whose row was clicked; its id stands nowhere in the list. */
export function conversationAt(target: EventTarget | null): string | undefined {
  for (let at = target instanceof Element ? target : null; at !== null; at = at.parentElement) {
    const id = shownBy.get(at);
    if (id !== undefined) return id;
  }
  return undefined;
}

type Entry = { readonly heading: string } | { readonly row: RowView };

/** The parts that rows go into; the older list has two, the newer one. */
export interface ListParts {
  readonly items: HTMLElement;
  readonly waitingBox: HTMLElement | undefined;
  readonly recentBox: HTMLElement | undefined;
}

/** Only rows near the scroll position are in the document; a spacer keeps the others' room. */
export function renderList(
  { items, waitingBox, recentBox }: ListParts,
  view: PageView,
  look: PageLook,
  make: Make,
): void {
  const rows = view.rows.slice(view.firstRow, view.firstRow + look.rowsInPage);
  setPadding(items, view.firstRow, view.rows.length - view.firstRow - rows.length);
  const waiting = rows.filter(row => row.section === 'current');
  const others = rows.filter(row => row.section !== 'current');
  if (waitingBox !== undefined && recentBox !== undefined) {
    fill(waitingBox, headed(look, words.waited, waiting), look, make);
    fill(recentBox, headed(look, words.answered, others), look, make);
    return;
  }
  if (look.layout !== 'sections') fill(items, headed(look, words.grouped, rows), look, make);
  else fill(items, [...headed(look, words.activeTab, waiting), ...headed(look, words.answered, others)], look, make);
}

function headed(look: PageLook, heading: string, rows: readonly RowView[]): Entry[] {
  return [...(look.headings && rows.length > 0 ? [{ heading }] : []), ...rows.map(row => ({ row }))];
}

function fill(box: HTMLElement, entries: readonly Entry[], look: PageLook, make: Make): void {
  keepChildren(box, entries, {
    key: entry => ('row' in entry ? entry.row.key : `heading ${entry.heading}`),
    // The time is left out: it changes by itself every second, and only its own text then.
    signature: entry => JSON.stringify('row' in entry ? { ...entry.row, at: 0, waitingSinceS: 0 } : entry),
    make: entry => make('row' in entry ? 'row' : 'heading', 'div'),
    fill: (element, entry) => {
      if ('heading' in entry) return element.replaceChildren(entry.heading);
      if (entry.row.conversationId !== undefined) shownBy.set(element, entry.row.conversationId);
      listRow(element, entry.row, look, make);
    },
  });
  entries.forEach((entry, i) => {
    const element = box.children[i];
    if ('row' in entry && element !== undefined) setTimer(element, entry.row, look.now());
  });
}

function setPadding(box: HTMLElement, before: number, after: number): void {
  const padding = `${before * rowHeightPx}px 0px ${after * rowHeightPx}px`;
  if (box.style.padding !== padding) box.style.padding = padding;
}
