import type { PublishedRule } from './rule';

/** What makes another reading of a rule: its own name, who reads it so, and what is different. */
export type Reading = Pick<PublishedRule, 'id' | 'source' | 'confidence'> & Partial<PublishedRule>;
