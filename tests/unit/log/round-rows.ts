import type { SessionRow } from '@/lib/log/log-db';

/** The rows in which versions 1 to 3 kept a session: one for each of its rounds, of which the last may wait. */
export function roundRowsOf({ rounds, changesAt, waitsUntil, lastAskAt: _, ...shared }: SessionRow) {
  return rounds.map((round, index) => {
    const [first, last] = [round.asks[0], round.asks.at(-1)];
    const isLast = index === rounds.length - 1;
    return {
      ...shared,
      ...round,
      id: first?.id,
      startAt: first?.at,
      lastAskAt: last?.at,
      ...(isLast && changesAt !== undefined && { changesAt }),
      ...(isLast && waitsUntil !== undefined && { waitsUntil }),
    };
  });
}
