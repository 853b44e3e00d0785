/** One way to find a thing, with the day or month on which it was last known good. */
export interface Alternative {
  readonly css: string;
  readonly good: string;
}

/** Things by name, each with the ways to find it in the order in which they are tried. */
export type Selectors<Thing extends string> = Readonly<Record<Thing, readonly Alternative[]>>;

export interface Finders<Thing extends string> {
  /** The first alternative that finds anything, and what it finds, in document order. `null`: every one failed. */
  findAll(root: ParentNode, thing: Thing): { readonly css: string; readonly elements: Element[] } | null;
  findFirst(root: ParentNode, thing: Thing): Element | null;
}

/** How the things of a platform's page are found. */
export function findersFor<Thing extends string>(selectors: Selectors<Thing>): Finders<Thing> {
  return {
    findAll(root, thing) {
      for (const { css } of selectors[thing]) {
        const elements = Array.from(root.querySelectorAll(css));
        if (elements.length > 0) return { css, elements };
      }
      return null;
    },
    findFirst(root, thing) {
      for (const { css } of selectors[thing]) {
        const element = root.querySelector(css);
        if (element) return element;
      }
      return null;
    },
  };
}

/** The element itself or something in it. */
export function has(element: Element, css: string): boolean {
  return element.matches(css) || element.querySelector(css) !== null;
}

/**
 * Whether a text stands alone somewhere below: as the whole of a text node, so that a buyer who writes the word inside
 * a sentence means nothing. Texts below `except` are left out.
 */
export function saysAlone(root: Element, texts: readonly string[], except: readonly (Element | null)[]): boolean {
  const walker = root.ownerDocument.createTreeWalker(root, 4 /* NodeFilter.SHOW_TEXT */);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    if (text.length > 80 || !texts.includes(text.trim())) continue;
    const found = node;
    if (!except.some(element => element?.contains(found))) return true;
  }
  return false;
}
