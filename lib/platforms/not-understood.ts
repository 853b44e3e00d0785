import type { SeenNotUnderstood } from '../chat/observation';

/** A part of an exchange that was not understood, by name. */
export function notUnderstood(what: string): SeenNotUnderstood {
  return { is: 'not-understood', what };
}
