import type { ExcludedBecause, Rule } from '../rules/rule';
import type { Rate } from './rate';
import type { Verdict } from './verdict';

/** Where a unit stands in its rate: what counted by its verdict, what waits, and what is left out by its reason. */
export type PartName = 'in-time' | 'late' | 'missed' | 'took' | 'pending' | `excluded/${ExcludedBecause}`;

export interface RatePart {
  readonly name: PartName;
  readonly count: number;
}

/** The parts of a rate; all units of its window together. Reasons under which nothing is left out are none. */
export function partsOf(rate: Rate, { measure }: Pick<Rule, 'measure'>): RatePart[] {
  const counted: RatePart[] =
    measure === 'mean'
      ? [{ name: 'took', count: rate.counted }]
      : [
          { name: 'in-time', count: rate.onTime },
          { name: 'late', count: rate.late },
          { name: 'missed', count: rate.missed },
        ];
  const excluded = Object.entries(rate.excluded) as [ExcludedBecause, number][];
  return [
    ...counted,
    { name: 'pending', count: rate.pending },
    ...excluded.map(([because, count]): RatePart => ({ name: `excluded/${because}`, count })),
  ];
}

/** The part that a verdict belongs to. */
export const partOf = (verdict: Verdict): PartName =>
  verdict.is === 'excluded' ? `excluded/${verdict.because}` : verdict.is;

/** Whether a unit lowers a share, or of a mean took longer than its target (seconds). */
export function isCostly(verdict: Verdict, { target }: Pick<Rule, 'target'>): boolean {
  if (verdict.is === 'took') return verdict.tookMs > target * 1000;
  return verdict.is === 'late' || verdict.is === 'missed';
}
