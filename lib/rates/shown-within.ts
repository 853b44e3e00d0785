/**
 * How far the exact value may be from one that was shown rounded: half of its last place. A share is taken to be shown
 * in percent with as many places as it has (at most two), a mean in minutes where it is whole minutes, else in seconds; a
 * count is exact.
 */
export function shownWithin(value: number, measure: 'share' | 'mean' | 'count'): number {
  if (measure === 'count') return 0;
  if (measure === 'mean') return value > 0 && value % 60 === 0 ? 30 : 0.5;
  const percent = value * 100;
  const places = [0, 1, 2].find(places => Math.abs(percent - Number(percent.toFixed(places))) < 1e-9) ?? 2;
  return 0.5 / 100 / 10 ** places;
}
