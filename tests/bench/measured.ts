/** What one thing took, over some runs. ms, unless its figure says otherwise. */
export interface Measured {
  readonly median: number;
  readonly p95: number;
  readonly min: number;
  readonly max: number;
  readonly runs: number;
}

/** Sums up some runs. */
export function measured(times: readonly number[]): Measured {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95), min: at(0), max: at(1), runs: sorted.length };
}

/** Three digits that count. */
export const ms = (time: number): string => (time >= 100 ? time.toFixed(0) : time.toPrecision(3));
