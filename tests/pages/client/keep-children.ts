const kept = new WeakMap<Element, Map<string, { element: HTMLElement; signature: string }>>();

interface Recipe<T> {
  key: (item: T) => string;
  /** Everything an element shows; while it stays the same the element is left alone. */
  signature: (item: T, index: number) => string;
  make: (item: T) => HTMLElement;
  fill: (element: HTMLElement, item: T, index: number) => void;
}

/** Makes the children of `parent` show `items`, moving and reusing elements by key as a framework does. */
export function keepChildren<T>(parent: Element, items: readonly T[], recipe: Recipe<T>): void {
  const before = kept.get(parent) ?? new Map<string, { element: HTMLElement; signature: string }>();
  const after: typeof before = new Map();
  items.forEach((item, index) => {
    const key = recipe.key(item);
    const signature = recipe.signature(item, index);
    const known = before.get(key);
    const element = known?.element ?? recipe.make(item);
    if (known?.signature !== signature) recipe.fill(element, item, index);
    after.set(key, { element, signature });
    before.delete(key);
    if (parent.children[index] !== element) parent.insertBefore(element, parent.children[index] ?? null);
  });
  for (const { element } of before.values()) element.remove();
  kept.set(parent, after);
}
