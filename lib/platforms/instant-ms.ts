const dayMs = 24 * 60 * 60 * 1000;
const earliestMs = Date.UTC(2015, 0, 1);

/**
 * ms since the epoch, from a count of s, ms, µs or ns. Units go by size, never by a field's name (bytedance-im.md
 * section 5). `null` for a number that is none of them.
 */
export function toMs(count: number): number | null {
  if (count >= 1e9 && count < 1e10) return count * 1000;
  if (count >= 1e12 && count < 1e13) return count;
  if (count >= 1e15 && count < 1e16) return Math.floor(count / 1e3);
  if (count >= 1e18 && count < 1e19) return Math.floor(count / 1e6);
  return null;
}

/** A count as ms, where that is a time at which a chat can have happened: none before 2015, none from tomorrow. */
export function sentMs(count: number, at: number): number | null {
  const ms = toMs(count);
  return ms !== null && ms >= earliestMs && ms <= at + dayMs ? ms : null;
}
