import type { Rule } from './rule';

/** Seconds before a deadline at which a reminder is due, the earlier first. */
export type Leads = readonly [first: number, last: number];

/** What a seller chose instead of the usual leads, by the rule's id. */
export type ChosenLeads = Readonly<Record<string, Leads>>;

/**
 * Design section 7: a 3-minute rule reminds after 100 s and 150 s of waiting, a 12-hour rule 2 h and 30 min before the
 * end. Rules in between get a half and a fifth of their limit. What was chosen for a rule holds for its other readings
 * too, and never reaches back before the buyer wrote.
 */
export function leadsOf(rule: Pick<Rule, 'limit'> & Named, chosen: ChosenLeads = {}): Leads {
  const limit = rule.limit ?? 0;
  const wanted = chosenFor(rule.id, chosen) ?? chosenFor(rule.presetOf, chosen);
  if (wanted) return [Math.min(wanted[0], limit), Math.min(wanted[1], limit)];
  if (limit <= 180) return [Math.max(limit - 100, 0), Math.max(limit - 150, 0)];
  if (limit >= 43_200) return [7200, 1800];
  return [limit / 2, limit / 5];
}

interface Named {
  readonly id?: string;
  readonly presetOf?: string;
}

function chosenFor(id: string | undefined, chosen: ChosenLeads): Leads | undefined {
  return id !== undefined && Object.hasOwn(chosen, id) ? chosen[id] : undefined;
}
