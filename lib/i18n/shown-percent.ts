/**
 * A share as the percentage to show, with one decimal. It never rounds across its target, nor to 100: 84.96 % with a
 * target of 85 % is 84.9, because the platform will not call that reached either.
 */
export function shownPercent(value: number, target: number): number {
  const tenths = Math.round(value * 1000);
  if (value < 1 && tenths >= 1000) return 99.9;
  const goal = target * 1000;
  if (value < target - noise && tenths >= goal - noise) return (tenths - 1) / 10;
  if (value >= target - noise && tenths < goal - noise) return (tenths + 1) / 10;
  return tenths / 10;
}

// 0.29 * 1000 is 290.00000000000006 minus a little: a binary fraction must not decide a verdict.
const noise = 1e-9;
