/** A message by its platform's id, as one of the senses saw it. */
export interface Sighted {
  readonly conversation: string;
  readonly id: string;
  /** ms. */
  readonly sentAt: number;
}

export interface BlindSpots {
  /** Messages and waits that the page shows and the network never gave. */
  readonly unseenByNetwork: number;
  /** Messages of a person that the network gave in a conversation that is shown, and that the page does not show. */
  readonly unseenByPage: number;
}

// One sense is a moment later than the other; less than this proves nothing.
const settleMs = 10_000;

/**
 * Compares what the two senses saw. `page`: the chat messages with exact ids that the page shows now. `network`: those
 * of buyers, sellers and robots that the network gave. `since`, ms: from when on the network was copied. Only what was
 * sent after it counts, for older messages may have come before, or from the page's own store. `strangers`: waits that the
 * page alone knows of.
 */
export function blindSpots(
  page: readonly Sighted[],
  network: readonly Sighted[],
  since: number,
  now: number,
  strangers = 0,
): BlindSpots {
  const settled = ({ sentAt }: Sighted) => sentAt >= since && sentAt <= now - settleMs;
  const given = new Set(network.map(({ id }) => id));
  const shown = new Set(page.map(({ id }) => id));
  const oldestShown = new Map<string, number>();
  for (const { conversation, sentAt } of page) {
    oldestShown.set(conversation, Math.min(sentAt, oldestShown.get(conversation) ?? sentAt));
  }
  return {
    unseenByNetwork: strangers + page.filter(seen => settled(seen) && !given.has(seen.id)).length,
    unseenByPage: network.filter(
      // A thread shows its newest part, a row the newest message: what is older than all of it may have scrolled away.
      seen => {
        const oldest = oldestShown.get(seen.conversation);
        return settled(seen) && oldest !== undefined && seen.sentAt >= oldest && !shown.has(seen.id);
      },
    ).length,
  };
}
