import type { Reading } from './reading';
import { twelveHoursWeekly, twentyFourHours } from './tiktok-shop-rates';

/** Other readings of TikTok Shop's rules in a market, by the rule's id. rules.md section 2, "Contradictions". */
export const tiktokShopReadings: Readonly<Record<string, (market: string) => readonly Reading[]>> = {
  'tiktok-shop/12h': market => [
    {
      id: 'tiktok-shop/12h-robot-answers',
      robot: 'answers',
      source: 'Customer-service requirements, 2025: a reply is the response of the seller or an automatic one',
      confidence: 'src',
    },
    {
      id: 'tiktok-shop/12h-rounds',
      unit: 'round',
      source: 'The page on average response time: respond to all messages',
      confidence: 'off',
    },
    // In Vietnam it stands beside the 30 days as a rule of its own.
    ...(market === 'VN' ? [] : [{ ...twelveHoursWeekly(market), place: 'popup' as const }]),
    // Where 90 % is the target already it is no other reading.
    ...(market === 'MY'
      ? []
      : [
          {
            id: 'tiktok-shop/12h-target-90',
            target: 0.9,
            targetIs: 'reported' as const,
            source: 'duoke.com article 398 (MY, May 2026) and eshoppick.com (US)',
            confidence: '3rd' as const,
          },
        ]),
    {
      ...twentyFourHours(market),
      source: 'One reading of 2026: Vietnam shows its Store Rating and analytics tile by 24 hours still',
      confidence: '1',
    },
  ],
  'tiktok-shop/average-response': market => [
    {
      id: 'tiktok-shop/average-first-response',
      unit: 'first-response',
      robot: 'excludes',
      ...(market === 'VN' && { target: 1800, targetIs: 'reported' as const }),
      source: 'A summary of the Vietnamese page, 2026 (first response, under 30 min), and applet.10100.com',
      confidence: '1',
    },
  ],
};
