import type { PublishedRule } from './rule';

/** The id by which the list knows a rule, whichever reading of it is in use. */
export const listedId = ({ id, presetOf }: Pick<PublishedRule, 'id' | 'presetOf'>): string => presetOf ?? id;
