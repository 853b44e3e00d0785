import { isNamedChat } from '../chat/named-chat';
import type { Observation } from '../chat/observation';

/** Remembers what was last told of each message and conversation of the page, and gives what is new or different. */
export function changesOnly(capacity = 20_000): (observations: readonly Observation[]) => Observation[] {
  const told = new Map<string, string>();
  return observations =>
    observations.filter(observation => {
      const key = keyOf(observation);
      const text = JSON.stringify({ ...observation, at: freshnessOf(observation) });
      if (told.get(key) === text) return false;
      // What has scrolled away long ago is told again, which changes nothing.
      if (told.size >= capacity) told.clear();
      told.set(key, text);
      return true;
    });
}

/** What is known by a buyer's name alone is believed for a while only (lib/log/waiting-query.ts), so it is told again. */
const retellMs = 600_000;

function freshnessOf(observation: Observation): number {
  if (observation.is !== 'conversation' || !observation.waiting) return 0;
  return isNamedChat(observation.conversation) ? Math.floor(observation.at / retellMs) : 0;
}

function keyOf(observation: Observation): string {
  switch (observation.is) {
    case 'message': {
      const { conversation, id, author, sentAt, ordinal } = observation;
      return `m ${conversation} ${id ?? `${author} ${Math.floor(sentAt / 60_000)} ${ordinal}`}`;
    }
    case 'conversation':
      return `c ${observation.conversation}`;
    default:
      return JSON.stringify(observation);
  }
}
