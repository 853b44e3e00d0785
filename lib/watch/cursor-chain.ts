import type { Observation } from '../chat/observation';

/** The chain of pushes as far as it was seen (bytedance-im.md section 5, "Gap test"). */
export interface CursorChain {
  /** The last `next`; absent before the first. */
  readonly last?: string;
  /** Something arrived unseen, and no page of messages has closed the gap since. */
  readonly gap: boolean;
}

export const noChain: CursorChain = { gap: false };

/** The chain after one more exchange that was read. */
export function chainAfter(chain: CursorChain, observations: readonly Observation[]): CursorChain {
  const cursors = observations.filter(seen => seen.is === 'cursor');
  if (cursors.length === 0) {
    // A page of messages (200, 301) has no cursor; a push always has one.
    const page = observations.some(seen => seen.is === 'message' && seen.sense === 'network');
    return page && chain.gap ? { ...chain, gap: false } : chain;
  }
  return cursors.reduce((before, { previous, next }) => {
    if (previous === undefined) return { last: next, gap: false };
    if (before.last === undefined) return { last: next, gap: before.gap };
    // The same push again, or one that overlaps, leaves nothing out: only a link that starts later does.
    const last = isAfter(next, before.last) ? next : before.last;
    return { last, gap: before.gap || isAfter(previous, before.last) };
  }, chain);
}

/** Of two decimal numbers that exceed 2^53. */
function isAfter(one: string, other: string): boolean {
  return one.length === other.length ? one > other : one.length > other.length;
}
