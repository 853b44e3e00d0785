import type { Locale } from './locale';
import { shownPercent } from './shown-percent';

/** How a language writes counts and percentages. */
export function numbersIn(locale: Locale) {
  const counts = new Intl.NumberFormat(locale);
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const shares = new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const wholes = new Intl.NumberFormat(locale, { style: 'percent', roundingMode: 'floor' });
  const changes = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const megabytes = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'megabyte',
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  });
  return {
    /** Room on a disk, of bytes. */
    size: (bytes: number) => megabytes.format(bytes / 1_000_000),
    count: (n: number) => counts.format(n),
    /** A rate: one decimal, and never rounded across its target nor to 100 %. */
    share: (value: number, target: number) =>
      value === 1 ? percents.format(1) : shares.format(shownPercent(value, target) / 100),
    /** A share that is no rate of ours: a target, a platform's own figure. Never rounded to 100 %. */
    percent: (value: number) => percents.format(value < 1 ? Math.min(value, 0.999) : value),
    /** "75% – 85%": the shares from one to another. */
    percents: (from: number, to: number) => percents.formatRange(from, to),
    /** A share that needs no decimals, such as a coverage: rounded down, so that 100 % is all of it and 0 % none. */
    roughly: (value: number) =>
      value > 0 && value < 0.01 ? shares.format(Math.max(value, 0.001)) : wholes.format(value),
    /** The size of a change of a share, in percentage points without a sign; `null` where it would read as none. */
    points(change: number) {
      const tenths = Math.round(Math.abs(change) * 1000);
      return tenths === 0 ? null : changes.format(tenths / 10);
    },
  };
}
