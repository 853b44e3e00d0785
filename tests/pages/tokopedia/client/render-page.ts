import { keepChildren } from '../../client/keep-children.ts';

export interface PageView {
  rows: readonly { id: string; name: string; preview: string; unread: number }[];
  thread: readonly { id: string; text: string; isOurs: boolean }[];
}

interface Skeleton {
  list: HTMLElement;
  thread: HTMLElement;
}

const skeletons = new WeakMap<Document, Skeleton>();
const shownBy = new WeakMap<Element, string>();

export function conversationAt(target: EventTarget | null): string | undefined {
  for (let at = target instanceof Element ? target : null; at !== null; at = at.parentElement) {
    const id = shownBy.get(at);
    if (id !== undefined) return id;
  }
  return undefined;
}

/**
 * No selector of the real page is known, so this one offers none: `div`s alone, each with a class that is another at every
 * start and says nothing, no id, no role, no attribute of its own. Whoever reads it has invented something.
 */
export function renderPage(document: Document, view: PageView, salt: string): void {
  const make = (...children: (Node | string)[]) => {
    const element = document.createElement('div');
    element.className = `x${salt}`;
    element.append(...children);
    return element;
  };
  const { list, thread } = skeletonOf(document, make);
  keepChildren(list, view.rows, {
    key: row => row.id,
    signature: row => JSON.stringify(row),
    make: () => make(),
    fill: (element, row) => {
      shownBy.set(element, row.id);
      const unread = row.unread > 0 ? [make(String(row.unread))] : [];
      element.replaceChildren(make(row.name), make(row.preview), ...unread);
    },
  });
  keepChildren(thread, view.thread, {
    key: line => line.id,
    signature: line => JSON.stringify(line),
    make: () => make(),
    fill: (element, line) => {
      element.style.textAlign = line.isOurs ? 'right' : 'left';
      element.replaceChildren(make(line.text));
    },
  });
}

function skeletonOf(document: Document, make: (...children: Node[]) => HTMLElement): Skeleton {
  const known = skeletons.get(document);
  if (known !== undefined && document.body.contains(known.list)) return known;
  const skeleton = { list: make(), thread: make() };
  document.body.append(make(skeleton.list, skeleton.thread));
  skeletons.set(document, skeleton);
  return skeleton;
}
