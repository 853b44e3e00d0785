import type { ExcludedBecause } from '../rules/rule';

/** What a rule gives for a window. `value` is a share between 0 and 1, or mean seconds; `null` where nothing counts. */
export interface Rate {
  readonly value: number | null;
  readonly counted: number;
  readonly onTime: number;
  readonly late: number;
  readonly missed: number;
  readonly pending: number;
  readonly excluded: Readonly<Partial<Record<ExcludedBecause, number>>>;
}
