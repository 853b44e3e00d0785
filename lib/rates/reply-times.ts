/**
 * Reply times that can be added up and taken back without keeping each: how many fell into each bucket. A bucket is 2 %
 * wide, so a quantile read from it is off by 1 % at most, over a second or over a month alike.
 */
export type TimeSummary = Readonly<Record<string, number>>;

const width = Math.log(1.02);

/** The bucket of a time (ms, not negative). */
export const bucketOf = (tookMs: number): number => (tookMs < 1 ? 0 : 1 + Math.floor(Math.log(tookMs) / width));

/** A summary of one time (ms, not negative). */
export const summaryOf = (tookMs: number): TimeSummary => ({ [bucketOf(tookMs)]: 1 });

/** `a + sign × b`. */
export function addTimes(a: TimeSummary, b: TimeSummary, sign: 1 | -1): TimeSummary {
  const sum = { ...a };
  addCounts(sum, b, sign);
  return sum;
}

/** `sum += sign × counts`; what comes to nothing leaves no trace, so that equal counts are equal objects. */
export function addCounts<K extends string>(
  sum: Partial<Record<K, number>>,
  counts: Readonly<Partial<Record<K, number>>>,
  sign: 1 | -1,
): void {
  for (const name in counts) {
    const total = (sum[name] ?? 0) + sign * (counts[name] ?? 0);
    if (total === 0) delete sum[name];
    else sum[name] = total as (typeof sum)[typeof name];
  }
}

/** All of them added up. A summary is long, so it is written once and not anew for each that is added. */
export function sumTimes(summaries: readonly TimeSummary[]): TimeSummary {
  const sum: Record<string, number> = {};
  for (const times of summaries) {
    for (const [bucket, count] of Object.entries(times)) sum[bucket] = (sum[bucket] ?? 0) + count;
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
    if (seen >= q * all) return middleOf(bucket);
  }
  return null;
}

/**
 * How many replies came within each of the edges (ms, ascending) and after the last; one more count than edges. A bucket that
 * an edge runs through goes where its middle is, so that a reply within 1 % of an edge may stand on its other side.
 */
export function spreadOver(times: TimeSummary, edges: readonly number[]): number[] {
  const counts = Array.from({ length: edges.length + 1 }, () => 0);
  for (const [name, count] of Object.entries(times)) {
    const middle = middleOf(Number(name));
    const index = edges.findIndex(edge => middle <= edge);
    const place = index < 0 ? edges.length : index;
    counts[place] = (counts[place] ?? 0) + count;
  }
  return counts;
}

/** The middle of a bucket (ms), as widths go: half a width from either edge. */
const middleOf = (bucket: number) => (bucket === 0 ? 0 : Math.exp((bucket - 0.5) * width));
