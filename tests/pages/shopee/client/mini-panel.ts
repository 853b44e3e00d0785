import { keepChildren } from '../../client/keep-children.ts';
import { clockTime, rowTime } from './clock.ts';
import type { PageLook } from './look.ts';
import { type Make, maker } from './names.ts';
import type { ListItem, MessageView } from './page-view.ts';

export interface MiniView {
  isOpen: boolean;
  items: readonly ListItem[];
  thread: readonly MessageView[];
}

interface Skeleton {
  entry: HTMLElement;
  launcher: HTMLElement;
  panel: HTMLElement;
  rows: HTMLElement;
  thread: HTMLElement;
}

const skeletons = new WeakMap<Document, Skeleton>();
const shownBy = new WeakMap<Element, string>();

export function miniConversationAt(target: EventTarget | null): string | undefined {
  const row = target instanceof Element ? target.closest('button') : null;
  return row === null ? undefined : shownBy.get(row);
}

/**
 * The mini chat at the edge of any page of the Seller Centre. Its launcher is recorded; of its panel nothing is, so the
 * panel has hashed names alone.
 */
export function renderMini(document: Document, view: MiniView, look: PageLook, by: 'class' | 'aria'): void {
  const make = maker(document, { layout: 'unknown', salt: look.salt });
  const { entry, launcher, panel, rows, thread } = skeletonOf(document, make);
  if (by === 'class') entry.classList.toggle('active', view.isOpen);
  else if (launcher.getAttribute('aria-expanded') !== String(view.isOpen)) {
    launcher.setAttribute('aria-expanded', String(view.isOpen));
  }
  if (panel.hidden === view.isOpen) panel.hidden = !view.isOpen;
  keepChildren(rows, view.isOpen ? view.items.flatMap(item => (item.is === 'row' ? item.row : [])) : [], {
    key: row => row.conversation.id,
    signature: row => JSON.stringify(row),
    make: () => make('miniRow', 'button'),
    fill: (element, row) => {
      shownBy.set(element, row.conversation.id);
      const name = make('miniName', 'b', row.conversation.to_name);
      const unread = row.unread > 0 ? [make('miniUnread', 'i', String(row.unread))] : [];
      element.replaceChildren(name, make('miniText', 'span', row.preview), rowTime(row.at, look), ...unread);
    },
  });
  keepChildren(thread, view.isOpen ? view.thread : [], {
    key: message => message.id,
    signature: message => JSON.stringify(message),
    make: () => make('miniMessage', 'p'),
    fill: (element, message) => {
      element.textContent = `${message.text}${clockTime(message.at, look)}`;
      element.style.textAlign = message.side === 'send' ? 'right' : 'left';
    },
  });
}

function skeletonOf(document: Document, make: Make): Skeleton {
  const known = skeletons.get(document);
  if (known !== undefined && document.body.contains(known.panel)) return known;
  const launcher = make('launcher', 'div', 'Chat');
  launcher.id = 'SidebarEntry';
  const entry = make('entry', 'div', launcher);
  entry.classList.add('panel-item');
  const [rows, thread] = [make('miniRows', 'div'), make('miniThread', 'div')];
  const panel = make('miniPanel', 'div', rows, thread);
  document.body.append(make('miniSide', 'div', entry), panel);
  const skeleton = { entry, launcher, panel, rows, thread };
  skeletons.set(document, skeleton);
  return skeleton;
}
