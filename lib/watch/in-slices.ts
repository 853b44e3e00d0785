import type { Steps } from '../platforms/steps';

/** So much time (ms) one slice of our work may take from the page. */
const sliceMs = 5;

/** What may wait: a history of hundreds of chats is a tenth of it. A page that floods is told from one that is busy by more. */
const mostItems = 20_000;
const mostWeight = 128_000_000;

interface Waiting<T> {
  /** What an item that waits takes of the tab's memory, bytes. */
  weigh?(item: T): number;
  /** Told of each item that found no room and is not done. */
  onDropped?(): void;
}

/**
 * Does `work` on each item in turn, a slice at a time, so that no task of ours holds the page up. Work that goes in
 * steps may be put down between any two of them; where it waits, the items behind it wait too. Slices follow each other
 * through a message channel: timers of a hidden tab are held back to one a second, then one a minute. What waits is limited:
 * the memory is the seller's tab's.
 */
export function inSlices<T>(
  work: (item: T) => Steps<void> | undefined,
  signal: AbortSignal,
  { weigh = () => 0, onDropped = () => {} }: Waiting<T> = {},
): (item: T) => void {
  const queue: T[] = [];
  let weight = 0;
  let underWay: Steps<void> | undefined;
  let isWaiting = false;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const end = performance.now() + sliceMs;
    try {
      while (performance.now() < end && !isWaiting && isMore()) step();
    } finally {
      // Also after an item that could not be done: the others wait for nobody else.
      if (!isWaiting && isMore()) port2.postMessage(null);
    }
  };
  const isMore = () => underWay !== undefined || queue.length > 0;
  function step(): void {
    const [item] = underWay ? [] : queue.splice(0, 1);
    if (item !== undefined) weight -= weigh(item);
    const steps = underWay ?? (item === undefined ? undefined : work(item));
    // Forgotten before it is gone on with: what throws is not tried again.
    underWay = undefined;
    const next = steps?.next();
    if (next?.done !== false) return;
    underWay = steps;
    if (!next.value) return;
    isWaiting = true;
    void next.value.then(goOn);
  }
  function goOn(): void {
    isWaiting = false;
    port2.postMessage(null);
  }
  signal.addEventListener('abort', () => {
    queue.length = 0;
    weight = 0;
    underWay = undefined;
    port1.close();
  });
  return item => {
    const more = weigh(item);
    // One that is alone too heavy is for who does it to refuse: it waits for nobody, and nobody for it.
    if (queue.length >= mostItems || (queue.length > 0 && weight + more > mostWeight)) return onDropped();
    weight += more;
    queue.push(item);
    if (queue.length === 1 && !underWay) port2.postMessage(null);
  };
}
