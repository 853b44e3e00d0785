import type { MessageKey } from '@/lib/i18n/i18n-for';
import type { Text } from '@/lib/i18n/text-in';
import type { PublishedRule, Rule } from '@/lib/rules/rule';
import { ruleTitle } from './rate-words';

const units = {
  message: 'reading_message_unit',
  round: 'reading_round_unit',
  'first-response': 'reading_first_unit',
  'whole-session': 'reading_whole_unit',
} satisfies Record<Rule['unit'], MessageKey>;

/** Whether a rule is counted otherwise than the list has it: by a preset, or by a unit of the seller's choice. */
export const isAdopted = ({ presetOf, changed = [] }: PublishedRule): boolean =>
  presetOf !== undefined || changed.includes('unit');

/** How a rule is read, in a few words: as published, by the preset's name, by its unit, or both. */
export function readingName(text: Text, rule: PublishedRule): string {
  const { t } = text;
  const preset = rule.presetOf === undefined ? null : ruleTitle(text, rule);
  if (!rule.changed?.includes('unit')) return preset ?? t('reading_listed_name');
  const unit = t(units[rule.unit]);
  return preset === null ? unit : t('reading_both_name', { preset, unit });
}

/** The same as a line of a card. */
export const readingLine = (text: Text, rule: PublishedRule): string =>
  text.t('rate_reading_line', { reading: readingName(text, rule) });
