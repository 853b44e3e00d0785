import type { Text } from '@/lib/i18n/text-in';
import type { RateView } from '@/lib/log/overview';

/**
 * What the rates of a shop rest on: how much of the time its page was seen, once where it is the same for all of them;
 * one phrase each.
 */
export function rateTrust(text: Text, views: readonly RateView[], now: number): string[] {
  return [
    ...new Set(
      views.map(({ coverage, watchedSince }) => {
        const share = text.roughly(coverage);
        return watchedSince === null
          ? text.t('rate_coverage_line', { share })
          : text.t('rate_coverageSince_line', { share, clock: text.clock(watchedSince, now) });
      }),
    ),
  ];
}
