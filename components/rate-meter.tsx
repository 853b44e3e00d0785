import { shownPercent } from '@/lib/i18n/shown-percent';
import { useText } from '@/lib/i18n/use-text';
import type { RateView } from '@/lib/log/overview';
import { ruleTarget, ruleValue } from './rate-words';
import type { Standing } from './standing';

interface Props {
  readonly view: Pick<RateView, 'rule' | 'rate' | 'firstDeadline'>;
  readonly stands: Standing;
  readonly labelledBy: string;
}

/** The bar of a rate with its target marked; also where a machine finds the numbers. */
export function RateMeter({ view: { rule, rate, firstDeadline }, stands, labelledBy }: Props) {
  const text = useText();
  const { value } = rate;
  const mean = rule.measure === 'mean';
  // A mean has no natural end: twice its target fills the bar.
  const [end, target] = mean ? [rule.target * 2, 50] : [100, rule.target * 100];
  const now = value === null ? null : mean ? Math.min(Math.round(value), end) : shownPercent(value, rule.target);
  const words =
    value === null
      ? text.t('rate_none_value')
      : text.t(mean ? 'rate_mean_value' : 'rate_share_value', {
          value: ruleValue(text, rule, value),
          target: ruleTarget(text, rule),
        });
  return (
    // biome-ignore lint/a11y/useSemanticElements: <meter> cannot be without a value, and "no chats yet" is none.
    <div
      className="meter"
      role="meter"
      aria-labelledby={labelledBy}
      aria-valuemin={0}
      aria-valuemax={end}
      aria-valuenow={now ?? undefined}
      aria-valuetext={words}
      data-rule={rule.id}
      data-counted={rate.counted}
      data-waiting={rate.pending}
      {...(firstDeadline !== null && { 'data-first-deadline': firstDeadline })}
      data-standing={stands}
    >
      {now !== null && <span className="meter-fill" style={{ inlineSize: `${(now / end) * 100}%` }} />}
      <span className="meter-target" style={{ insetInlineStart: `${target}%` }} />
    </div>
  );
}
