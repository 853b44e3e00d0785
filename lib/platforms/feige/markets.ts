import { zoneOfMarket } from '../../chat/market-zone';
import type { Market } from '../platform';

/** One market, one host (feige.md section 1; several sources, to Sep 2026). */
export const feigeMarkets = [
  { host: 'im.jinritemai.com', code: 'CN', zone: zoneOfMarket('CN'), language: 'zh-CN' },
] as const satisfies readonly Market[];
