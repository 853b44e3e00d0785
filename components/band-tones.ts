import type { Band } from '@/lib/rules/band';
import type { PublishedRule } from '@/lib/rules/rule';

/** How good it is to stand in a band: at the target or better, one below, or worse. */
export type Tone = 'good' | 'warn' | 'bad';

/** A band with its upper edge and its tone; the highest first. */
export interface TonedBand {
  readonly band: Band;
  readonly from: number;
  /** `null`: it has no end. */
  readonly to: number | null;
  readonly tone: Tone;
}

/** The bands of a rule as they are shaded; none of a rule without bands. */
export function bandTones({ bands = [], measure, target }: PublishedRule): TonedBand[] {
  const isGood = ({ from }: Band, index: number) =>
    measure === 'share' ? from >= target : (bands[index - 1]?.from ?? Number.POSITIVE_INFINITY) <= target;
  const good = bands.map(isGood);
  // A share's bands get worse on the way down, a mean's on the way up.
  const firstBelow = measure === 'share' ? good.indexOf(false) : good.lastIndexOf(false);
  return bands.map((band, index) => ({
    band,
    from: band.from,
    to: bands[index - 1]?.from ?? null,
    tone: good[index] ? 'good' : index === firstBelow ? 'warn' : 'bad',
  }));
}
