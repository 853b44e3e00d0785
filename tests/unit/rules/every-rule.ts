import type { PlatformId } from '@/lib/chat/shop';
import { presetsOf } from '@/lib/rules/presets';
import type { PublishedRule } from '@/lib/rules/rule';
import { rulesOfMarket } from '@/lib/rules/rules-of';

/** Where the marketplaces are, and one market that nobody has described. */
export const places: readonly (readonly [PlatformId, string])[] = [
  ...['ID', 'VN', 'TH', 'PH', 'MY', 'SG', 'BR', 'US', 'XX'].map(market => ['tiktok-shop', market] as const),
  ['feige', 'CN'],
  ...['ID', 'VN', 'TH', 'PH', 'MY', 'SG', 'TW', 'BR'].map(market => ['shopee', market] as const),
  ['tokopedia', 'ID'],
];

export interface Listed {
  readonly market: string;
  readonly rule: PublishedRule;
}

export const everyRule: readonly Listed[] = places.flatMap(([platform, market]) =>
  rulesOfMarket(platform, market).map(rule => ({ market, rule })),
);

export const everyPreset: readonly Listed[] = everyRule.flatMap(({ market, rule }) =>
  presetsOf(rule.id, market).map(preset => ({ market, rule: preset })),
);
