import { type ShopId, shopParts } from '../chat/shop';
import type { Holidays } from '../rates/verdict';
import { checkRule, type RuleErrorKey } from './check-rule';
import type { Counting } from './counting';
import { type HolidayErrorKey, holidaysOf } from './holidays-of';
import { presetsOf } from './presets';
import type { Changed, PublishedRule } from './rule';
import { rulesOf } from './rules-of';

/** The rules of a shop as its seller wants them counted. */
export interface ShopRules {
  readonly rules: readonly PublishedRule[];
  /** In order, none touching another; one without an end ends at infinity. */
  readonly holidays: Holidays;
  /** What the seller wants and cannot have; all the rest stands. */
  readonly refused: readonly Refused[];
}

export interface Refused {
  /** The id of the rule in the list; absent where it concerns the shop as a whole. */
  readonly rule?: string;
  readonly field: string;
  readonly key: RuleErrorKey | HolidayErrorKey | 'rule_reading_error' | 'rule_unlisted_error';
}

// Asked for on every record and every look.
const known = new Map<ShopId, { readonly counting: string; readonly found: ShopRules }>();

/**
 * The rules that count in a shop, the official one first: each in the reading that was adopted, with the seller's unit,
 * hours, target and zone. A value that no rule can have is refused by name, and the rule stays as it was without it.
 */
export function rulesFor(shop: ShopId, counting: Counting = {}): ShopRules {
  const asked = JSON.stringify(counting);
  const before = known.get(shop);
  if (before?.counting === asked) return before.found;
  const found = findRules(shop, counting);
  known.set(shop, { counting: asked, found });
  return found;
}

function findRules(shop: ShopId, counting: Counting): ShopRules {
  const market = shopParts(shop)?.market ?? '';
  const listed = rulesOf(shop);
  const refused: Refused[] = unlisted(listed, counting);
  const rules = listed.map(as => {
    let rule = readingOf(as, market, counting, refused);
    for (const { what, change } of changesOf(as.id, counting)) {
      const checked = checkRule(change(rule));
      if (checked.ok) rule = { ...checked.rule, changed: [...(rule.changed ?? []), what] };
      else refused.push({ ...(what !== 'zone' && { rule: as.id }), field: checked.field, key: checked.key });
    }
    return rule;
  });
  const { holidays, wrong } = holidaysOf(counting.holidays ?? []);
  return { rules, holidays, refused: [...once(refused), ...wrong] };
}

function readingOf(rule: PublishedRule, market: string, { readings }: Counting, refused: Refused[]): PublishedRule {
  const wanted = readings?.[rule.id];
  if (wanted === undefined || wanted === rule.id) return rule;
  const preset = presetsOf(rule.id, market).find(({ id }) => id === wanted);
  if (!preset) refused.push({ rule: rule.id, field: 'reading', key: 'rule_reading_error' });
  return preset ?? rule;
}

interface Change {
  readonly what: Changed;
  change(rule: PublishedRule): PublishedRule;
}

function changesOf(id: string, { units, hours, targets, zone }: Counting): Change[] {
  const [unit, open, target] = [units?.[id], hours?.[id], targets?.[id]];
  const changes: (Change | false)[] = [
    unit !== undefined && { what: 'unit', change: rule => ({ ...rule, unit }) },
    open !== undefined && {
      what: 'hours',
      change: ({ hours: _, ...rule }) => (open === null ? rule : { ...rule, hours: open }),
    },
    target !== undefined && { what: 'target', change: rule => ({ ...rule, target, targetIs: 'yours' }) },
    zone !== undefined && { what: 'zone', change: rule => ({ ...rule, zone }) },
  ];
  return changes.filter(change => change !== false);
}

/** What is asked of rules that the shop does not have, of a market it was moved from perhaps. */
function unlisted(listed: readonly PublishedRule[], { readings, units, hours, targets }: Counting): Refused[] {
  const asked = [readings, units, hours, targets].flatMap(part => Object.keys(part ?? {}));
  const ids = new Set(listed.map(({ id }) => id));
  return asked.filter(id => !ids.has(id)).map(rule => ({ rule, field: 'id', key: 'rule_unlisted_error' }));
}

/** A zone is refused by every rule of the shop, and said once. */
function once(refused: readonly Refused[]): Refused[] {
  return [...new Map(refused.map(one => [JSON.stringify(one), one])).values()];
}
