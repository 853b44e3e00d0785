/** Keeps what was observed until the background says it is committed; sends it again when it is not. */
export interface Outbox<T> {
  add(items: readonly T[]): void;
  /** Sends what is there without waiting for an answer under way: the page is going. */
  flush(): void;
  /** Items not yet acknowledged. */
  readonly size: number;
}

interface OutboxArgs<T> {
  /** Resolves with `true` once the items are committed; `false`: refused for good, sending again is no use. */
  send(items: readonly T[]): Promise<boolean>;
  /** Told how many items were given up. */
  lost(count: number): void;
  readonly signal: AbortSignal;
  readonly batch?: number;
  readonly capacity?: number;
}

const retryMs = [500, 1000, 2000, 5000, 10_000];

/** Order is kept, one batch is under way at a time, and a failure is tried again with growing pauses until it is not. */
export function outbox<T>({ send, lost, signal, batch = 500, capacity = 50_000 }: OutboxArgs<T>): Outbox<T> {
  let waiting: T[] = [];
  let underWay = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function pump(): Promise<void> {
    if (underWay || waiting.length === 0 || signal.aborted) return;
    underWay = true;
    const items = waiting.slice(0, batch);
    try {
      if (!(await send(items))) lost(items.length);
      waiting = waiting.slice(items.length);
      failures = 0;
    } catch {
      // The worker was being restarted, or the extension is gone; the items are still here.
      failures++;
    }
    underWay = false;
    if (failures === 0) void pump();
    else timer ??= setTimeout(again, retryMs[Math.min(failures, retryMs.length) - 1]);
  }

  function again(): void {
    timer = undefined;
    void pump();
  }

  signal.addEventListener('abort', () => clearTimeout(timer));

  return {
    add(items) {
      const room = Math.max(0, capacity - waiting.length);
      if (items.length > room) lost(items.length - room);
      waiting.push(...items.slice(0, room));
      void pump();
    },
    flush() {
      if (signal.aborted) return;
      for (let from = 0; from < waiting.length; from += batch) {
        // What does not arrive is still here, or will be read again at the next load.
        send(waiting.slice(from, from + batch)).catch(() => {});
      }
    },
    get size() {
      return waiting.length;
    },
  };
}
