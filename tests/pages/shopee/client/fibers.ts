import type { PageLook } from './look.ts';
import type { RowView } from './page-view.ts';

/** React names its properties with letters drawn once per page load. */
const fiberName = `__reactFiber$${Math.random().toString(36).slice(2, 13)}`;

/** A row's fiber leads to its conversation some parents up; none of those between knows it. */
export function hangFiber(element: HTMLElement, { conversation }: RowView, { fibers }: Pick<PageLook, 'fibers'>): void {
  if (fibers === 0) return;
  let parent: object = { tag: 0, memoizedProps: { conversation, isHover: false }, return: null };
  for (let step = 1; step < fibers; step += 1) {
    parent = { tag: 15, memoizedProps: step % 2 === 0 ? null : { style: {} }, return: parent };
  }
  // Fibers know their elements and their elements know them: whoever copies one without care never ends.
  const own = { tag: 5, stateNode: element, memoizedProps: { className: element.className }, return: parent };
  Object.assign(element, { [fiberName]: own });
}
