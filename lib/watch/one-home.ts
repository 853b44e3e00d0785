import type { Observation, SeenMessage } from '../chat/observation';

/** Messages whose conversation is remembered. */
const rememberedHomes = 20_000;

export interface OneHome {
  /** Remembers where the messages belong that the network gave. */
  hear(observations: readonly Observation[]): void;
  /** What a look tells, and whether it has to be taken again because it was withheld in part. */
  sift(observations: readonly Observation[]): { readonly told: readonly Observation[]; readonly withheld: boolean };
}

/**
 * Believes a page whose thread does not name its own conversation only as long as it does not contradict itself: while one
 * chat is left for another, the thread of the one may still stand under the name of the other. A message belongs to one
 * conversation, so a thread that holds another's is withheld whole; and so is the first look at another chat.
 */
export function oneHome(): OneHome {
  const homes = new Map<string, string>();
  let lastOpen: string | undefined;

  function remember({ id, conversation }: SeenMessage): void {
    if (id === undefined) return;
    if (homes.size >= rememberedHomes) homes.clear();
    homes.set(id, conversation);
  }
  const isElsewhere = ({ id, conversation }: SeenMessage) =>
    id !== undefined && (homes.get(id) ?? conversation) !== conversation;

  return {
    hear(observations) {
      for (const one of observations) if (one.is === 'message') remember(one);
    },
    sift(observations) {
      const messages = observations.filter(one => one.is === 'message');
      const open = messages[0]?.conversation;
      const isSwitch = open !== undefined && lastOpen !== undefined && open !== lastOpen;
      if (open !== undefined) lastOpen = open;
      const withheld = isSwitch || messages.some(isElsewhere);
      if (!withheld) for (const message of messages) remember(message);
      const ofOther = (one: Observation) => withheld && 'conversation' in one && one.conversation === open;
      return { told: observations.filter(one => !ofOther(one)), withheld };
    },
  };
}
