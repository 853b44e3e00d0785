import type { Text } from '@/lib/i18n/text-in';
import type { RateView } from '@/lib/log/overview';

/** What a rate rests on: how many counted, and how much of the time was seen; one phrase each. */
export function rateTrust(text: Text, view: RateView, now: number): string[] {
  const { rule, rate, coverage, watchedSince } = view;
  const share = text.roughly(coverage);
  const watched =
    watchedSince === null
      ? text.t('rate_coverage_line', { share })
      : text.t('rate_coverageSince_line', { share, clock: text.clock(watchedSince, now) });
  if (rule.measure === 'mean' || rate.counted === 0) return [watched];
  const [onTime, counted] = [text.count(rate.onTime), text.count(rate.counted)];
  return [text.t('rate_counted_line', { onTime, counted }), watched];
}
