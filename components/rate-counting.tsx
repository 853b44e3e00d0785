import type { MessageKey } from '@/lib/i18n/i18n-for';
import type { Text } from '@/lib/i18n/text-in';
import { useText } from '@/lib/i18n/use-text';
import type { RateView } from '@/lib/log/overview';
import type { ReplyTimes } from '@/lib/log/rate-query';
import type { ExcludedBecause } from '@/lib/rules/rule';
import { rateBand } from './rate-band';
import { ruleTitle, ruleValue } from './rate-words';
import { readingLine } from './reading-words';

const reasons = {
  'by-hand': 'rate_excluded_byHand',
  blocked: 'rate_excluded_blocked',
  holiday: 'rate_excluded_holiday',
  'seller-started': 'rate_excluded_sellerStarted',
  hours: 'rate_excluded_hours',
  robot: 'rate_excluded_robot',
} satisfies Record<ExcludedBecause, MessageKey>;

interface Props {
  readonly rates: readonly RateView[];
  /** Rules that have no card of their own; their value stands here. */
  readonly more: readonly RateView[];
  /** What all of it rests on, said before it is opened. */
  readonly trust?: readonly string[];
}

/** What each rate is made of: every verdict that counts, what still waits, and what was left out and why. */
export function RateCounting({ rates, more, trust = [] }: Props) {
  const text = useText();
  const { t } = text;
  return (
    <details className="counting">
      <summary>{[...trust, t('rate_counting_title')].join(' · ')}</summary>
      <dl>
        {[...rates, ...more].map(view => {
          const { rule, rate, times } = view;
          const left = Object.entries(reasons).flatMap(([reason, key]) => {
            const count = rate.excluded[reason as ExcludedBecause] ?? 0;
            return count > 0 ? [t(key, { count })] : [];
          });
          const parts =
            rule.measure === 'mean'
              ? [t('rate_pending_part', { count: rate.pending })]
              : [
                  t('rate_inTime_part', { count: rate.onTime }),
                  t('rate_late_part', { count: rate.late }),
                  t('rate_missed_part', { count: rate.missed }),
                  t('rate_pending_part', { count: rate.pending }),
                ];
          return (
            <div key={rule.id}>
              <dt>
                {ruleTitle(text, rule)}
                {more.includes(view) && rate.value !== null && ` · ${ruleValue(text, rule, rate.value)}`}
              </dt>
              <dd>{rate.value === null && rate.pending === 0 ? t('rate_none_value') : parts.join(' · ')}</dd>
              {rule.kind === 'official' && <dd>{readingLine(text, rule)}</dd>}
              {times && <dd>{t('rate_times_line', wordsOf(times, text))}</dd>}
              {rateBand(text, view).map(phrase => (
                <dd key={phrase}>{phrase}</dd>
              ))}
              <dd className="aside">{left.length > 0 ? left.join(' · ') : t('rate_excluded_none')}</dd>
            </div>
          );
        })}
      </dl>
    </details>
  );
}

function wordsOf({ mean, median, ninetieth }: ReplyTimes, { duration }: Text) {
  return { mean: duration(mean), median: duration(median), ninetieth: duration(ninetieth) };
}
