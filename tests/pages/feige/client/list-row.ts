import type { PageLook } from './look.ts';
import { halfHashed, isNamed, type Make } from './names.ts';
import type { RowView } from './page-view.ts';
import { pixel } from './pixel.ts';
import { rowTime, waitedLabel } from './time-labels.ts';

const timers = new WeakMap<Element, HTMLElement>();

/** Writes a row anew. The open row does not say that it needs a reply: that mark is known to be unreliable there. */
export function listRow(element: HTMLElement, row: RowView, look: PageLook, make: Make): void {
  nameRow(element, row, look);
  const timer = make('timer', 'span');
  timers.set(element, timer);
  const name = nameParts(row, look, make);
  // Where a title alone bears the name, another comes before it.
  const head = look.nickname === 'title' ? [timer, name] : [name, timer];
  const preview = make('preview', 'div', row.preview);
  const lines = make('body', 'div', make('head', 'div', ...head), preview, ...labels(row, make));
  element.replaceChildren(make('avatar', 'div', face(row, look, make), ...badge(row, make)), lines);
}

/** The clock when answered, a running time when waiting. Touches the page only when the text is another. */
export function setTimer(element: Element, row: RowView, now: number): void {
  const timer = timers.get(element);
  const text = row.waitingSinceS === undefined ? rowTime(row.at, now) : waitedLabel(now - row.waitingSinceS * 1000);
  if (timer !== undefined && timer.textContent !== text) timer.textContent = text;
  if (timer !== undefined && timer.title !== text) timer.title = text;
}

function nameRow(element: HTMLElement, row: RowView, look: PageLook): void {
  if (!isNamed(look.layout)) return;
  if (look.rowName === 'kora') element.dataset.kora = 'conversation';
  else element.dataset.qaId = look.rowName;
  const section = look.layout === 'rebuilt' ? 'recent' : row.section;
  if (look.layout !== 'boxes') element.dataset.btmId = `a2427.b76571.c902327.${section}`;
  element.classList.toggle(halfHashed('needReply', look), row.waitingSinceS !== undefined && !row.isOpen);
}

function nameParts(row: RowView, look: PageLook, make: Make): HTMLElement {
  if (look.nickname === 'element') return make('nickname', 'span', row.name);
  if (look.nickname === 'name-content') return make('nameContent', 'div', row.name);
  const name = make(look.nickname === 'name-line' ? 'nameLine' : 'titled', 'div', row.name);
  name.title = row.name;
  return name;
}

function face(row: RowView, look: PageLook, make: Make): HTMLElement {
  const picture = make('face', 'img');
  picture.setAttribute('src', pixel);
  if (isNamed(look.layout)) picture.setAttribute('alt', '头像');
  return make('faceBox', 'div', picture, make('initial', 'span', row.name.slice(0, 1)));
}

function badge(row: RowView, make: Make): HTMLElement[] {
  if (row.warning !== undefined) return [make('badge', 'sup', row.warning)];
  if (row.unread === 0) return [];
  const mark = make('badge', 'sup', String(row.unread));
  mark.title = String(row.unread);
  return [mark];
}

function labels(row: RowView, make: Make): HTMLElement[] {
  return row.tags.map((tag, i) => make(i === 0 ? 'userLabel' : 'cardTag', 'div', make('label', 'span', tag)));
}
