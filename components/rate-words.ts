import type { Text } from '@/lib/i18n/text-in';
import type { Consequence } from '@/lib/rules/band';
import type { PublishedRule } from '@/lib/rules/rule';
import { ruleName } from '@/lib/rules/rule-name';
import type { Standing } from './standing';

/** A rule's name as the platforms say it; one that is in no list is named by its limit. */
export function ruleTitle(
  { t }: Text,
  { id, measure, limit }: Pick<PublishedRule, 'id' | 'measure' | 'limit'>,
): string {
  const name = ruleName(id);
  if (name) return t(`rule_${name}_title`);
  if (measure === 'mean') return t('rate_mean_title');
  if (limit === undefined || limit >= 86_400 * 2) return t('rate_shareDays_title');
  if (limit >= 3600) return t('rate_shareHours_title', { count: limit / 3600 });
  return t('rate_shareMinutes_title', { count: limit / 60 });
}

/** A consequence in a word or two. */
export const consequenceTitle = ({ t }: Text, consequence: Consequence): string => t(`band_${consequence}_title`);

/** A value under a rule: a percentage that never crosses the target, or a stretch of time. */
export function ruleValue(text: Text, rule: PublishedRule, value: number): string {
  return rule.measure === 'mean' ? text.duration(value * 1000) : text.share(value, rule.target);
}

const verdicts = {
  share: { held: 'rate_held_verdict', below: 'rate_below_verdict', none: 'rate_none_verdict' },
  mean: { held: 'rate_mean_held', below: 'rate_mean_below', none: 'rate_mean_target' },
} as const;

export function ruleTarget(text: Text, rule: PublishedRule): string {
  return rule.measure === 'mean' ? text.duration(rule.target * 1000) : text.percent(rule.target);
}

/** Where the rate stands, with the target in the same breath. */
export function ruleVerdict(text: Text, rule: PublishedRule, stands: Standing): string {
  return text.t(verdicts[rule.measure][stands], { target: ruleTarget(text, rule) });
}
