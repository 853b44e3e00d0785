import { zoneOfMarket } from '../chat/market-zone';
import { ownThreeMinutes } from './own-three-minutes';
import type { PublishedRule } from './rule';
import { sevenDays } from './session-gap';
import { shopeeBands } from './shopee-bands';

/** Where 80 % is a programme's own mark; elsewhere it is ours. */
const namesEighty: readonly string[] = ['ID', 'VN'];

const words: Readonly<Record<string, Pick<PublishedRule, 'source' | 'bandsAsOf'>>> = {
  ID: { source: 'Shopee through kitakini, sipulasia, shopymatic: Star above 75-80 %, Star+ 90 %' },
  VN: {
    source: 'Shopee through BigSeller (Jan 2026), phanviet, daininhson: Preferred 80 %, Preferred+ 90 %',
    bandsAsOf: '2026',
  },
  TH: { source: 'Shopee through BigSeller 1304 and sellerby.com p/32: below 60 % and 8 unanswered, since early 2024' },
  PH: { source: 'Shopee through dny123.com: 70 %', bandsAsOf: '2021' },
  MY: { source: 'Shopee through duoke.com 398: Mall 85 %', bandsAsOf: '2026-05' },
};

const elsewhere = { source: 'Shopee through agencies of other markets' };

/** What Shopee measures in a market, and the measure of our own that stands beside it. rules.md sections 1, 4, 6. */
export function shopeeRules(market: string): PublishedRule[] {
  const zone = zoneOfMarket(market);
  const word = words[market] ?? elsewhere;
  const base = {
    platform: 'shopee',
    kind: 'official',
    unit: 'round',
    zone,
    window: { days: 30 },
    // Only what a person writes by hand counts, and a robot's answer leaves nothing out.
    robot: 'ignored',
    excludes: ['holiday', 'blocked'],
    sessionGap: sevenDays,
  } as const;
  return [
    {
      ...base,
      id: 'shopee/12h',
      place: 'popup',
      measure: 'share',
      limit: 43_200,
      target: 0.8,
      targetIs: namesEighty.includes(market) ? 'reported' : 'ours',
      bands: shopeeBands(market),
      ...word,
      source: `${word.source}. General penalty: sellerby p/2068, duoke 398`,
      confidence: market in words ? 'B' : 'inf',
    },
    ownThreeMinutes('shopee', zone),
    {
      ...base,
      id: 'shopee/response-time',
      place: 'more',
      measure: 'mean',
      // None is published; only replies within 12 hours enter Shopee's own figure, so that is its outer end.
      target: 43_200,
      targetIs: 'ours',
      source:
        'BigSeller 4252 (VN): sum of response times ÷ answered chats over 30 days. Shopee leaves out replies after 12 h; this mean counts them',
      confidence: 'B',
    },
  ];
}
