import Dexie, { type PromiseExtended } from 'dexie';
import { useLiveQuery } from 'dexie-react-hooks';
import { useRef } from 'react';

/** ms: nobody sees a hidden page, and each of its reads keeps the background waiting that records a message. */
const hiddenPauseMs = 2000;

/**
 * What `read` gives of the log, read again at every change of a row that it met; `first` until then, and the last while
 * it is read by other `deps`. What it throws is thrown in the component. A page that is hidden follows two seconds behind.
 *
 * Dexie follows what is read through native awaits in an async function alone: a plain function that returns one's promise
 * is lost sight of after some dozen reads, and a change of what it read later is missed.
 */
export function useLog<T, F = T>(read: () => Promise<T>, deps: readonly unknown[], first: F): T | F {
  const readAt = useRef(Number.NEGATIVE_INFINITY);
  const last = useRef<T>(undefined);
  const runs = useRef(0);
  const readOnce = async () => {
    const run = ++runs.current;
    await seenOrAfter(readAt.current + hiddenPauseMs - performance.now());
    // Another change came meanwhile: what this one gives is not looked at any more.
    if (run !== runs.current) return last.current as T;
    last.current = await read();
    readAt.current = performance.now();
    return last.current;
  };
  return useLiveQuery<T, F>(readOnce, [...deps], first);
}

/** Waits until the page is seen, or so many ms are over. A promise of Dexie's: after another one it follows nothing more. */
function seenOrAfter(ms: number): PromiseExtended<void> {
  if (ms <= 0 || !document.hidden) return Dexie.Promise.resolve();
  return new Dexie.Promise<void>(resolve => {
    const end = () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    document.addEventListener('visibilitychange', end);
  });
}
