/** Two runs are at least this far apart (ms), and never take more than a hundredth of the page's time. */
const pauseMs = 250;
const costFactor = 100;

/**
 * Returns what asks for a run of `work`: it comes at once where the last one is long enough ago, and once for all who ask
 * meanwhile. Only ever set going by who asks, so that a hidden tab's throttled timers delay it by a second at most.
 */
export function paced(work: () => void, signal: AbortSignal): () => void {
  let lastEnd = Number.NEGATIVE_INFINITY;
  let cost = 0;
  let isPlanned = false;
  const { port1, port2 } = new MessageChannel();
  const run = () => {
    if (signal.aborted) return;
    isPlanned = false;
    const start = performance.now();
    work();
    lastEnd = performance.now();
    cost = lastEnd - start;
  };
  port1.onmessage = run;
  signal.addEventListener('abort', () => port1.close());
  return () => {
    if (isPlanned) return;
    isPlanned = true;
    const wait = lastEnd + Math.max(pauseMs, cost * costFactor) - performance.now();
    if (wait <= 0) port2.postMessage(null);
    else setTimeout(run, wait);
  };
}
