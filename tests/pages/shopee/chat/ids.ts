const counterBits = 20n;

/**
 * Ids of messages: 19 digits that rise with the time, as the list's cursor needs them to; the lower bits count, so no two
 * are alike.
 */
export function messageIds(): (atMs: number) => string {
  let count = 0n;
  return atMs => {
    count += 1n;
    return String((BigInt(Math.floor(atMs)) << counterBits) + (count % (1n << counterBits)));
  };
}

/** Scattered numbers, none of them twice, from `least` on and below `least` + 2²⁹. */
export function scattered(least: number): () => number {
  let count = 0;
  return () => {
    count += 1;
    // The factor is odd, so the product runs through all of the 29 bits before it repeats.
    return least + (Math.imul(count, 0x1e3779b1) & 0x1fffffff);
  };
}
