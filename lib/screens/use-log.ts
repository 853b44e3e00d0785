import { useLiveQuery } from 'dexie-react-hooks';

/**
 * What `read` gives of the log, read again at every change of a row that it met; `first` until then, and the last while
 * it is read by other `deps`. What it throws is thrown in the component.
 *
 * Dexie follows what is read through native awaits in an async function alone: a plain function that returns one's promise
 * is lost sight of after some dozen reads, and a change of what it read later is missed.
 */
export function useLog<T, F = T>(read: () => Promise<T>, deps: readonly unknown[], first: F): T | F {
  return useLiveQuery<T, F>(async () => await read(), [...deps], first);
}
