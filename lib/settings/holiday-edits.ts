import type { Counting, Holiday } from '../rules/counting';

/** The holiday (as it is stored) in which `now` (ms) lies; absent where the shop is open. */
export const holidayAt = ({ holidays = [] }: Counting, now: number): Holiday | undefined =>
  holidays.find(({ from, to }) => from <= now && (to === null || now < to));

/** A shop with one more holiday. */
export const withHoliday = (counting: Counting, holiday: Holiday): Counting => ({
  ...counting,
  holidays: [...(counting.holidays ?? []), holiday].sort((a, b) => a.from - b.from),
});

/** A shop without that holiday. */
export const withoutHoliday = (counting: Counting, gone: Holiday): Counting => ({
  ...counting,
  holidays: (counting.holidays ?? []).filter(({ from, to }) => from !== gone.from || to !== gone.to),
});

/** A shop that opens at `now` (ms): every holiday that was on ends, and what lies behind and before it stays. */
export const openedAt = (counting: Counting, now: number): Counting => ({
  ...counting,
  holidays: (counting.holidays ?? []).flatMap(({ from, to }) => {
    if (from > now || (to !== null && to <= now)) return [{ from, to }];
    return from < now ? [{ from, to: now }] : [];
  }),
});
