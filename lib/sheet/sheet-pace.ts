/**
 * ms: how long after a change a sheet is made, and after the one before, at least, and so many times what that took. Reading for it
 * keeps messages from being written for a moment, and the badge, which is read at once, comes first.
 */
const paces = { unseen: { after: 250, rest: 1000, times: 50 }, seen: { after: 50, rest: 100, times: 1 } };

/** ms: after that there is another, however long it takes here to make one. */
const longestRestMs = 2000;

/** The sheet before this one: when it was made and what that took, both ms, and whether somebody looks. */
interface SheetBefore {
  readonly madeAt: number;
  readonly cost: number;
  readonly isSeen: boolean;
}

/** In how many ms a sheet is to be made after a change at `now`, by the clock of `madeAt`; never a negative number. */
export function sheetDueIn(now: number, { madeAt, cost, isSeen }: SheetBefore): number {
  const { after, rest, times } = isSeen ? paces.seen : paces.unseen;
  const restMs = Math.min(Math.max(rest, cost * times), longestRestMs);
  return Math.max(after, madeAt + restMs - now);
}
