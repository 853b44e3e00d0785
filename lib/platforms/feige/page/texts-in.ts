/** The texts below an element, trimmed and in order; those below what `except` selects are left out. */
export function textsIn(root: Element, except?: string): string[] {
  const walker = root.ownerDocument.createTreeWalker(root, 4 /* NodeFilter.SHOW_TEXT */);
  const texts: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = (node.nodeValue ?? '').trim();
    if (text !== '' && !(except && node.parentElement?.closest(except))) texts.push(text);
  }
  return texts;
}
