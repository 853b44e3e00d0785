import type { Text } from '@/lib/i18n/text-in';
import type { RateView } from '@/lib/log/overview';
import { platformName } from './shop-name';

/** Whose figure it is: our own, or the platform's, with what the platform itself showed last. */
export function rateKind(text: Text, { rule, official }: RateView, now: number): string {
  // Of our own measures one counts minutes, for speed; the other hours, so that platforms compare (rules.md section 6).
  if (rule.kind === 'own') return text.t((rule.limit ?? 0) >= 3600 ? 'rule_comparison_kind' : 'rate_own_kind');
  const platform = platformName(text, rule.platform);
  if (!official) return text.t('rate_official_kind', { platform });
  const value = rule.measure === 'mean' ? text.duration(official.value * 1000) : text.percent(official.value);
  return text.t('rate_official_line', { platform, value, age: text.age(now - official.at) });
}
