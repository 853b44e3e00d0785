import type { Rule } from '../rules/rule';
import type { Verdict } from './verdict';

/** What a unit adds to a rate: of a share 1 or 0, of a mean its seconds. */
export interface CountedUnit {
  /** ms. */
  readonly start: number;
  readonly worth: number;
}

/** What counts in a window. */
export interface Counted {
  readonly sum: number;
  readonly count: number;
  /** Newest first, at least a quarter of what counts and waits together; where the newest quarter weighs. */
  readonly newest: readonly CountedUnit[] | null;
}

/** What a rate would be if more counted. Values as in Rate; `null` where nothing counts. */
export interface Prospect {
  /** With these units as well, each at its place in time. */
  with(more: readonly CountedUnit[]): number | null;
  /** With so many more as well that came after all others and are worth so much each. */
  after(more: number, worth: number): number | null;
}

/** What a verdict adds; `null` where it does not count. */
export function worthOf(verdict: Verdict): number | null {
  switch (verdict.is) {
    case 'in-time':
      return 1;
    case 'late':
    case 'missed':
      return 0;
    case 'took':
      return verdict.tookMs / 1000;
    case 'pending':
    case 'excluded':
      return null;
  }
}

export function prospectOf({ sum, count, newest }: Counted, { window }: Pick<Rule, 'window'>): Prospect {
  const weight = window.newestQuarterWeight;
  if (weight === undefined || newest === null) {
    const mean = (total: number, all: number) => (all === 0 ? null : total / all);
    return {
      with: more => mean(sum + total(more), count + more.length),
      after: (more, worth) => mean(sum + more * worth, count + more),
    };
  }
  const weighed = (sumOfAll: number, all: number, sumOfNewest: number, quarter: number) =>
    all === 0 ? null : ((1 - weight) * sumOfAll) / all + (weight * sumOfNewest) / quarter;
  const upTo = sumsOf(newest);
  return {
    with: more => {
      const all = count + more.length;
      const quarter = Math.ceil(all / 4);
      const merged = [...more, ...newest].sort((a, b) => b.start - a.start).slice(0, quarter);
      return weighed(sum + total(more), all, total(merged), quarter);
    },
    after: (more, worth) => {
      const quarter = Math.ceil((count + more) / 4);
      const fresh = Math.min(more, quarter);
      return weighed(sum + more * worth, count + more, fresh * worth + (upTo[quarter - fresh] ?? 0), quarter);
    },
  };
}

const total = (units: readonly CountedUnit[]) => units.reduce((sum, { worth }) => sum + worth, 0);

/** What the first none, one, two … of them add up to. */
function sumsOf(units: readonly CountedUnit[]): number[] {
  const sums = [0];
  for (const { worth } of units) sums.push((sums.at(-1) ?? 0) + worth);
  return sums;
}
