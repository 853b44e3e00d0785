import { type ListParts, renderList } from './conversation-list.ts';
import { drawList } from './drawn-list.ts';
import type { PageLook } from './look.ts';
import { isNamed, type Make, maker } from './names.ts';
import type { OpenThread, PageView } from './page-view.ts';
import { renderMessages } from './thread.ts';
import { words } from './words.ts';

interface Skeleton extends ListParts {
  layout: PageLook['layout'];
  app: HTMLElement;
  list: HTMLElement;
  room: HTMLElement;
  openId: string | undefined;
  messages: HTMLElement | undefined;
}

const skeletons = new WeakMap<Document, Skeleton>();

/** Brings the document up to a view. Called again with a newer view it changes only what differs. */
export function renderPage(
  document: Document,
  view: PageView,
  look: PageLook,
): { list: HTMLElement; messages: HTMLElement | undefined } {
  const make = maker(document, look);
  const skeleton = skeletonOf(document, look, make);
  if (look.layout === 'drawn') drawList(skeleton.items, view, look);
  else renderList(skeleton, view, look, make);
  renderEmpty(skeleton, view, make);
  renderRoom(skeleton, view, look, make);
  return { list: skeleton.list, messages: skeleton.messages };
}

function skeletonOf(document: Document, look: PageLook, make: Make): Skeleton {
  const known = skeletons.get(document);
  if (known?.layout === look.layout && document.body.contains(known.app)) return known;
  known?.app.remove();
  const parts = listParts(look, make);
  const isNew = look.layout === 'sections' || look.layout === 'rebuilt' || look.layout === 'drawn';
  const inner = isNew ? make('scroller', 'div', make('scrollerContent', 'div', parts.items)) : parts.items;
  const list = make('list', 'div', inner);
  const tabs = make('tabs', 'div', make('activeTab', 'div', words.activeTab), make('lastTab', 'div', words.lastTab));
  const settings = make('settings', 'div', words.settings);
  const room = make('room', 'div');
  const side = make('side', 'div', ...words.side.map(line => make('sideLine', 'div', line)));
  const app = make('app', 'div', make('column', 'div', tabs, settings, list), room, side);
  document.body.append(app);
  const skeleton = { ...parts, layout: look.layout, app, list, room, openId: '', messages: undefined };
  skeletons.set(document, skeleton);
  return skeleton;
}

function listParts(look: PageLook, make: Make): ListParts {
  if (look.layout !== 'boxes') {
    return { items: make('items', 'div'), waitingBox: undefined, recentBox: undefined };
  }
  const [waitingBox, recentBox] = [make('waitingBox', 'div'), make('recentBox', 'div')];
  return { items: make('items', 'div', waitingBox, recentBox), waitingBox, recentBox };
}

function renderEmpty({ list }: Skeleton, view: PageView, make: Make): void {
  const shown = list.children[1];
  if (view.rows.length > 0) shown?.remove();
  else if (shown === undefined) list.append(make('empty', 'div', words.empty));
}

function renderRoom(skeleton: Skeleton, view: PageView, look: PageLook, make: Make): void {
  const { open } = view;
  if (skeleton.openId !== open?.conversationId) {
    skeleton.openId = open?.conversationId;
    skeleton.messages = open && make('messages', 'div');
    if (open === undefined || skeleton.messages === undefined) {
      skeleton.room.replaceChildren(make('choose', 'div', words.choose));
    } else {
      skeleton.room.replaceChildren(topbar(open, make), skeleton.messages, composer(open, look, make));
    }
  }
  if (open === undefined || skeleton.messages === undefined) return;
  const scroller = skeleton.messages;
  const first = scroller.firstElementChild;
  const toEnd = scroller.scrollHeight - scroller.scrollTop;
  renderMessages(scroller, open, look, make);
  // Whoever reads the newest keeps reading the newest; older messages put in above must not push the view away.
  if (toEnd < 1.5 * scroller.clientHeight) scroller.scrollTop = scroller.scrollHeight;
  else if (first !== scroller.firstElementChild) scroller.scrollTop = scroller.scrollHeight - toEnd;
}

function topbar(open: OpenThread, make: Make): HTMLElement {
  const info = make('topbar', 'div', make('topName', 'span', open.name), make('remark', 'span', words.remark));
  return make('roomHead', 'div', info, make('transfer', 'button', words.transfer));
}

function composer(open: OpenThread, look: PageLook, make: Make): HTMLElement {
  const input = make('input', 'textarea', open.draft);
  input.setAttribute('placeholder', words.placeholder);
  if (isNamed(look.layout)) input.classList.add(`inputArea_${open.conversationId}`);
  return make('composer', 'div', input, make('send', 'button', words.send));
}
