import type { NextDue } from '../messaging/protocol';

interface DueTimerArgs {
  /** Asks the background what is due; its answer says when to ask again. */
  wake(): Promise<NextDue>;
  isAlive(): boolean;
  readonly signal: AbortSignal;
}

/** A moment further off (ms) is left to the background's alarm. */
const farOffMs = 600_000;

/**
 * One timer in the tab for the next moment at which something is due: an alarm comes half a minute late at best, which
 * is too late for a 3-minute rule. Returns what sets it to a moment (ms), or clears it for `null`.
 */
export function dueTimer({ wake, isAlive, signal }: DueTimerArgs): (when: number | null) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const set = (when: number | null) => {
    clearTimeout(timer);
    const wait = (when ?? Number.POSITIVE_INFINITY) - Date.now();
    if (wait <= farOffMs && !signal.aborted) timer = setTimeout(ask, Math.max(0, wait));
  };
  const ask = () => {
    if (!isAlive()) return;
    // Not heard: the background's alarm rings all the same.
    wake().then(
      ({ nextDueAt }) => set(nextDueAt),
      () => {},
    );
  };
  signal.addEventListener('abort', () => clearTimeout(timer));
  return set;
}
