import type { Text } from '@/lib/i18n/text-in';
import type { RateView } from '@/lib/log/overview';
import { ruleValue } from './rate-words';

/** How many counted, what may still be missed or must be won back, and what those who wait will make of it; a phrase each. */
export function rateOutlook(text: Text, view: RateView): string[] {
  const { rule, rate, missesLeft, answersToRegain, ifAllAnswered, ifNoneAnswered } = view;
  const phrases: string[] = [];
  if (rule.measure === 'share' && rate.counted > 0) {
    phrases.push(text.t('rate_counted_line', { onTime: text.count(rate.onTime), counted: text.count(rate.counted) }));
  }
  if (missesLeft !== null) phrases.push(text.t('rate_missesLeft_line', { count: missesLeft }));
  if (answersToRegain !== null) phrases.push(text.t('rate_regain_line', { count: answersToRegain }));
  if (rate.pending > 0 && ifAllAnswered !== null && ifNoneAnswered !== null) {
    const [all, none] = [ruleValue(text, rule, ifAllAnswered), ruleValue(text, rule, ifNoneAnswered)];
    phrases.push(text.t('rate_outlook_line', { all, none }));
  }
  return phrases;
}
