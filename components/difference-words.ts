import type { Text } from '@/lib/i18n/text-in';
import type { PublishedRule } from '@/lib/rules/rule';

/** How far our figure is from another, with its sign: in percentage points, or as a stretch of time. */
export function differenceWords(text: Text, { measure }: Pick<PublishedRule, 'measure'>, difference: number): string {
  const size = measure === 'mean' ? text.exactly(Math.abs(difference) * 1000) : text.points(difference);
  if (size === null || (measure === 'mean' && Math.abs(difference) < 1)) return '0';
  const signed = `${difference < 0 ? '−' : '+'}${size}`;
  return measure === 'mean' ? signed : text.t('rate_trend_points', { change: signed });
}
