import type { PublishedRule } from './rule';

/**
 * The one or two rules that the popup shows, and whose deadlines are counted down and reminded of: another reading of the
 * same demand would only say everything twice.
 */
export function popupRules(rules: readonly PublishedRule[]): readonly PublishedRule[] {
  return rules.filter(({ place }) => place === 'popup');
}
