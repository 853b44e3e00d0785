/** What one thing took, over some runs. ms. */
export interface Measured {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly runs: number;
}

/** Sums up the times (ms) of some runs. */
export function measured(times: readonly number[]): Measured {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN;
  return { median: at(0.5), min: at(0), max: at(1), runs: sorted.length };
}

/** `median (min to max)`, ms. */
export const inWords = ({ median, min, max }: Measured): string => `${ms(median)} ms (${ms(min)} to ${ms(max)})`;

/** Three digits that count. */
export const ms = (time: number): string => (time >= 100 ? time.toFixed(0) : time.toPrecision(3));
