import type { Text } from '@/lib/i18n/text-in';
import type { RateView } from '@/lib/log/overview';
import { platformName } from './shop-name';

/** Whose figure it is: our own, or the platform's, with what the platform itself showed last. */
export function rateKind(text: Text, { rule, official }: RateView, now: number): string {
  if (rule.kind === 'own') return text.t('rate_own_kind');
  const platform = platformName(text, rule.platform);
  if (!official) return text.t('rate_official_kind', { platform });
  const value = rule.measure === 'mean' ? text.duration(official.value * 1000) : text.percent(official.value);
  return text.t('rate_official_line', { platform, value, age: text.age(now - official.at) });
}
