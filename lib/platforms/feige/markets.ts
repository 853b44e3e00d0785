import type { Market } from '../platform';

/** One market, one host (feige.md section 1; several sources, to Sep 2026). */
export const feigeMarkets = [
  // Named here, and not looked up: the page's script would carry the zones of every market.
  { host: 'im.jinritemai.com', code: 'CN', zone: 'Asia/Shanghai', language: 'zh-CN' },
] as const satisfies readonly Market[];
