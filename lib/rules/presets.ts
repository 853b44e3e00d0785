import type { PlatformId } from '../chat/shop';
import { readings } from './readings';
import type { PublishedRule } from './rule';
import { rulesOfMarket } from './rules-of';
import { tiktokShopReadings } from './tiktok-shop-readings';

/** The other readings of a rule that a seller may choose in its place. rules.md, "Contradictions, and what we do". */
export function presetsOf(ruleId: string, market: string): readonly PublishedRule[] {
  const platform = ruleId.slice(0, ruleId.indexOf('/')) as PlatformId;
  if (!platforms.includes(platform)) return [];
  const rule = rulesOfMarket(platform, market).find(({ id }) => id === ruleId);
  if (!rule) return [];
  if (ruleId === `${platform}/3min` && rule.kind === 'own') return [allDay(rule)];
  const others = tiktokShopReadings[ruleId]?.(market) ?? readings[ruleId] ?? [];
  return others.map(reading => ({ ...rule, ...reading, presetOf: ruleId }));
}

const platforms: readonly PlatformId[] = ['tiktok-shop', 'feige', 'shopee', 'tokopedia'];

/** Our own measure without its hours. rules.md section 6. */
function allDay({ hours: _, ...rule }: PublishedRule): PublishedRule {
  return { ...rule, id: `${rule.id}-all-day`, presetOf: rule.id, source: `${rule.source}; without its hours` };
}
