import { type ShopId, shopParts } from '../chat/shop';
import { type AdoptedReading, adoptReading } from './adopt-reading';
import type { Counting } from './counting';
import { presetsOf } from './presets';
import type { PublishedRule, Rule } from './rule';
import { rulesFor } from './rules-for';

/** A reading, and the rule that counts once it is adopted. */
export interface ReadingOf extends AdoptedReading {
  readonly rule: PublishedRule;
  readonly inUse: boolean;
}

const units: readonly Rule['unit'][] = ['message', 'round', 'first-response', 'whole-session'];

/**
 * Every way in which a rule of the list can be counted in a shop: the rule, its presets, and each of them by each unit;
 * the seller's zone, hours and holidays stay. Of those that count alike the first, so that a preset is named as one.
 */
export function readingsOf(shop: ShopId, counting: Counting, id: string): readonly ReadingOf[] {
  const market = shopParts(shop)?.market ?? '';
  const inUse = ruleIn(shop, counting, id);
  if (!inUse) return [];
  const names = [id, ...presetsOf(id, market).map(preset => preset.id)];
  const ways: AdoptedReading[] = [null, ...units].flatMap(unit => names.map(reading => ({ reading, unit })));
  const found = new Map<string, ReadingOf>();
  for (const way of ways) {
    const rule = ruleIn(shop, adoptReading(counting, id, way), id);
    const print = rule && printOf(rule);
    if (rule && print !== undefined && !found.has(print)) {
      found.set(print, { ...way, rule, inUse: print === printOf(inUse) });
    }
  }
  return [...found.values()];
}

const ruleIn = (shop: ShopId, counting: Counting, id: string) =>
  rulesFor(shop, counting).rules.find(rule => (rule.presetOf ?? rule.id) === id);

/** What decides the value: two that differ in their names or targets alone are one. */
function printOf({ measure, limit, unit, zone, hours, window, robot, excludes, ...rest }: Rule): string {
  const { unansweredCountsAs, sessionGap, earlier = [] } = rest;
  const before = earlier.map(({ id: _, ...version }) => version);
  return JSON.stringify([
    [measure, limit, unit, zone, hours, window, robot, excludes],
    [unansweredCountsAs, sessionGap, before],
  ]);
}
