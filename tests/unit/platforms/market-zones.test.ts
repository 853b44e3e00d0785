import { expect, it } from 'vitest';
import { zoneOfMarket } from '@/lib/chat/market-zone';
import { addresses } from '@/lib/platforms/addresses';

it('a market’s page tells its times in the zone in which the market’s rules count their days', () => {
  const markets = addresses.flatMap(({ markets }) => markets);
  expect(markets.length).toBeGreaterThan(10);
  for (const { code, zone } of markets) expect(zone, code).toBe(zoneOfMarket(code));
});
