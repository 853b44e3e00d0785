import { keepChildren } from '../../client/keep-children.ts';
import { rowTime } from './clock.ts';
import { hangFiber } from './fibers.ts';
import type { PageLook } from './look.ts';
import { type Make, rowName } from './names.ts';
import type { ListItem, PageView, RowView } from './page-view.ts';
import { makeRoom, type Placed, place, placed } from './virtual.ts';
import { wordsOf } from './words.ts';

const rowHeightPx = 72;
const sectionHeightPx = 36;

const shownBy = new WeakMap<Element, string>();

/** The conversation whose row was clicked; its id stands nowhere in the document. */
export function conversationAt(target: EventTarget | null): string | undefined {
  for (let at = target instanceof Element ? target : null; at !== null; at = at.parentElement) {
    const id = shownBy.get(at);
    if (id !== undefined) return id;
  }
  return undefined;
}

export function heightOfItem(item: ListItem): number {
  return item.is === 'row' ? rowHeightPx : sectionHeightPx;
}

/** Only items near the scroll position are in the document. Headings are siblings of the rows and come and go like them. */
export function renderList(rowsBox: HTMLElement, view: PageView, look: PageLook, make: Make): void {
  const { all, total } = placed(view.items ?? [], heightOfItem);
  makeRoom(rowsBox, total);
  const openId = view.open?.conversationId;
  keepChildren(rowsBox, all.slice(view.firstItem, view.firstItem + look.rowsInPage), {
    key: ({ item }) => (item.is === 'row' ? item.row.conversation.id : item.name),
    signature: at => JSON.stringify([at, at.item.is === 'row' && at.item.row.conversation.id === openId]),
    make: ({ item }) => make(item.is === 'row' ? 'row' : item.name, 'div'),
    fill: (element, at) => fill(element, at, openId, look, make),
  });
}

function fill(
  element: HTMLElement,
  at: Placed<ListItem>,
  openId: string | undefined,
  look: PageLook,
  make: Make,
): void {
  place(element, at);
  const { item } = at;
  if (item.is === 'section') {
    const words = wordsOf(look.language);
    element.textContent = `${item.name === 'tab_unreplied' ? words.unreplied : words.replied} (${item.count})`;
    return;
  }
  const { row } = item;
  const { id } = row.conversation;
  shownBy.set(element, id);
  if (look.layout === 'named') element.setAttribute('data-cy', rowName(id === openId, look));
  element.replaceChildren(avatar(row, make), body(row, look, make));
  hangFiber(element, row, look);
}

function avatar({ conversation }: RowView, make: Make): HTMLElement {
  return make('avatar', 'div', conversation.to_name.slice(0, 1));
}

/** The number of unread messages is the preview's next sibling and has no class; our choice: it is absent at zero. */
function body(row: RowView, look: PageLook, make: Make): HTMLElement {
  const name = make('name', 'div', row.conversation.to_name);
  name.title = row.conversation.to_name;
  const head = make('head', 'div', name, make('time', 'div', rowTime(row.at, look)));
  const line = make('line', 'div', make('preview', 'div', row.preview));
  if (row.unread > 0) {
    const unread = make('unread', 'div', String(row.unread));
    unread.removeAttribute('class');
    line.append(unread);
  }
  return make('body', 'div', head, line);
}
