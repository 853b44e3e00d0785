import type { Counting } from './counting';
import type { Rule } from './rule';

/** One way to read a rule of the list. */
export interface AdoptedReading {
  /** The rule's id in the list, or that of one of its presets. */
  readonly reading: string;
  /** `null`: the reading's own. */
  readonly unit: Rule['unit'] | null;
}

/** How a shop is counted once this reading of the rule `id` is adopted; everything else stays. */
export function adoptReading(counting: Counting, id: string, { reading, unit }: AdoptedReading): Counting {
  const { [id]: _, ...readings } = counting.readings ?? {};
  const { [id]: __, ...units } = counting.units ?? {};
  return {
    ...counting,
    readings: reading === id ? readings : { ...readings, [id]: reading },
    units: unit === null ? units : { ...units, [id]: unit },
  };
}
