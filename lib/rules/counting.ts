import type { Rule } from './rule';

/** A stretch in which the shop is closed: half-open, ms. `to: null` is until further notice. */
export interface Holiday {
  readonly from: number;
  readonly to: number | null;
}

/**
 * How a seller wants the rules of one shop to be counted, where that is not as the list has it. Rules go by their ids in
 * the list, whichever reading of them is in use.
 */
export interface Counting {
  /** The id of the reading adopted in the rule's place. */
  readonly readings?: ById<string>;
  readonly units?: ById<Rule['unit']>;
  /** A share between 0 and 1, or seconds of a mean. */
  readonly targets?: ById<number>;
  /** `null`: round the clock. */
  readonly hours?: ById<NonNullable<Rule['hours']> | null>;
  /** IANA; of all the shop's rules. */
  readonly zone?: string;
  readonly holidays?: readonly Holiday[];
}

type ById<T> = Readonly<Partial<Record<string, T>>>;
