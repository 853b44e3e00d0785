import type { Band } from './band';
import type { PublishedRule } from './rule';

type Banded = Pick<PublishedRule, 'measure' | 'bands'>;

/** The band in which a value stands, which is given unrounded; `null` for a rule without bands. */
export function bandOf({ bands = [] }: Banded, value: number): Band | null {
  return bands.find(band => isIn(band, value)) ?? null;
}

/** The band that a shop falls into next if it gets worse: a lower share, a longer mean. `null` in the worst. */
export function nextBandDown({ measure, bands = [] }: Banded, value: number): Band | null {
  const index = bands.findIndex(band => isIn(band, value));
  if (index < 0) return null;
  return bands[measure === 'share' ? index + 1 : index - 1] ?? null;
}

/** The band that a shop comes into next if it gets better; `null` in the best. */
export function nextBandUp({ measure, bands = [] }: Banded, value: number): Band | null {
  const index = bands.findIndex(band => isIn(band, value));
  if (index < 0) return null;
  return bands[measure === 'share' ? index - 1 : index + 1] ?? null;
}

// The top band stands first, so the first whose lower edge is reached is the one.
const isIn = ({ from, above }: Band, value: number) => (above ? value > from : value >= from);
