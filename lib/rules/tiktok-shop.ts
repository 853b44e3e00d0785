import { zoneOfMarket } from '../chat/market-zone';
import type { Band } from './band';
import { ownThreeMinutes } from './own-three-minutes';
import type { PublishedRule } from './rule';
import { averageResponse, twelveHours, twelveHoursWeekly, twentyFourHours } from './tiktok-shop-rates';

/** Vietnam's page leaves gaps between whole numbers: 74.5 % is read as below 75, 50.5 % as above 50. rules.md section 2. */
const vietnam: readonly Band[] = [
  { from: 0.85, consequence: 'tiktokFine' },
  { from: 0.75, consequence: 'tiktokWarning' },
  { from: 0.5, above: true, consequence: 'tiktokMinusTen', points: -10 },
  { from: 0, consequence: 'tiktokMinusTwenty', points: -20 },
];

/** What TikTok Shop demands in a market, and the measure of our own that stands beside it. rules.md sections 1, 2, 6. */
export function tiktokShopRules(market: string): PublishedRule[] {
  const own = ownThreeMinutes('tiktok-shop', zoneOfMarket(market));
  if (market === 'US') return [{ ...twentyFourHours(market), markets: ['US'] }, own, averageResponse(market)];
  const weekly: PublishedRule = {
    ...twelveHoursWeekly(market),
    markets: ['VN'],
    bands: vietnam,
    bandsAsOf: '2026',
  };
  return [twelveHours(market), own, ...(market === 'VN' ? [weekly] : []), averageResponse(market)];
}
