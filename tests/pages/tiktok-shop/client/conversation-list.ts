import { keepChildren } from '../../client/keep-children.ts';
import { markRow } from './expandos.ts';
import type { PageLook } from './look.ts';
import { type Make, rowId } from './names.ts';
import type { PageView, RowView } from './page-view.ts';
import { rowLabel } from './time-labels.ts';
import { wordsOf } from './words.ts';

export const rowHeightPx = 72;

const shownBy = new WeakMap<Element, string>();

/** The conversation whose row was clicked; its id stands nowhere in the document. */
export function conversationAt(target: EventTarget | null): string | undefined {
  for (let at = target instanceof Element ? target : null; at !== null; at = at.parentElement) {
    const id = shownBy.get(at);
    if (id !== undefined) return id;
  }
  return undefined;
}

/** Only rows near the scroll position are in the document; a spacer keeps the others' room. */
export function renderList(rowsBox: HTMLElement, view: PageView, look: PageLook, make: Make): void {
  const rows = view.rows.slice(view.firstRow, view.firstRow + look.rowsInPage);
  setPadding(rowsBox, view.firstRow, view.rows.length - view.firstRow - rows.length);
  const openId = view.open?.conversationId;
  keepChildren(rowsBox, rows, {
    key: row => row.conversationId,
    signature: (row, index) => JSON.stringify([row, index + view.firstRow, row.conversationId === openId]),
    make: () => make('row', 'div'),
    fill: (element, row, index) => {
      shownBy.set(element, row.conversationId);
      const id = rowId(look.layout, view.firstRow + index);
      if (id !== element.id) element.id = id;
      element.setAttribute('aria-current', String(row.conversationId === openId));
      element.replaceChildren(avatar(row, look, make), body(row, look, make));
      markRow(element, row, look);
    },
  });
}

function setPadding(box: HTMLElement, before: number, after: number): void {
  const padding = `${before * rowHeightPx}px 0px ${after * rowHeightPx}px`;
  if (box.style.padding !== padding) box.style.padding = padding;
}

function avatar(row: RowView, look: PageLook, make: Make): HTMLElement {
  const face = make('avatar', 'div', make('initial', 'span', row.name.slice(0, 1)));
  if (row.unread > 0) face.append(badge(row.unread, look, make));
  return face;
}

function badge(unread: number, look: PageLook, make: Make): HTMLElement {
  if (look.layout !== 'testid') return make('badge', 'span', String(unread));
  return make('badge', 'span', make('badgeNumber', 'span', String(unread)));
}

/** The preview is the first span after the name's grandparent: its only mark is its place. */
function body(row: RowView, look: PageLook, make: Make): HTMLElement {
  const head = make('head', 'div', make('nameBox', 'div', make('username', 'span', row.name)), time(row, look, make));
  const preview = make('preview', 'div', make('previewText', 'span', row.preview));
  const lines = statusOf(row, look).map(line => make(row.waiting ? 'waitingLine' : 'statusLine', 'span', line));
  return make('body', 'div', head, preview, make('status', 'div', ...lines));
}

function time(row: RowView, look: PageLook, make: Make): HTMLElement {
  return make('rowTime', look.layout === 'unknown' ? 'i' : 'time', rowLabel(row.at, look));
}

function statusOf(row: RowView, look: PageLook): string[] {
  const words = wordsOf(look.language);
  const lines = [row.waiting ? words.unreplied : words.replied, row.withPerson ? words.withPerson : ''];
  return lines.filter(line => line !== '');
}
