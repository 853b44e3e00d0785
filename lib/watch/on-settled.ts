/** Two looks are at least this far apart (ms), and never take more than a fiftieth of the page's time. */
const pauseMs = 250;
const costFactor = 50;

/**
 * Calls `look` soon after the page has changed: once for a burst of changes, at once when the last look is long enough
 * ago. Only ever set going by a change, so that a hidden tab's throttled timers delay it by a second at most. A change of
 * one of `attributes` is one too. Returns what asks for one more look in the same way.
 */
export function onSettled(
  root: Node,
  look: () => void,
  signal: AbortSignal,
  attributes: readonly string[] = [],
): () => void {
  let lastEnd = Number.NEGATIVE_INFINITY;
  let cost = 0;
  let isPlanned = false;
  const { port1, port2 } = new MessageChannel();
  const plan = () => {
    if (isPlanned) return;
    isPlanned = true;
    const wait = lastEnd + Math.max(pauseMs, cost * costFactor) - performance.now();
    if (wait <= 0) port2.postMessage(null);
    else setTimeout(run, wait);
  };
  const run = () => {
    if (signal.aborted) return;
    isPlanned = false;
    const start = performance.now();
    look();
    lastEnd = performance.now();
    cost = lastEnd - start;
  };
  port1.onmessage = run;
  const observer = new MutationObserver(plan);
  const filled = attributes.length > 0 ? { attributeFilter: [...attributes] } : {};
  observer.observe(root, { childList: true, characterData: true, subtree: true, ...filled });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    port1.close();
  });
  return plan;
}
