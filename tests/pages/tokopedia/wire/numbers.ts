import type { TokopediaOptions } from '../chat/options.ts';

type How = Pick<TokopediaOptions, 'times' | 'numbersAs'>;

export function idIn(id: number, { numbersAs }: How): number | string {
  return numbersAs === 'number' ? id : String(id);
}

/** A time in the unit asked for: 13 digits, 10, or 19, of which a number holds but the first 16. */
export function timeIn(atMs: number, { times, numbersAs }: How): number | string {
  const digits = { ms: String(atMs), s: String(Math.floor(atMs / 1000)), ns: `${atMs}000000` }[times];
  return numbersAs === 'number' ? Number(digits) : digits;
}
