import type { MessageKey } from '@/lib/i18n/i18n-for';
import { useText } from '@/lib/i18n/use-text';
import type { RateView } from '@/lib/log/overview';
import type { ExcludedBecause } from '@/lib/rules/rule';
import { ruleTitle } from './rate-words';

const reasons = {
  blocked: 'rate_excluded_blocked',
  holiday: 'rate_excluded_holiday',
  'seller-started': 'rate_excluded_sellerStarted',
  hours: 'rate_excluded_hours',
  robot: 'rate_excluded_robot',
} satisfies Record<ExcludedBecause, MessageKey>;

/** What each rate is made of: every verdict that counts, what still waits, and what was left out and why. */
export function RateCounting({ rates }: { readonly rates: readonly RateView[] }) {
  const text = useText();
  const { t } = text;
  return (
    <details className="counting">
      <summary>{t('rate_counting_title')}</summary>
      <dl>
        {rates.map(({ rule, rate }) => {
          const left = Object.entries(reasons).flatMap(([reason, key]) => {
            const count = rate.excluded[reason as ExcludedBecause] ?? 0;
            return count > 0 ? [t(key, { count })] : [];
          });
          const parts = [
            t('rate_inTime_part', { count: rate.onTime }),
            t('rate_late_part', { count: rate.late }),
            t('rate_missed_part', { count: rate.missed }),
            t('rate_pending_part', { count: rate.pending }),
          ];
          return (
            <div key={rule.id}>
              <dt>{ruleTitle(text, rule)}</dt>
              <dd>{rate.value === null && rate.pending === 0 ? t('rate_none_value') : parts.join(' · ')}</dd>
              <dd className="aside">{left.length > 0 ? left.join(' · ') : t('rate_excluded_none')}</dd>
            </div>
          );
        })}
      </dl>
    </details>
  );
}
