import type { Message } from './message';

/**
 * The promise of an answer ("one moment, please") that no answer of a person has followed; the first where there are
 * several, for a second one keeps none. `null`: nothing is promised, it was kept, or the session was closed over it.
 * `messages` in order. To the rules a promise is a reply (rules.md section 3, "please wait" as a reply); that nothing came
 * after it is a violation of its own there (rule 113278).
 */
export function openPromise(messages: readonly Message[]): Message | null {
  let promised: Message | null = null;
  for (const message of messages) {
    if (message.kind === 'close') promised = null;
    else if (message.author === 'seller') promised = message.promise ? (promised ?? message) : null;
  }
  return promised;
}
