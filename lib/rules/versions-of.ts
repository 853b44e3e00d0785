import type { Rule } from './rule';

/** A rule as it read on a stretch of days. */
export interface Version extends Rule {
  /** ISO days in its zone: what began after the one and not after the other is judged by it; absent: no such end. */
  readonly days: { readonly after?: string; readonly until?: string };
}

const known = new WeakMap<Rule, readonly Version[]>();

/**
 * The versions of a rule, the oldest first. They share all days among them: before the first day that is known, the
 * oldest stands in, since nothing tells what held then.
 */
export function versionsOf(rule: Rule): readonly Version[] {
  const before = known.get(rule);
  if (before) return before;
  let after: string | undefined;
  const versions: Version[] = [];
  for (const { until, ...earlier } of rule.earlier ?? []) {
    versions.push({ ...rule, ...earlier, days: { ...(after !== undefined && { after }), until } });
    after = until;
  }
  versions.push({ ...rule, days: after === undefined ? {} : { after } });
  known.set(rule, versions);
  return versions;
}

/** Whether a local day of the rule's zone (ISO) is one of the version's. */
export function isInForce({ days: { after, until } }: Version, day: string): boolean {
  return (after === undefined || day > after) && (until === undefined || day <= until);
}
