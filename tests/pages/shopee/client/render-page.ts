import { renderList } from './conversation-list.ts';
import type { PageLook } from './look.ts';
import { type Make, maker } from './names.ts';
import type { PageView } from './page-view.ts';
import { renderMessages } from './thread.ts';
import { wordsOf } from './words.ts';

interface Skeleton {
  layout: PageLook['layout'];
  app: HTMLElement;
  side: HTMLElement;
  room: HTMLElement;
  /** What scrolls, and what the rows are in; made with the first answer. */
  list: { grid: HTMLElement; rows: HTMLElement } | undefined;
  thread: { grid: HTMLElement; messages: HTMLElement } | undefined;
  openId: string | undefined;
}

const skeletons = new WeakMap<Document, Skeleton>();

/** Brings the document up to a view. Called again with a newer view it changes only what differs. */
export function renderPage(
  document: Document,
  view: PageView,
  look: PageLook,
): { list: HTMLElement | undefined; thread: HTMLElement | undefined } {
  const make = maker(document, look);
  const skeleton = skeletonOf(document, look, make);
  if (view.items !== undefined) {
    skeleton.list ??= listIn(skeleton.side, make);
    renderList(skeleton.list.rows, view, look, make);
  }
  renderRoom(skeleton, view, look, make);
  return { list: skeleton.list?.grid, thread: skeleton.thread?.grid };
}

function skeletonOf(document: Document, look: PageLook, make: Make): Skeleton {
  const known = skeletons.get(document);
  if (known?.layout === look.layout && document.body.contains(known.app)) return known;
  known?.app.remove();
  const words = wordsOf(look.language);
  const filters = make('filters', 'div', ...words.filters.map(filter => make('filter', 'button', filter)));
  const side = make('listWrapper', 'div', filters);
  const room = make('detail', 'div', make('choose', 'div', words.choose));
  const station = make('station', 'div', ...words.station.map(line => make('stationLine', 'div', line)));
  const app = make('app', 'div', side, room, station);
  document.body.append(app);
  const { layout } = look;
  const skeleton = { layout, app, side, room, list: undefined, thread: undefined, openId: undefined };
  skeletons.set(document, skeleton);
  return skeleton;
}

function listIn(side: HTMLElement, make: Make) {
  const rows = make('rows', 'div');
  const grid = make('rowsGrid', 'div', rows);
  side.append(make('list', 'div', grid));
  return { grid, rows };
}

function renderRoom(skeleton: Skeleton, view: PageView, look: PageLook, make: Make): void {
  const { open } = view;
  if (open === undefined) return;
  if (skeleton.openId !== open.conversationId || skeleton.thread === undefined) {
    skeleton.openId = open.conversationId;
    const messages = make('messages', 'div');
    const grid = make('messagesGrid', 'div', messages);
    skeleton.thread = { grid, messages };
    const area = make(look.area === 'section' ? 'sectionArea' : 'containerArea', 'div', grid);
    const chat = make('detailChat', 'div', make('detailMessages', 'div', area), composer(look, make));
    skeleton.room.replaceChildren(make('detailHead', 'div', open.name), chat);
  }
  renderMessages(skeleton.thread.messages, open, view.firstMessage, look, make);
}

function composer(look: PageLook, make: Make): HTMLElement {
  const words = wordsOf(look.language);
  const input = make('input', 'textarea');
  input.setAttribute('placeholder', words.placeholder);
  return make('composer', 'div', input, make('sendButton', 'button', words.send));
}
