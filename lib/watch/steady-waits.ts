import { isNamedChat, namedChat } from '../chat/named-chat';
import type { SeenConversation } from '../chat/observation';
import { narrowed, type VagueInstant } from '../chat/vague-instant';

interface Known {
  readonly since: VagueInstant;
  /** ms: how long it had waited at least, by its label. */
  readonly waited: number;
}

/** A start that is known to within so much (ms) needs to be known no better. */
const fineMs = 1000;

/**
 * Keeps the start of each wait as the looks so far tell it together, so that a label that ticks is not news at every look.
 * A label that has not been drawn for a while, as in a hidden tab, tells too short a wait and never too long a one; a wait
 * is another one only where its label has gone back.
 */
export function steadyWaits(): (state: SeenConversation) => SeenConversation {
  const waits = new Map<string, Known>();
  return state => {
    const { conversation, buyer, waiting, waitingSince: at, waitingUncertain: uncertain = 0 } = state;
    // A chat that is opened goes on waiting under its own name.
    const key = buyer === undefined || isNamedChat(conversation) ? conversation : namedChat(buyer);
    if (!waiting) waits.delete(key);
    if (!waiting || at === undefined) return state;
    const told = { since: { at, uncertain }, waited: state.at - at - uncertain };
    const known = better(waits.get(key), told);
    waits.set(key, known);
    return { ...state, waitingSince: known.since.at, waitingUncertain: known.since.uncertain };
  };
}

function better(known: Known | undefined, told: Known): Known {
  if (!known || told.waited < known.waited) return told;
  const joint = narrowed(known.since, told.since);
  const { waited } = told;
  // The label was behind: now, if it waits since later; before, if since earlier.
  if (!joint) return told.since.at > known.since.at ? { ...known, waited } : told;
  const isNews = known.since.uncertain > fineMs && joint.uncertain <= known.since.uncertain / 2;
  return isNews ? { since: joint, waited } : { ...known, waited };
}
