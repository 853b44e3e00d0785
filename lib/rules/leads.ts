import type { Rule } from './rule';

/** Seconds before a deadline at which a reminder is due, the earlier first. */
export type Leads = readonly [first: number, last: number];

/**
 * Design section 7: a 3-minute rule reminds after 100 s and 150 s of waiting, a 12-hour rule 2 h and 30 min before the
 * end. Rules in between get a half and a fifth of their limit.
 */
export function leadsOf(rule: Pick<Rule, 'limit'>): Leads {
  const limit = rule.limit ?? 0;
  if (limit <= 180) return [limit - 100, limit - 150].map(lead => Math.max(lead, 0)) as [number, number];
  if (limit >= 43_200) return [7200, 1800];
  return [limit / 2, limit / 5];
}
