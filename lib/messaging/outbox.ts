/** Keeps what was observed until the background says it is committed; sends it again when it is not. */
export interface Outbox<T> {
  add(items: readonly T[]): void;
  /** Sends what is there without waiting for an answer under way: the page is going. */
  flush(): void;
  /** Items not yet acknowledged. */
  readonly size: number;
}

interface OutboxArgs<T> {
  /** Resolves with `true` once the items are committed; `false`: refused for good, sending again is no use; `later`: not now. */
  send(items: readonly T[]): Promise<boolean | 'later'>;
  /** Told how many items were given up; and whether it was for want of room, while nothing could be sent. */
  lost(count: number, noRoom?: boolean): void;
  readonly signal: AbortSignal;
  readonly batch?: number;
  readonly capacity?: number;
}

/** So many at once: a batch of fewer has nothing behind it. */
export const fullBatch = 500;

const retryMs = [500, 1000, 2000, 5000, 10_000];
/** Who has not answered by then (ms) will not: a background that was ended at work may leave its answer open for ever. */
const answerMs = 30_000;
/** So often in a row a batch may fail before its items go one by one, and then each of them before it is given up. */
const patience = 6;

const noAnswer = new Error('no answer');

/**
 * The answer, or `noAnswer` where it is none yet, after a while at the latest. What was committed all the same is sent again,
 * which changes nothing.
 */
function answered(sending: Promise<boolean | 'later'>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(noAnswer), answerMs);
  });
  const answer = sending.then(said => {
    if (said === 'later') throw noAnswer;
    return said;
  });
  return Promise.race([answer, silence]).finally(() => clearTimeout(timer));
}

/**
 * Order is kept, one batch is under way at a time, and a failure is tried again with growing pauses until it is not. An
 * item that can never be committed holds up those behind it for a while, not for good.
 */
export function outbox<T>({ send, lost, signal, batch = fullBatch, capacity = 50_000 }: OutboxArgs<T>): Outbox<T> {
  let waiting: T[] = [];
  let underWay = false;
  /** In a row: the pause grows with them. */
  let failures = 0;
  /** Failures of the same first item. */
  let tries = 0;
  /** How many of the first items go one by one. */
  let alone = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function pump(): Promise<void> {
    if (underWay || waiting.length === 0 || signal.aborted) return;
    underWay = true;
    const items = waiting.slice(0, alone > 0 ? 1 : batch);
    try {
      if (!(await answered(send(items)))) lost(items.length);
      settle(items.length);
    } catch (problem) {
      // The worker was being restarted, or the extension is gone; the items are still here.
      failures++;
      // Silence, as while a long import holds the log, and a wish to wait say nothing against what was sent.
      if (problem !== noAnswer) tries++;
      if (tries > patience && alone === 0) {
        alone = items.length;
        tries = 0;
      } else if (tries > patience) {
        lost(1);
        settle(1);
      }
    }
    underWay = false;
    if (failures === 0) void pump();
    else timer ??= setTimeout(again, retryMs[Math.min(failures, retryMs.length) - 1]);
  }

  function settle(count: number): void {
    waiting = waiting.slice(count);
    alone = Math.max(0, alone - count);
    failures = 0;
    tries = 0;
  }

  function again(): void {
    timer = undefined;
    void pump();
  }

  signal.addEventListener('abort', () => clearTimeout(timer));

  return {
    add(items) {
      const room = Math.max(0, capacity - waiting.length);
      if (items.length > room) lost(items.length - room, true);
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
