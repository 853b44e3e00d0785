import type { Text } from '@/lib/i18n/text-in';
import type { RateView } from '@/lib/log/overview';
import { consequenceTitle } from './rate-words';

/** What the platform does at this value, as of when that was read, and what brings the next worse; one phrase each. */
export function rateBand(text: Text, { rule, band, nextBand }: RateView): string[] {
  if (!band) return [];
  const title = consequenceTitle(text, band.consequence);
  const now = rule.bandsAsOf ? text.t('rate_bandAsOf_line', { band: title, asOf: rule.bandsAsOf }) : title;
  if (!nextBand) return [now];
  const next = consequenceTitle(text, nextBand.band.consequence);
  return [now, text.t('rate_bandNext_line', { count: nextBand.misses, band: next })];
}
