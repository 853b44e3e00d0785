import type { Observation } from '../chat/observation';

/** Remembers what was last told of each message and conversation of the page, and gives what is new or different. */
export function changesOnly(capacity = 20_000): (observations: readonly Observation[]) => Observation[] {
  const told = new Map<string, string>();
  return observations =>
    observations.filter(observation => {
      const key = keyOf(observation);
      const text = JSON.stringify({ ...observation, at: 0 });
      if (told.get(key) === text) return false;
      // What has scrolled away long ago is told again, which changes nothing.
      if (told.size >= capacity) told.clear();
      told.set(key, text);
      return true;
    });
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
