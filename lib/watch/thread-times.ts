import type { Observation, SeenMessage } from '../chat/observation';
import type { VagueInstant } from '../chat/vague-instant';

/** Messages whose times are remembered. */
const rememberedTimes = 20_000;

export interface ThreadTimes {
  /** Remembers the times that the network gave. */
  hear(observations: readonly Observation[]): void;
  /** The messages of a thread, in order, each with the best of what is known of its time. */
  better(thread: readonly SeenMessage[]): SeenMessage[];
}

/**
 * Keeps the times of a thread that shows minutes as good as they have been, and in order: a question that is known to the
 * second would otherwise come after the answer that followed it in the same minute.
 */
export function threadTimes(): ThreadTimes {
  const known = new Map<string, VagueInstant>();

  function best({ id, sentAt, uncertain = 0 }: SeenMessage): VagueInstant {
    const before = id === undefined ? undefined : known.get(id);
    return before && before.uncertain < uncertain ? before : { at: sentAt, uncertain };
  }
  function remember(id: string | undefined, time: VagueInstant): void {
    if (id === undefined) return;
    if (known.size >= rememberedTimes) known.clear();
    known.set(id, time);
  }

  return {
    hear(observations) {
      for (const one of observations) if (one.is === 'message') remember(one.id, best(one));
    },
    better(thread) {
      let last = Number.NEGATIVE_INFINITY;
      return thread.map(message => {
        const time = best(message);
        const at = Math.max(time.at, Math.min(last + 1, time.at + time.uncertain));
        const uncertain = time.at + time.uncertain - at;
        last = at;
        remember(message.id, { at, uncertain });
        const { uncertain: _, ...rest } = message;
        return { ...rest, sentAt: at, ...(uncertain > 0 && { uncertain }) };
      });
    },
  };
}
