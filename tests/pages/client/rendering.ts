/** Runs a rendering soon and once for all that asked meanwhile, in a hidden tab too, which frames and timers do not. */
export function soon(render: () => void): () => void {
  // A message channel, as React's scheduler uses.
  const channel = new MessageChannel();
  let isDue = false;
  channel.port1.onmessage = () => {
    isDue = false;
    render();
  };
  return () => {
    if (isDue) return;
    isDue = true;
    channel.port2.postMessage(null);
  };
}

const watched = new WeakSet<Element>();

/** Listens to an element's scrolling, once. */
export function onScroll(element: Element | undefined, run: () => void): void {
  if (element === undefined || watched.has(element)) return;
  watched.add(element);
  element.addEventListener('scroll', run, { passive: true });
}
