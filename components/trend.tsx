import { useText } from '@/lib/i18n/use-text';
import type { RateView } from '@/lib/log/overview';
import { Glyph } from './glyph';

/** The change against a week ago, by arrow and in words; for a mean, less is better, but up is still up. */
export function Trend({ view: { rule, trend } }: { readonly view: RateView }) {
  const { t, points, duration } = useText();
  if (trend === null) return null;
  const share = points(trend);
  const mean = Math.abs(trend) < 1 ? null : duration(Math.abs(trend) * 1000);
  const change = rule.measure === 'mean' ? mean : share && t('rate_trend_points', { change: share });
  const direction = change === null ? 'same' : trend > 0 ? 'up' : 'down';
  const words = change === null ? t('rate_trend_same') : t(`rate_trend_${trend > 0 ? 'up' : 'down'}`, { change });
  return (
    <p className="trend" title={words}>
      <Glyph name={direction} />
      {/* The arrow says to the eye what the words say to a screen reader. */}
      <span aria-hidden="true">{change}</span>
      <span className="unseen">{words}</span>
    </p>
  );
}
