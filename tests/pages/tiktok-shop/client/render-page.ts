import { renderList } from './conversation-list.ts';
import type { PageLook } from './look.ts';
import { type Make, maker } from './names.ts';
import type { PageView } from './page-view.ts';
import { renderMessages } from './thread.ts';
import { wordsOf } from './words.ts';

interface Skeleton {
  layout: PageLook['layout'];
  app: HTMLElement;
  list: HTMLElement;
  rows: HTMLElement;
  room: HTMLElement;
  openId: string | undefined;
  content: HTMLElement | undefined;
}

const skeletons = new WeakMap<Document, Skeleton>();

/** Brings the document up to a view. Called again with a newer view it changes only what differs. */
export function renderPage(
  document: Document,
  view: PageView,
  look: PageLook,
): { list: HTMLElement; scroller: HTMLElement | null } {
  const make = maker(document, look);
  const skeleton = skeletonOf(document, look, make);
  renderList(skeleton.rows, view, look, make);
  renderEmpty(skeleton, view, look, make);
  renderRoom(skeleton, view, look, make);
  renderDialog(skeleton, view, look, make);
  return { list: skeleton.list, scroller: skeleton.content?.parentElement ?? null };
}

function skeletonOf(document: Document, look: PageLook, make: Make): Skeleton {
  const known = skeletons.get(document);
  if (known?.layout === look.layout && document.body.contains(known.app)) return known;
  known?.app.remove();
  const words = wordsOf(look.language);
  // The folders scroll too and carry the thread's class: the thread is the last such element, not the first.
  const folders = make('scrollContent', 'div', ...words.folders.map(folder => make('folder', 'div', folder)));
  const rows = make('rows', 'div');
  const list = make('list', 'div', rows);
  const room = make('room', 'div');
  const side = make('side', 'div', ...words.side.map(line => make('sideLine', 'div', line)));
  const app = make('app', 'div', make('folders', 'div', folders), list, room, side);
  document.body.append(app);
  const skeleton = { layout: look.layout, app, list, rows, room, openId: '', content: undefined };
  skeletons.set(document, skeleton);
  return skeleton;
}

function renderEmpty({ list, rows }: Skeleton, view: PageView, look: PageLook, make: Make): void {
  const shown = rows.nextElementSibling;
  if (view.rows.length > 0) shown?.remove();
  else if (shown === null) list.append(make('empty', 'div', wordsOf(look.language).empty));
}

function renderRoom(skeleton: Skeleton, view: PageView, look: PageLook, make: Make): void {
  const { open } = view;
  if (skeleton.openId !== open?.conversationId) {
    skeleton.openId = open?.conversationId;
    skeleton.content = open && make('scrollContent', 'div');
    const choose = make('choose', 'div', view.rows.length > 0 ? wordsOf(look.language).choose : '');
    if (skeleton.content === undefined) skeleton.room.replaceChildren(choose);
    else {
      const head = make('roomHead', 'div', open?.name ?? '');
      skeleton.room.replaceChildren(head, make('scrollView', 'div', skeleton.content), composer(look, make));
    }
  }
  if (open === undefined || skeleton.content === undefined) return;
  const scroller = skeleton.content.parentElement;
  const first = skeleton.content.firstElementChild;
  const toEnd = scroller === null ? 0 : scroller.scrollHeight - scroller.scrollTop;
  renderMessages(skeleton.content, open, look, make);
  if (scroller === null) return;
  // Whoever reads the newest keeps reading the newest; older messages put in above must not push the view away.
  if (toEnd < 1.5 * scroller.clientHeight) scroller.scrollTop = scroller.scrollHeight;
  else if (first !== skeleton.content.firstElementChild) scroller.scrollTop = scroller.scrollHeight - toEnd;
}

function composer(look: PageLook, make: Make): HTMLElement {
  const words = wordsOf(look.language);
  const input = make('input', 'textarea');
  input.setAttribute('placeholder', words.placeholder);
  return make('composer', 'div', make('composerBox', 'div', input), make('send', 'button', words.send));
}

function renderDialog({ app }: Skeleton, view: PageView, look: PageLook, make: Make): void {
  const shown = app.lastElementChild?.getAttribute('role') === 'dialog';
  if (!view.signedOut || shown) return;
  const words = wordsOf(look.language);
  const box = make(
    'dialogBox',
    'div',
    make('dialogText', 'div', words.expired),
    make('dialogButton', 'button', words.confirm),
  );
  const dialog = make('dialog', 'div', box);
  dialog.setAttribute('role', 'dialog');
  app.append(dialog);
}
