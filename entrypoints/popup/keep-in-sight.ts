/**
 * Brings an element to the top of what scrolls it, and again whenever what stands above it grows, as a long list does once its
 * first rows are painted. It ends with the first thing that the seller does there, or with what is given back.
 */
export function keepInSight(element: Element): () => void {
  const end = new AbortController();
  const show = () => element.scrollIntoView();
  const above = new ResizeObserver(show);
  for (const other of element.parentElement?.children ?? []) {
    if (other === element) break;
    above.observe(other);
  }
  show();
  const stop = () => {
    above.disconnect();
    end.abort();
  };
  for (const act of ['wheel', 'pointerdown', 'keydown', 'touchstart']) {
    document.addEventListener(act, stop, { capture: true, passive: true, signal: end.signal });
  }
  return stop;
}
