import type { Holidays } from '../rates/verdict';
import type { Holiday } from './counting';

export type HolidayErrorKey = 'rule_holiday_error';

interface Found {
  readonly holidays: Holidays;
  /** One entry for each that is none: `holidays.2`. */
  readonly wrong: readonly { readonly field: string; readonly key: HolidayErrorKey }[];
}

/**
 * A seller's holidays (ms) as verdicts take them: in order, those that touch made one, so that the same days closed are
 * the same holidays however they were written down. One that does not end after it begins is none.
 */
export function holidaysOf(said: readonly Holiday[]): Found {
  const wrong = said.flatMap((holiday, index) =>
    isHoliday(holiday) ? [] : [{ field: `holidays.${index}`, key: 'rule_holiday_error' as const }],
  );
  const holidays: [from: number, to: number][] = [];
  for (const { from, to } of said.filter(isHoliday).sort((a, b) => a.from - b.from)) {
    const end = to ?? Number.POSITIVE_INFINITY;
    const last = holidays.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], end);
    else holidays.push([from, end]);
  }
  return { holidays, wrong };
}

const isHoliday = ({ from, to }: Holiday) => Number.isFinite(from) && (to === null || to > from);
