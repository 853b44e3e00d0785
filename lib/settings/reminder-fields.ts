import type { Leads } from '../rules/leads';
import { popupRules } from '../rules/popup-rules';
import type { PublishedRule } from '../rules/rule';
import type { ShopRules } from '../rules/rules-for';
import { clockOf } from './clock-of';
import type { QuietHours } from './reminding';

/** A rule whose deadlines can be reminded of, by its id in the list, whichever reading of it counts. */
export interface RemindedRule {
  readonly id: string;
  readonly rule: PublishedRule;
}

/** The rules of these shops that set deadlines, each once. */
export function remindedRules(shops: readonly ShopRules[]): readonly RemindedRule[] {
  const rules = shops
    .flatMap(({ rules }) => popupRules(rules))
    .filter(({ measure }) => measure === 'share')
    .map(rule => [rule.presetOf ?? rule.id, rule] as const);
  return [...new Map(rules.toReversed())].map(([id, rule]) => ({ id, rule })).toReversed();
}

/** Seconds in the unit in which a rule's lead times are typed: 1, or 60 where the limit is long. */
export const leadUnit = ({ limit = 0 }: Pick<PublishedRule, 'limit'>): 1 | 60 => (limit <= 600 ? 1 : 60);

/** Lead times as they were typed; `null` where they are none, are in the wrong order, or reach back before the buyer wrote. */
export function leadsTyped(first: string, last: string, rule: Pick<PublishedRule, 'limit'>): Leads | null {
  const [one, two] = [first, last].map(typed =>
    typed.trim() === '' ? Number.NaN : Number(typed.replace(',', '.')) * leadUnit(rule),
  );
  if (one === undefined || two === undefined) return null;
  return two >= 0 && one >= two && one <= (rule.limit ?? 0) ? [one, two] : null;
}

/** Seconds after a promise that can be chosen: sooner nobody could keep it, and after a day nobody waits for it. */
const shortestPromise = 10;
const longestPromise = 86_400;

/** Seconds after a promise as they were typed; `null` where they are none, or too few or many. */
export function promiseTyped(typed: string): number | null {
  const after = typed.trim() === '' ? Number.NaN : Number(typed);
  return Number.isInteger(after) && after >= shortestPromise && after <= longestPromise ? after : null;
}

/** Quiet hours as they were typed, in the words of settings. */
export const quietTyped = ({ from, to, zone }: QuietHours): QuietHours => ({
  from: clockOf(from),
  to: clockOf(to),
  zone: zone.trim(),
});
