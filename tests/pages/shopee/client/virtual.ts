export interface Placed<T> {
  item: T;
  top: number;
  height: number;
}

/** Where each item lies, one below the other. */
export function placed<T>(items: readonly T[], heightOf: (item: T) => number): { all: Placed<T>[]; total: number } {
  let top = 0;
  const all = items.map(item => {
    const height = heightOf(item);
    top += height;
    return { item, top: top - height, height };
  });
  return { all, total: top };
}

/** The first item that lies at or below a scroll position, less a few so that some are there before they are seen. */
export function firstAt<T>(all: readonly Placed<T>[], scrollTop: number, spare: number): number {
  const first = all.findIndex(({ top, height }) => top + height > scrollTop);
  return Math.max(0, (first < 0 ? all.length : first) - spare);
}

/** Puts an element where it belongs, as the page's own list does: by an inline style. */
export function place(element: HTMLElement, { top, height }: Pick<Placed<unknown>, 'top' | 'height'>): void {
  Object.assign(element.style, { position: 'absolute', left: '0px', top: `${top}px`, width: '100%' });
  element.style.height = `${height}px`;
}

/** Gives the inner container the height of all items, so that it scrolls as if they were there. */
export function makeRoom(inner: HTMLElement, total: number): void {
  const height = `${total}px`;
  if (inner.style.height === height) return;
  Object.assign(inner.style, { position: 'relative', width: '100%', maxHeight: height, overflow: 'hidden' });
  inner.style.height = height;
}
