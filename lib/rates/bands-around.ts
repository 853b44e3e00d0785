import type { Band } from '../rules/band';
import { bandOf, nextBandDown, nextBandUp } from '../rules/band-of';
import type { PublishedRule } from '../rules/rule';
import { type MarkOutlook, markOutlook } from './outlook';
import { type Counted, prospectOf } from './prospect';

export interface BandsAround {
  /** The consequence the value stands in; `null` where nothing counts or the rule has none. */
  readonly band: Band | null;
  /** The next worse one, with how many more misses bring it; `null` where no number does. */
  readonly nextBand: { readonly band: Band; readonly misses: number } | null;
  /** The next better one, with how many answers in time (of a mean: at once) bring it; `null` where no number does. */
  readonly betterBand: { readonly band: Band; readonly answers: number } | null;
  /** Every mark that the platform names, the highest first: a seller may aim for one instead of the target. */
  readonly marks: readonly (MarkOutlook & { readonly band: Band })[];
}

/** The bands around a value, and what leads from one to another. */
export function bandsAround(rule: PublishedRule, counted: Counted, value: number | null): BandsAround {
  if (value === null) return { band: null, nextBand: null, betterBand: null, marks: [] };
  const prospect = prospectOf(counted, rule);
  const [band, worse, better] = [bandOf(rule, value), nextBandDown(rule, value), nextBandUp(rule, value)];
  // A share is worse below its own band's edge, a mean from the next one's on.
  const keeps = rule.measure === 'share' ? band && reaches(band) : worse && not(reaches(worse));
  const regains = rule.measure === 'share' ? better && reaches(better) : band && not(reaches(band));
  const misses = keeps && markOutlook(prospect, rule, keeps).missesLeft;
  const answers = regains && markOutlook(prospect, rule, regains).answersToRegain;
  const marks = (rule.bands ?? []).filter(({ mark }) => mark);
  return {
    band,
    nextBand: worse && misses !== null ? { band: worse, misses: misses + 1 } : null,
    betterBand: better && answers !== null ? { band: better, answers } : null,
    marks: marks.map(mark => ({ band: mark, ...markOutlook(prospect, rule, reaches(mark)) })),
  };
}

const reaches =
  ({ from, above }: Band) =>
  (value: number) =>
    above ? value > from : value >= from;

const not = (holds: (value: number) => boolean) => (value: number) => !holds(value);
