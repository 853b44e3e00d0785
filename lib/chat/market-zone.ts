/**
 * The zone in which a market's rules count their days. Indonesia has three and the United States more; the help pages
 * name none, so the zone of the capital's (ID) or of most shops' business hours (US: Pacific, where the platform's
 * seller support sits) stands in. Evidence: rules.md section 1, "market zone".
 */
const zones: Readonly<Record<string, string>> = {
  ID: 'Asia/Jakarta',
  VN: 'Asia/Ho_Chi_Minh',
  TH: 'Asia/Bangkok',
  MY: 'Asia/Kuala_Lumpur',
  PH: 'Asia/Manila',
  SG: 'Asia/Singapore',
  TW: 'Asia/Taipei',
  BR: 'America/Sao_Paulo',
  MX: 'America/Mexico_City',
  GB: 'Europe/London',
  US: 'America/Los_Angeles',
  CN: 'Asia/Shanghai',
};

/** IANA zone of a market code; UTC for a market that is not known. */
export function zoneOfMarket(market: string): string {
  return zones[market] ?? 'UTC';
}
