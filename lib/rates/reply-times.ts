/**
 * Reply times that can be added up and taken back without keeping each: how many fell into each bucket. A bucket is 2 %
 * wide, so a quantile read from it is off by 1 % at most, over a second or over a month alike.
 */
export type TimeSummary = Readonly<Record<string, number>>;

const width = Math.log(1.02);

/** A summary of one time (ms, not negative). */
export function summaryOf(tookMs: number): TimeSummary {
  return { [tookMs < 1 ? 0 : 1 + Math.floor(Math.log(tookMs) / width)]: 1 };
}

/** `a + sign × b`; buckets that come to nothing leave no trace, so that equal summaries are equal objects. */
export function addTimes(a: TimeSummary, b: TimeSummary, sign: 1 | -1): TimeSummary {
  const sum: Record<string, number> = { ...a };
  for (const [bucket, count] of Object.entries(b)) {
    const total = (sum[bucket] ?? 0) + sign * count;
    if (total === 0) delete sum[bucket];
    else sum[bucket] = total;
  }
  return sum;
}

/**
 * The time (ms) within which the share `q` (0 to 1) of the replies came, to within 1 %; `null` where there were none.
 */
export function quantile(times: TimeSummary, q: number): number | null {
  const buckets = Object.entries(times)
    .map(([bucket, count]) => ({ bucket: Number(bucket), count }))
    .sort((a, b) => a.bucket - b.bucket);
  const all = buckets.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return null;
  let seen = 0;
  for (const { bucket, count } of buckets) {
    seen += count;
    // The middle of the bucket, as widths go: half a width from either edge.
    if (seen >= q * all) return bucket === 0 ? 0 : Math.exp((bucket - 0.5) * width);
  }
  return null;
}
