import type { Text } from '@/lib/i18n/text-in';
import type { Consequence } from '@/lib/rules/band';
import type { PublishedRule } from '@/lib/rules/rule';
import { ruleName } from '@/lib/rules/rule-name';

/** What a rule counts, in a sentence; `null` for one that is in no list. */
export function ruleAbout({ t }: Text, { id }: Pick<PublishedRule, 'id'>): string | null {
  const name = ruleName(id);
  return name && t(`rule_${name}_about`);
}

/** A consequence in a sentence. */
export const consequenceAbout = ({ t }: Text, consequence: Consequence): string => t(`band_${consequence}_about`);
