import { expect, it } from 'vitest';
import { zoneOfMarket } from '@/lib/chat/market-zone';
import { addresses } from '@/lib/platforms/addresses';

it('a market’s page tells its times in the zone in which the market’s rules count their days', () => {
  // `XX` serves sellers of several markets, each of which is counted in its own.
  const markets = addresses.flatMap(({ markets }) => markets).filter(({ code }) => code !== 'XX');
  expect(markets.length).toBeGreaterThan(10);
  for (const { code, zone } of markets) expect(zone, code).toBe(zoneOfMarket(code));
});
