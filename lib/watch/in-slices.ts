/** So much time (ms) one slice of our work may take from the page. */
const sliceMs = 5;

/**
 * Does `work` on each item in turn, a slice at a time, so that no task of ours holds the page up. Slices follow each
 * other through a message channel: timers of a hidden tab are held back to one a second, then one a minute.
 */
export function inSlices<T>(work: (item: T) => void, signal: AbortSignal): (item: T) => void {
  const queue: T[] = [];
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const end = performance.now() + sliceMs;
    try {
      while (queue.length > 0 && performance.now() < end) {
        const [item] = queue.splice(0, 1);
        if (item !== undefined) work(item);
      }
    } finally {
      // Also after an item that could not be done: the others wait for nobody else.
      if (queue.length > 0) port2.postMessage(null);
    }
  };
  signal.addEventListener('abort', () => {
    queue.length = 0;
    port1.close();
  });
  return item => {
    queue.push(item);
    if (queue.length === 1) port2.postMessage(null);
  };
}
