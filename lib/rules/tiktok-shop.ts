import { zoneOfMarket } from '../chat/market-zone';
import type { PublishedRule } from './rule';

/** What TikTok Shop demands in a market, and the measure of our own that stands beside it. rules.md sections 1, 2, 6. */
export function tiktokShopRules(market: string): PublishedRule[] {
  const zone = zoneOfMarket(market);
  return [
    {
      id: 'tiktok-shop/12h',
      platform: 'tiktok-shop',
      kind: 'official',
      measure: 'share',
      limit: 43_200,
      unit: 'first-response',
      zone,
      window: { days: 30 },
      robot: 'excludes',
      excludes: ['holiday', 'blocked', 'seller-started'],
      sessionGap: 604_800,
      target: 0.85,
      since: '2025-08-15',
      source:
        'Customer-service communication requirements, TikTok Shop by Tokopedia (knowledge_id=7127971875243777), 23 Jul 2025',
    },
    {
      id: 'tiktok-shop/3min',
      platform: 'tiktok-shop',
      kind: 'own',
      measure: 'share',
      limit: 180,
      unit: 'message',
      zone,
      hours: { from: '08:00', to: '23:00' },
      window: { days: 30 },
      robot: 'ignored',
      excludes: ['holiday', 'blocked'],
      sessionGap: 604_800,
      target: 0.9,
      source: "Feige's 3-minute formula, so that a number means the same everywhere; no TikTok Shop page names one",
    },
  ];
}
